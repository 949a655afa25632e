"""Can anything that is typed or sent break a page, or be lost when it is refused?"""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django import forms
from django.db import transaction
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, given, settings

from bureau.sample.meter import meter
from bureau.sample.people import hire_everyone
from bureau.sample.stories import dangerous_goods, overload
from bureau.sample.story import Cast, Story, at
from cases.act import Act, acts_of
from cases.case_file import load_case_file
from cases.forms.lead import LeadForm
from cases.forms.roadside import RoadsideForm
from cases.forms.spot import TellingFields
from cases.models import Case
from cases.objects import object_type
from cases.views.act import form_of
from tests.cases.situations import TRADER, add_party, lead
from tests.promises.nasty import MARK, NASTY, answers

EXAMPLES = settings(
    max_examples=max(6, settings.default.max_examples // 8),
    deadline=None,
    database=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)


def fresh(cast: Cast) -> Story:
    story = lead(cast, "当事人")
    add_party(story, TRADER, "HY-012")
    return story


def filed(cast: Cast) -> Story:
    story = fresh(cast)
    story.record_scene(story.case.registered_on, "现场。", "田大力", "驾驶人")
    story.evidence(story.case.registered_on, "documentary", "证件", "当事人", "逾期")
    story.file_case(story.case.registered_on)
    story.handler("order_correction", story.case.registered_on, party=story.case.parties.get(), content="补办。")
    return story


def asked(cast: Cast) -> Story:
    story = dangerous_goods(cast, until="notified")
    story.handler("request_hearing", date(2026, 5, 22), party=story.party, oral=False)
    return story


def convened(cast: Cast) -> Story:
    story = asked(cast)
    people = {"chair": cast["褚文"], "recorder": cast["朱玉"], "is_public": True, "private_reason": ""}
    when = {"set_for": at(date(2026, 6, 5), 9), "place": "听证室"}
    story.with_hearing("赵刚", "convene_hearing", date(2026, 5, 25), **people, **when)
    story.serve("serve_paper_on_party", "hearing-notice", date(2026, 5, 25), "高宏", "法定代表人")
    return story


STORIES: dict[str, tuple[Callable[[Cast], Story], date, dict[str, str]]] = {
    "lead": (
        fresh,
        date(2026, 3, 3),
        dict.fromkeys(("add_party", "withdraw_party", "add_charge", "add_evidence", "propose_filing"), "李明"),
    ),
    "on the spot": (
        lambda cast: meter(cast, until="found"),
        date(2026, 7, 2),
        {"punish_on_the_spot": "李明", "turn_ordinary": "李明"},
    ),
    "filed": (
        filed,
        date(2026, 3, 3),
        dict.fromkeys(("conclude_investigation", "record_scene", "record_interview", "record_inspection"), "李明")
        | dict.fromkeys(("complete_evidence", "show_evidence", "propose_preservation"), "李明")
        | dict.fromkeys(("take_samples", "entrust_appraisal", "raise_dispute", "request_assistance"), "李明")
        | {"assign_officer": "郑海", "recuse_officer": "卫国", "order_correction": "李明", "change_officers": "郑海"}
        | dict.fromkeys(("apply_for_recusal", "report_suspected_crime", "propose_suspension", "propose_ending"), "李明")
        | dict.fromkeys(("serve_paper_on_party", "record_failed_service", "post_public_notice"), "李明")
        | dict.fromkeys(("confirm_service_address", "entrust_service", "add_service_proof"), "李明"),
    ),
    "notified": (
        lambda cast: dangerous_goods(cast, until="notified"),
        date(2026, 5, 19),
        dict.fromkeys(("record_statement", "record_waiver", "request_hearing", "reopen_investigation"), "赵刚"),
    ),
    "asked": (
        asked,
        date(2026, 5, 25),
        dict.fromkeys(("hearing.convene_hearing", "hearing.waive_hearing", "hearing.register_agent"), "赵刚"),
    ),
    "convened": (
        convened,
        date(2026, 6, 5),
        dict.fromkeys(("hearing.hold_hearing", "hearing.postpone_hearing", "hearing.treat_as_waived"), "褚文")
        | {"hearing.decide_recusal": "卫国", "hearing.end_hearing": "褚文", "hearing.suspend_hearing": "褚文"},
    ),
    "under review": (
        lambda cast: dangerous_goods(cast, until="under_review"),
        date(2026, 6, 15),
        {"pass_review": "陈静", "return_review": "陈静"},
    ),
    "ready": (
        lambda cast: overload(cast, until="ready"),
        date(2026, 4, 2),
        {"decide_penalty": "卫国", "hold_discussion": "卫国", "extend_decision_period": "卫国"},
    ),
    "served": (
        lambda cast: overload(cast, until="served"),
        date(2026, 4, 9),
        {"record_payment": "杨兰", "propose_exemption": "李明", "propose_paper_correction": "李明"},
    ),
}


@pytest.fixture
def cast(db: None, printer: None, time_machine: Any) -> Cast:
    return hire_everyone("quick")


def at_work(cast: Cast, name: str) -> Client:
    browser = Client(raise_request_exception=True)
    browser.force_login(cast[name], "django.contrib.auth.backends.ModelBackend")
    return browser


def place(story: Story, key: str) -> tuple[str, Act, Any]:
    """Where an act is done: on the case, or as `kind.key` on its only legal object of that kind."""
    kind, _dot, name = key.rpartition(".")
    if not kind:
        return f"/cases/{story.case.pk}/act/{key}/", acts_of(Case)[key], None
    subject = object_type(kind)._meta.default_manager.get(case=story.case)
    return f"/cases/{story.case.pk}/{kind}/{subject.pk}/act/{name}/", acts_of(subject)[name], subject


def first_text(fields: dict[str, Any]) -> str:
    return next((name for name, one in fields.items() if type(one) is forms.CharField), "")


def send(browser: Client, address: str, typed: dict[str, str], fields: dict[str, Any]) -> None:
    """One submission: never a server error, and never lost when refused."""
    marked = first_text(fields)
    with transaction.atomic():
        response = browser.post(address, typed | ({marked: MARK} if marked else {}))
        transaction.set_rollback(True)
    assert response.status_code in (200, 302, 409, 422), response.status_code
    if marked and response.status_code in (409, 422):
        assert MARK in response.content.decode()


@pytest.mark.parametrize("name", STORIES)
def test_no_form_of_an_act_breaks_or_forgets(name: str, cast: Cast, time_machine: Any) -> None:
    tell, day, acts = STORIES[name]
    story = tell(cast)
    time_machine.move_to(at(day, 18), tick=False)
    for key, who in acts.items():
        address, act, subject = place(story, key)
        browser = at_work(cast, who)
        assert browser.get(address).status_code == 200, key
        form = form_of(act)(
            None, file=load_case_file(story.case.pk), officer=cast[who], today=timezone.localdate(), subject=subject
        )

        @EXAMPLES
        @given(typed=answers(form.fields))
        def try_it(typed: dict[str, str]) -> None:
            typed = {"on": timezone.localdate().isoformat(), "step": "do"} | typed
            send(browser, address, typed, form.fields)  # noqa: B023

        try_it()


def test_the_form_of_a_lead_neither_breaks_nor_forgets(cast: Cast) -> None:
    browser = at_work(cast, "李明")
    fields = LeadForm(officer=cast["李明"], now=timezone.localtime()).fields

    @EXAMPLES
    @given(typed=answers(fields))
    def try_it(typed: dict[str, str]) -> None:
        send(browser, "/cases/new/", typed, fields)

    try_it()


def test_the_roadside_screen_neither_breaks_nor_forgets(cast: Cast) -> None:
    """Both pages, with every step a button can send."""
    browser = at_work(cast, "李明")
    fields = RoadsideForm(officer=cast["李明"], now=timezone.localtime()).fields | TellingFields().fields
    for step in ("check", "do", "edit", "ordinary"):

        @EXAMPLES
        @given(typed=answers(fields))
        def try_it(typed: dict[str, str]) -> None:
            send(browser, "/cases/new/spot/", {"step": step} | typed, fields)  # noqa: B023

        try_it()


@pytest.mark.parametrize(
    "address",
    ["/cases/?q={}", "/cases/?state={}&list={}", "/cases/?filed_from={}&filed_to={}", "/cases/?after={}", "/cases/?before={}",
     "/statutes/?on={}", "/public/?q={}", "/public/?after={}", "/public/verify/?code={}", "/sign-in/?next={}", "/terms/?x={}"],
)  # fmt: skip
def test_no_question_in_an_address_breaks_a_page(address: str, cast: Cast) -> None:
    browser = at_work(cast, "卫国")
    path, _mark, query = address.partition("?")
    names = [part.split("=")[0] for part in query.split("&")]
    for value in NASTY:
        if len(value) < 30_000:
            response = browser.get(path, dict.fromkeys(names, value))
            assert response.status_code in (200, 302, 404), (value[:20], response.status_code)


@pytest.mark.parametrize("key", ["no_such_act", "a" * 300, "__class__", "decide_penalty"])
def test_an_act_that_is_not_open_is_no_error(key: str, cast: Cast) -> None:
    case = lead(cast, "当事人").case
    assert at_work(cast, "李明").get(f"/cases/{case.pk}/act/{key}/").status_code in (404, 409)


def test_a_refused_post_keeps_what_was_typed_also_when_the_case_has_moved_on(cast: Cast) -> None:
    story = fresh(cast)
    browser = at_work(cast, "李明")
    story.record_scene(story.case.registered_on, "现场。", "田大力", "驾驶人")
    story.handler("propose_filing", story.case.registered_on, opinion="同意。")
    response = browser.post(f"/cases/{story.case.pk}/act/add_party/", {"on": "2026-03-02", "name": MARK})
    assert response.status_code == 409
    assert MARK in response.content.decode()
