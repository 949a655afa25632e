"""Does a certificate count on a day, and does a refusal say why it does not?"""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from bureau.sample.people import hire_everyone
from cases.models import Case
from officers.models import Certificate, Department, Officer
from officers.services import lift_suspension, stop_certificate
from officers.standing import standing_of
from oversight.staff_errands import renewal_errands
from tests.cases.situations import START, TRADER, add_party, lead

pytestmark = pytest.mark.django_db
ISSUED = date(2024, 5, 1)


def desk(officer: Officer) -> Client:
    client = Client()
    client.force_login(officer, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def officer() -> Officer:
    return Officer.objects.create(staff_number="1001", name="甲", department=Department.objects.create(name="一中队"))


def card_of(officer: Officer, series: str, number: str = "A1", **more: Any) -> Certificate:
    said = {"issued_by": "样例", "valid_from": ISSUED, "valid_until": date(2029, 4, 30)} | more
    return Certificate.objects.create(officer=officer, kind="enforcement", series=series, number=number, **said)


# The year of issue needs no review; the review of each later year is due by 31 December, unreviewed it lapses the day
# after. series, years passed, day → the year for want of whose review it has lapsed (0: it counts).
LAPSES = [
    ("ministry", [], "2024-12-31", 0),
    ("ministry", [], "2025-01-01", 0),
    ("ministry", [], "2025-12-31", 0),
    ("ministry", [], "2026-01-01", 2025),
    ("ministry", [2025], "2026-01-01", 0),
    ("ministry", [2025], "2026-12-31", 0),
    ("ministry", [2025], "2027-01-01", 2026),
    ("ministry", [2025, 2026], "2027-01-01", 0),
    ("ministry", [2026], "2026-06-30", 0),
    ("government", [], "2027-01-01", 0),
    ("", [], "2027-01-01", 0),
]


@pytest.mark.parametrize(("series", "passed", "day", "lapsed_for"), LAPSES)
def test_a_certificate_of_the_ministry_lapses_when_a_year_was_not_reviewed(
    officer: Officer, series: str, passed: list[int], day: str, lapsed_for: int
) -> None:
    card = card_of(officer, series)
    for year in passed:
        card.annual_reviews.create(year=year, reviewed_on=date(year, 6, 1), passed=True)
    on = date.fromisoformat(day)
    assert card.is_valid(on) is (lapsed_for == 0)
    assert officer.may_enforce(on) is (lapsed_for == 0)
    assert (f"{lapsed_for} 年度没有经过审验" in officer.why_not_enforcing(on)) is bool(lapsed_for)


def test_a_review_entered_later_does_not_reach_back(officer: Officer) -> None:
    card = card_of(officer, "ministry")
    card.annual_reviews.create(year=2025, reviewed_on=date(2026, 1, 20), passed=True)
    assert not officer.may_enforce(date(2026, 1, 19))
    assert Officer.objects.get().may_enforce(date(2026, 1, 20))


def test_a_bureau_may_let_government_certificates_lapse_too(officer: Officer, settings: Any, tmp_path: Path) -> None:
    card_of(officer, "government")
    settings.LAW_LOCAL_DIR = tmp_path
    (tmp_path / "certificates.toml").write_text(
        '[[review]]\nkey = "own"\nseries = "government"\ndue = "03-31"\nbasis = "证件管理规定"\nin_force_from = 2020-01-01\n',
        encoding="utf-8",
    )
    assert officer.may_enforce(date(2025, 3, 31))
    assert not officer.may_enforce(date(2025, 4, 1))


@pytest.mark.parametrize(
    ("kind", "until", "day", "counts"),
    [
        ("suspended", "2026-03-20", "2026-03-09", True),
        ("suspended", "2026-03-20", "2026-03-10", False),
        ("suspended", "2026-03-20", "2026-03-20", False),
        ("suspended", "2026-03-20", "2026-03-21", True),
        ("suspended", None, "2028-01-01", False),
        ("revoked", None, "2026-03-09", True),
        ("revoked", None, "2028-01-01", False),
        ("lost", None, "2026-03-10", False),
        ("collected", None, "2026-03-10", False),
    ],
)
def test_a_stop_counts_from_its_first_day_to_its_last(
    officer: Officer, kind: str, until: str | None, day: str, counts: bool
) -> None:
    card = card_of(officer, "government")
    last = date.fromisoformat(until) if until else None
    stop_certificate(card, kind=kind, since=date(2026, 3, 10), until=last, reason="样例", by=officer)
    assert officer.may_enforce(date.fromisoformat(day)) is counts


def test_only_a_suspension_has_an_end(officer: Officer) -> None:
    card, day = card_of(officer, "government"), date(2026, 3, 10)
    with pytest.raises(IntegrityError), transaction.atomic():
        stop_certificate(card, kind="revoked", since=day, until=day, reason="样例", by=officer)


def test_the_other_kind_of_certificate_goes_on_counting(officer: Officer) -> None:
    card_of(officer, "ministry", "JT1")
    card_of(officer, "government", "ZF1")
    day = date(2026, 1, 1)
    assert officer.may_enforce(day)
    assert officer.signature(day) == "甲（ZF1）"
    assert officer.why_not_enforcing(day) == ""


def test_every_reason_is_said_with_its_article_and_its_cure(officer: Officer) -> None:
    over = card_of(officer, "government", "ZF1", valid_until=date(2025, 12, 31))
    card_of(officer, "ministry", "JT1")
    enforcing = standing_of(officer, date(2026, 3, 10))[0]
    said = [one.sentence for one in enforcing.reasons]
    assert said == [
        "这一天没有担任执法人员，也没有代理。",
        "政府制发的行政执法证 ZF1 有效期已于 2025-12-31 届满。",
        "交通运输行政执法证 JT1 2025 年度没有经过审验，自行失效。",
    ]
    assert enforcing.reasons[1].article == "《中华人民共和国行政处罚法》第四十二条第一款"
    assert enforcing.reasons[2].article == "《交通运输行政执法证件管理规定》"
    assert "补办年度审验" in enforcing.reasons[2].cure
    assert over.flaw(date(2026, 3, 10)) is not None


def test_an_officer_whose_certificate_is_suspended_is_refused_at_the_next_act_and_told_why() -> None:
    cast = hire_everyone()
    first, later = START.isoformat(), (START + timedelta(days=2)).isoformat()
    with time_machine.travel(f"{first} 02:00Z", tick=False):
        story = lead(cast, "老田")
        add_party(story, TRADER, "HY-012")
        address = reverse("cases:act", args=[story.case.pk, "propose_filing"])
        filing = {"opinion": "符合立案条件。", "on": first, "step": "do"}
        stopping = {
            "certificate": cast["李明"].certificates.get().pk,
            "kind": "suspended",
            "since": first,
            "until": "",
            "reason": "执法中违反规定",
        }
        stop = reverse("officers:person-act", args=[cast["李明"].pk, "stop"])
        assert desk(cast["韩雪"]).post(stop, stopping).status_code == 302
        refused = desk(cast["李明"]).post(address, filing).content.decode()
        assert Case.objects.get(pk=story.case.pk).state == "lead"
        assert f"承办人李明在 {first} 没有有效的行政执法证" in refused
        assert f"自 {first} 起已暂扣（执法中违反规定）" in refused

    with time_machine.travel(f"{later} 02:00Z", tick=False):
        suspension = cast["李明"].certificates.get().stops.get()
        lift_suspension(suspension, until=START + timedelta(days=1), by=cast["韩雪"])
        assert desk(cast["李明"]).post(address, filing | {"on": later}).status_code == 302
        assert Case.objects.get(pk=story.case.pk).state == "filing_proposed"


def test_the_yearly_review_of_all_is_entered_at_one_sitting() -> None:
    cast = hire_everyone()
    address = reverse("officers:sitting", args=[2027])
    with time_machine.travel("2027-01-15 02:00Z", tick=False):
        keeper = desk(cast["韩雪"])
        page = keeper.get(address).content.decode()
        assert page.count("这次不登记") == 9  # six officers and three heads of unit hold a certificate
        cards = {name: cast[name].certificates.get() for name in ("李明", "王强")}
        chosen = {f"card_{cards['李明'].pk}": "yes", f"card_{cards['王强'].pk}": "no"}
        assert keeper.post(address, {"on": "2027-01-16", **chosen}).status_code == 422
        assert keeper.post(address, {"on": "2027-01-15"}).status_code == 422
        assert keeper.post(address, {"on": "2027-01-15", **chosen}).status_code == 302
        assert keeper.get(address).content.decode().count("这次不登记") == 7
    assert cast["李明"].may_enforce(date(2027, 1, 15))
    assert not Officer.objects.get(name="王强").may_enforce(date(2027, 1, 15))
    assert Officer.objects.get(name="赵刚").may_enforce(date(2027, 1, 15))


def test_holder_and_administrator_are_reminded_sixty_days_ahead_and_urgently_from_thirty() -> None:
    cast = hire_everyone()
    Certificate.objects.filter(officer=cast["李明"]).update(valid_until=date(2026, 5, 9))
    levels = {
        "2026-03-09": [],
        "2026-03-10": ["calm"],
        "2026-04-08": ["calm"],
        "2026-04-09": ["soon"],
        "2026-05-09": ["today"],
        "2026-05-10": [],
    }
    for day, expected in levels.items():
        on = date.fromisoformat(day)
        for who in ("李明", "韩雪"):
            found = renewal_errands(cast[who], on)
            assert [one.due and one.due.level for one in found] == expected, (day, who)
        assert renewal_errands(cast["王强"], on) == []
    with time_machine.travel("2026-03-10 02:00Z", tick=False):
        assert "李明的执法证有效期届满" in desk(cast["李明"]).get(reverse("cases:worklist")).content.decode()


def test_a_review_that_is_still_missing_is_an_errand_before_the_certificate_lapses() -> None:
    cast = hire_everyone()
    card = card_of(cast["李明"], "ministry", valid_until=None)
    card.annual_reviews.create(year=2025, reviewed_on=date(2025, 6, 1), passed=True)
    assert renewal_errands(cast["李明"], date(2026, 10, 31)) == []
    (errand,) = renewal_errands(cast["李明"], date(2026, 11, 1))  # 31 December less sixty days
    assert errand.title == "李明的执法证未经年度审验将失效"
    card.annual_reviews.create(year=2026, reviewed_on=date(2026, 11, 3), passed=True)
    assert renewal_errands(cast["李明"], date(2026, 11, 4)) == []
