"""What does the self-review report (自查报告) of a finished review say, section by section?"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, F, Window
from django.db.models.functions import RowNumber
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from law.review_standard import ReviewItem
from officers.models import Officer
from oversight import figures
from oversight.after_review import after_review
from oversight.models import Measure, ReviewedFinding, ReviewRun
from oversight.places import article, place_url
from oversight.register import Sums, sums_of
from oversight.report import kept_report
from oversight.results import Report
from oversight.screens import item_url
from oversight.three_systems import Kept, three_systems

EXAMPLES = 3
CURES_NAMED = 2
OTHER = ""
"""The item of a measure that belongs to no item: what else is to be said."""


@dataclass(frozen=True)
class Example:
    number: str
    place: str
    url: str


@dataclass(frozen=True)
class Problem:
    """One item with faults, what shall be done about it, and whether somebody wrote that."""

    item: ReviewItem
    basis: str
    files: int
    findings: int
    url: str
    examples: tuple[Example, ...]
    proposed: str
    measure: str

    @property
    def is_written(self) -> bool:
        return self.measure != self.proposed


@dataclass(frozen=True)
class SelfReport:
    run: ReviewRun
    report: Report
    sums: Sums
    systems: tuple[Kept, ...]
    problems: tuple[Problem, ...]
    other: str


def self_report(run: ReviewRun) -> SelfReport:
    """A bounded number of queries, however many files."""
    report = kept_report(run)
    return SelfReport(
        run, report, sums_of(run), tuple(three_systems(run, report)), tuple(problems(run, report)), _written(run)[OTHER]
    )


def problems(run: ReviewRun, report: Report) -> list[Problem]:
    """Vetoes first, then the commonest."""
    written, proposed, examples = _written(run), _proposed(run), _examples(run)
    return [
        Problem(
            item=row.item,
            basis=article(row.item.basis),
            files=row.files,
            findings=row.findings,
            url=item_url(row.item.number, f"run={run.pk}"),
            examples=tuple(examples[row.item.number]),
            proposed=proposed[row.item.number],
            measure=written[row.item.number] or proposed[row.item.number],
        )
        for row in figures.by_item(report)
    ]


def keep_measures(run: ReviewRun, texts: Mapping[str, str], *, officer: Officer, now: datetime) -> None:
    """By item; what is empty or as proposed is not kept, so that the proposal shows again."""
    proposed = _proposed(run)
    for item, given in texts.items():
        text = given.replace("\r\n", "\n").strip()
        if text in ("", proposed[item]):
            Measure.objects.filter(run=run, item=item).delete()
        elif text != (Measure.objects.filter(run=run, item=item).values_list("text", flat=True).first() or ""):
            said = {"text": text, "written_by": officer, "written_at": now}
            Measure.objects.update_or_create(run=run, item=item, defaults=said)


def _written(run: ReviewRun) -> dict[str, str]:
    return defaultdict(str, run.measures.values_list("item", "text"))


def _proposed(run: ReviewRun) -> dict[str, str]:
    """What the commonest findings of each item say must be done."""
    rows = ReviewedFinding.objects.filter(run=run).exclude(how="").values_list("item", "how")
    cures: dict[str, list[str]] = defaultdict(list)
    for item, how, _count in rows.annotate(times=Count("pk")).order_by("item", "-times", "how"):
        cures[item].append(how.rstrip("。"))
    plain = _("对照检查项逐件核对，能补正的补正，不能补正的书面说明情况并附卷；以后办案按该项要求制作。")
    found = defaultdict(lambda: plain, {item: _("；").join(one[:CURES_NAMED]) + _("。") for item, one in cures.items()})
    found[OTHER] = ""
    return found


def _examples(run: ReviewRun) -> dict[str, list[Example]]:
    first = Window(RowNumber(), partition_by=F("item"), order_by=[F("file__place"), F("place")])
    rows = ReviewedFinding.objects.filter(run=run).annotate(order=first).filter(order__lte=EXAMPLES)
    found: dict[str, list[Example]] = defaultdict(list)
    for row in rows.select_related("file").order_by("file__place", "place"):
        url = place_url(row.file.case_id, row.document_id, row.field)
        found[row.item].append(Example(row.file.number, row.field, url))
    return found


def basic_rows(said: SelfReport) -> list[dict[str, Any]]:
    """案卷基本情况: label, value and the address of what is counted."""
    report, sums = said.report, said.sums
    mean = figures.average_of(report.tally)
    address = f"{reverse('oversight:files')}?run={said.run.pk}"
    few = _("不足 %(least)d 件，不计算") % {"least": figures.FEWEST_FOR_AN_AVERAGE}
    rows = [
        (_("评查案卷（件）"), report.tally.files, address),
        (_("其中普通程序（件）"), sums.ordinary, f"{address}&procedure=ordinary"),
        (_("其中简易程序（件）"), sums.summary, f"{address}&procedure=summary"),
        (_("行政处罚决定（份）"), sums.penalties, ""),
        (_("不予行政处罚决定（份）"), sums.no_penalties, ""),
        (_("罚款合计（元）"), f"{sums.fines:,.2f}", ""),
        (_("没收违法所得合计（元）"), f"{sums.confiscations:,.2f}", ""),
        (_("平均分"), mean if mean is not None else few, ""),
        *[
            (_(title), count, f"{address}&grade={number}")
            for number, (title, count) in enumerate(figures.by_grade(report).items())
        ],
        (_("有否决项"), report.tally.vetoed, f"{address}&vetoed=1"),
        (_("发现问题（处）"), report.tally.findings, f"{reverse('oversight:findings')}?run={said.run.pk}"),
        *_putting_right(said),
    ]
    return [{"label": label, "value": value, "url": url} for label, value, url in rows]


def _putting_right(said: SelfReport) -> list[tuple[str, int, str]]:
    """整改情况 on the day of reading; nothing where no notice was sent."""
    counts = after_review(said.report, timezone.localdate()).counts
    address = f"{reverse('oversight:after-review')}?run={said.run.pk}"
    titles = {
        "confirmed": _("人工复核确认（件）"),
        "notices": _("整改通知单（份）"),
        "done": _("其中已经改完（份）"),
        "overdue": _("其中逾期没有改完（份）"),
    }
    return [(title, counts[key], f"{address}&what={key}") for key, title in titles.items() if counts[key]]
