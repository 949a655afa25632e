"""Are filters kept and shared as asked, and does everybody learn once a day what is due?"""

from collections.abc import Callable
from datetime import UTC, date, datetime
from smtplib import SMTPException
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from cases.digest import due_lines, tell_everybody
from cases.models import Case, Digest, DigestChoice, SavedFilter, Term
from documents.models import Document
from tests.promises.nasty import NASTY

Sign = Callable[[str], Client]
MORNING = datetime(2026, 3, 20, 0, 30, tzinfo=UTC)
TODAY = date(2026, 3, 20)


def listed(client: Client, query: str) -> set[str]:
    page = client.get(f"{reverse('cases:list')}?{query}")
    assert page.status_code == 200
    return {row.url for row in page.context["rows"]}


def url(pk: int) -> str:
    return reverse("cases:case", args=[pk])


# --- what ships -----------------------------------------------------------------------------------
def test_the_lists_that_ship_stand_above_the_list(signed_in: Sign) -> None:
    page = signed_in("李明").get(reverse("cases:list"), {"list": "unit"})
    shown = [(str(one["label"]), one["current"]) for one in page.context["chips"]]
    assert shown == [
        ("我的", False),
        ("全队", True),
        ("三日内到期", False),
        ("已超期", False),
        ("未公示", False),
        ("缺用印", False),
    ]


def test_unpublished_and_unsealed_cases_are_listed(world: dict[str, Any], signed_in: Sign) -> None:
    client = signed_in("李明")
    assert Term.objects.open().filter(key="publish").values_list("case", flat=True).get() == world["overload"]
    assert listed(client, "list=unpublished") == {url(world["overload"])}
    assert listed(client, "list=unsealed") == set()
    Document.objects.filter(pk=Document.objects.filter(case=world["again"]).first().pk).update(awaits_seal=True)
    assert listed(client, "list=unsealed") == {url(world["again"])}


def test_stage_unit_and_post_narrow_the_list(world: dict[str, Any], signed_in: Sign) -> None:
    client = signed_in("卫国")
    unit = Case.objects.get(pk=world["chemicals"]).department_id
    assert listed(client, f"unit={unit}&stage=investigation") == {url(world["chemicals"])}
    assert url(world["again"]) in listed(client, "stage=notice&at=case_officers")
    assert listed(client, "at=head_of_unit") == set()
    assert listed(client, "at=nobody") == set()


# --- kept filters ---------------------------------------------------------------------------------
def test_a_filter_is_kept_shared_with_the_unit_and_opened(world: dict[str, Any], signed_in: Sign) -> None:
    client = signed_in("李明")
    page = client.get(reverse("cases:list"), {"q": "顺达", "state": "served", "x": "y"})
    kept = page.context["keep_url"]
    assert kept.endswith("q=%E9%A1%BA%E8%BE%BE&state=served")
    query = client.get(kept).context["form"].initial["query"]
    client.post(reverse("cases:filters"), {"name": "顺达已送达", "shared": "on", "query": query})
    found = SavedFilter.objects.get()
    assert (found.owner, found.shared_with) == (world["cast"]["李明"], world["cast"]["李明"].department)
    assert listed(client, found.query) == {url(world["overload"])}
    assert "顺达已送达" in signed_in("王强").get(reverse("cases:list")).content.decode()
    assert "顺达已送达" not in signed_in("周勇").get(reverse("cases:list")).content.decode()


def test_a_filter_of_ones_own_is_nobody_elses(world: dict[str, Any], signed_in: Sign) -> None:
    SavedFilter.objects.create(owner=world["cast"]["李明"], name="只我看", query="list=mine")
    assert "只我看" not in signed_in("王强").get(reverse("cases:list")).content.decode()


def test_only_the_owner_drops_a_filter(world: dict[str, Any], signed_in: Sign) -> None:
    owner = world["cast"]["李明"]
    kept = SavedFilter.objects.create(owner=owner, name="共享的", query="list=mine", shared_with=owner.department)
    drop = reverse("cases:drop-filter", args=[kept.pk])
    assert signed_in("王强").post(drop).status_code == 404
    assert SavedFilter.objects.exists()
    assert signed_in("李明").post(drop).status_code == 302
    assert not SavedFilter.objects.exists()


def test_what_was_typed_stays_when_a_filter_cannot_be_kept(world: dict[str, Any], signed_in: Sign) -> None:
    SavedFilter.objects.create(owner=world["cast"]["李明"], name="甲", query="list=mine")
    client = signed_in("李明")
    page = client.post(reverse("cases:filters"), {"name": "甲", "query": "q=顺达"})
    assert page.status_code == 422
    assert "你已经有一个叫这个名称的筛选" in page.content.decode()
    assert 'value="甲"' in page.content.decode()
    nothing = client.post(reverse("cases:filters"), {"name": "乙", "query": "x=y&stage=none"})
    assert "没有可以保存的筛选" in nothing.content.decode()


def test_odd_filters_are_refused_in_words(signed_in: Sign) -> None:
    client = signed_in("李明")
    for odd in (one for one in NASTY if len(one) < 30_000):
        posted = client.post(reverse("cases:filters"), {"name": odd, "query": f"q={odd}", "shared": odd})
        assert posted.status_code in (302, 422), odd[:40]
        for name in ("unit", "stage", "at", "list", "q", "filed_from"):
            assert client.get(reverse("cases:list"), {name: odd}).status_code == 200, (name, odd[:40])


# --- the word on what is due ----------------------------------------------------------------------
def test_there_is_one_line_for_each_case_with_its_nearest_day_and_no_name(world: dict[str, Any]) -> None:
    case = Case.objects.get(pk=world["again"])
    case.terms.all().delete()
    for day in (24, 22, 30):
        made(case, date(2026, 3, day))
    lines = due_lines(world["cast"]["李明"], TODAY)
    (line,) = [one.words for one in lines if one.case == case]
    assert line.startswith(f"{case.number} ")
    assert line.endswith("剩 2 日")
    assert "2026年3月22日" in line
    assert "顺达" not in line


def made(case: Case, due: date, nature: str = "duty") -> Term:
    return case.terms.create(
        key="decide",
        title="作出决定",
        nature=nature,
        basis="行政处罚法:60",
        opened_on=TODAY,
        due_on=due,
        derivation="-",
    )


def only_due(world: dict[str, Any]) -> Case:
    Term.objects.all().delete()
    case = Case.objects.get(pk=world["again"])
    made(case, date(2026, 3, 25))
    return case


def test_handlers_and_the_head_of_their_unit_are_told_and_nobody_else(world: dict[str, Any]) -> None:
    only_due(world)
    assert tell_everybody(MORNING, TODAY) == 3
    assert {one.officer.name for one in Digest.objects.all()} == {"李明", "王强", "郑海"}


def test_telling_again_the_same_day_tells_nobody_twice(world: dict[str, Any], signed_in: Sign) -> None:
    only_due(world)
    DigestChoice.objects.create(officer=world["cast"]["李明"], by_mail=True, address="liming@example.org")
    tell_everybody(MORNING, TODAY)
    assert tell_everybody(MORNING, TODAY) == 0
    assert len(mail.outbox) == 1
    assert tell_everybody(MORNING, date(2026, 3, 21)) == 3
    assert len(mail.outbox) == 2


def test_mail_goes_only_to_whoever_asked_and_names_no_party(world: dict[str, Any]) -> None:
    case = only_due(world)
    DigestChoice.objects.create(officer=world["cast"]["李明"], by_mail=True, address="liming@example.org")
    DigestChoice.objects.create(officer=world["cast"]["王强"], by_mail=False, address="wangqiang@example.org")
    tell_everybody(MORNING, TODAY)
    (sent,) = mail.outbox
    assert sent.to == ["liming@example.org"]
    assert sent.subject == "1 件案件临近期限"
    assert case.number in sent.body
    assert "顺达" not in sent.body + sent.subject


def test_a_mail_that_was_not_accepted_is_sent_by_the_next_run(
    world: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    only_due(world)
    DigestChoice.objects.create(officer=world["cast"]["李明"], by_mail=True, address="liming@example.org")

    def refuse(*_args: Any) -> None:
        raise SMTPException("try later")

    with monkeypatch.context() as broken:
        broken.setattr("cases.digest.send_mail", refuse)
        tell_everybody(MORNING, TODAY)
    assert mail.outbox == []
    tell_everybody(MORNING, TODAY)
    assert len(mail.outbox) == 1


def test_todays_word_stands_on_the_worklist_and_opens_the_lines(
    world: dict[str, Any], signed_in: Sign, time_machine: Any
) -> None:
    only_due(world)
    time_machine.move_to(MORNING, tick=False)
    tell_everybody(MORNING, TODAY)
    page = signed_in("李明").get(reverse("cases:worklist")).content.decode()
    assert "1 件案件七日内到期或者已超期" in page
    assert reverse("cases:digest") in page
    assert "剩 5 日" in signed_in("李明").get(reverse("cases:digest")).content.decode()


def test_mail_without_an_address_is_refused_at_the_field(signed_in: Sign) -> None:
    client = signed_in("李明")
    page = client.post(reverse("cases:digest"), {"by_mail": "on", "address": ""})
    assert page.status_code == 422
    assert "先填写邮箱" in page.content.decode()
    assert client.post(reverse("cases:digest"), {"by_mail": "on", "address": "x"}).status_code == 422
    assert client.post(reverse("cases:digest"), {"by_mail": "on", "address": "x@example.org"}).status_code == 302
    assert DigestChoice.objects.get().address == "x@example.org"
