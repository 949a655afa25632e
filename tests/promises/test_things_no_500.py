"""Can anything that is typed break the form of an act on held things, or be lost when it is refused?"""

from datetime import date
from typing import Any

import pytest
from django.utils import timezone
from hypothesis import given

from bureau.sample.people import hire_everyone
from bureau.sample.story import Cast, at
from cases.act import acts_of
from cases.case_file import load_case_file
from cases.models import Case, CustodyChange
from cases.views.act import form_of
from tests.cases.holding import detained, measure_of, offer, proposed, reported
from tests.promises.nasty import answers
from tests.promises.test_no_500 import EXAMPLES, at_work, send

DAY = date(2026, 5, 8)
ON_MEASURES = (
    (proposed, "卫国", ("approve_measure", "refuse_measure")),
    (proposed, "赵刚", ("give_up_measure",)),
    (reported, "卫国", ("confirm_measure", "annul_measure")),
    (detained, "卫国", ("extend_measure", "release_measure")),
    (
        detained,
        "赵刚",
        ("announce_test", "photograph_thing", "hand_over_things", "serve_measure_paper", "propose_disposal"),
    ),
)


@pytest.fixture
def cast(db: None, printer: None, time_machine: Any) -> Cast:
    time_machine.move_to(at(DAY, 18), tick=False)
    return hire_everyone("quick")


def try_all(
    cast: Cast, case: Case, machine: Any, address: str, who: str, keys: tuple[str, ...], today: date = DAY
) -> None:
    browser = at_work(cast, who)
    for key in keys:
        page = f"{address}act/{key}/"
        assert browser.get(page).status_code == 200, key
        subject = None if machine is case else machine
        file = load_case_file(case.pk)
        form = form_of(acts_of(machine)[key])(None, file=file, officer=cast[who], today=today, subject=subject)

        @EXAMPLES
        @given(typed=answers(form.fields))
        def try_it(typed: dict[str, str]) -> None:
            typed = {"on": timezone.localdate().isoformat(), "step": "do"} | typed
            send(browser, page, typed, form.fields)  # noqa: B023

        try_it()


@pytest.mark.parametrize(("tell", "who", "keys"), ON_MEASURES)
def test_no_form_about_a_measure_breaks_or_forgets(tell: Any, who: str, keys: tuple[str, ...], cast: Cast) -> None:
    story = tell(cast)
    measure = measure_of(story)
    try_all(cast, story.case, measure, f"/cases/{story.case.pk}/measure/{measure.pk}/", who, keys)


def test_no_form_about_custody_breaks_or_forgets(cast: Cast) -> None:
    story = detained(cast)
    offer(story)
    change = CustodyChange.objects.get()
    keys = ("take_over_things", "decline_things")
    try_all(cast, story.case, change, f"/cases/{story.case.pk}/custody/{change.pk}/", "施康", keys)


def test_no_form_that_takes_a_measure_breaks_or_forgets(cast: Cast) -> None:
    story = detained(cast)
    keys = ("propose_measure", "take_measure_at_once")
    try_all(cast, story.case, story.case, f"/cases/{story.case.pk}/", "赵刚", keys)
