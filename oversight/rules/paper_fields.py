"""How is a rule written that asks whether a paper says what it must say: form, fields, article, cure?"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.case_file import CaseFile
from oversight import facts
from oversight.findings import Finding, at, rule

Labels = Mapping[str, Any]


@dataclass(frozen=True)
class Cure:
    """What still helps when an issued paper lacks something, and until when it does."""

    how: Any
    act: str = ""
    until_decided: bool = False
    """It helps only while nothing is decided; otherwise, where `always` is not set, nothing helps any more."""
    always: bool = False

    def still_helps(self, file: CaseFile) -> bool:
        return self.always or (self.until_decided and not file.decisions)


NOTE = Cure(gettext_lazy("签发后的文书不能改动；由经办人书面补充说明并附卷。"), always=True)
TAKEN_AGAIN = Cure(gettext_lazy("重新制作笔录，原笔录留卷并说明。"), "record_interview", until_decided=True)
SCENE_AGAIN = Cure(gettext_lazy("重新制作笔录，原笔录留卷并说明。"), "record_scene", until_decided=True)
TOLD_AGAIN = Cure(gettext_lazy("退回调查，重新制作并送达通知书。"), "reopen_investigation", until_decided=True)
REPORTED_AGAIN = Cure(gettext_lazy("退回调查，重新提交调查报告。"), "reopen_investigation", until_decided=True)
REVIEWED_AGAIN = Cure(gettext_lazy("重新提请法制审核。"), "resubmit_for_review", until_decided=True)
DISCUSSED_AGAIN = Cure(gettext_lazy("由负责人重新集体讨论，逐人记录并签名。"), "hold_discussion", until_decided=True)
CORRECTED_BY_BUREAU = Cure(gettext_lazy("决定已经作出，不能补正；应当自行纠正。"))
TOO_LATE = Cure(gettext_lazy("文书已经送达，不能改动；书面说明情况并附卷。"))


def paper_rule(key: str, form: str, basis: str, fields: Labels, cure: Cure = NOTE) -> None:
    """Register a rule: every issued paper of the form holds something under each of these paths.

    A path goes down with dots; `*` means every row and at least one; `a|b` means either.
    """

    def check(file: CaseFile) -> Iterator[Finding]:
        for paper in facts.final_papers(file, form):
            for label in missing(paper.content, fields):
                yield Finding(
                    _("%(paper)s没有填写%(field)s。") % {"paper": paper.title, "field": label},
                    basis,
                    **at(paper),
                    field=str(label),
                    locator=paper.number,
                    curable=cure.still_helps(file),
                    act=cure.act,
                    how=str(cure.how),
                )

    rule(key, basis=basis)(check)


def missing(content: Mapping[str, Any], fields: Labels) -> Iterator[Any]:
    for path, label in fields.items():
        if not any(_is_filled([content], one.split(".")) for one in path.split("|")):
            yield label


def _is_filled(values: Iterable[Any], steps: list[str]) -> bool:
    found = list(values)
    for step in steps:
        if step == "*":
            if not all(found):
                return False
            found = [row for rows in found for row in rows]
        else:
            found = [one.get(step) if isinstance(one, Mapping) else None for one in found]
    # A box that is not ticked says nothing.
    return bool(found) and not any(one is False or facts.is_blank(one) for one in found)
