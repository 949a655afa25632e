"""Fill an empty installation with the sample bureau."""

from argparse import ArgumentParser
from collections.abc import Callable
from datetime import date, timedelta
from itertools import cycle, islice
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from bureau.sample import stories
from bureau.sample.checks import check_firms
from bureau.sample.draws import draw_at_random
from bureau.sample.inspections import inspect
from bureau.sample.people import BUREAU, PASSWORD, hire_everyone
from bureau.sample.permit_holders import license_everybody
from bureau.sample.permits import permit
from bureau.sample.recorders import film_everything
from bureau.sample.review import review as review_files
from bureau.sample.review_batches import review
from bureau.sample.sources import report
from bureau.sample.staffing import staff_and_rules
from bureau.sample.story import Cast, Story
from documents.certificates import make_trial_certificate
from law.holidays import add_working_days
from officers.models import Officer
from publicity.sheets import compile_sheets

Tell = Callable[[Cast, date, int], Story]

# One case for every desk, so that each sample account finds something to do; with the working days each has taken.
TALES: tuple[tuple[int, Tell], ...] = (
    (22, lambda cast, start, n: stories.overload(cast, start=start, serial=n, until="paid")),
    (45, lambda cast, start, n: stories.overload(cast, start=start, serial=n, until="closed")),
    (29, lambda cast, start, n: stories.dangerous_goods(cast, start=start, serial=n, until="under_review")),
    (60, lambda cast, start, n: stories.first_offence(cast, start=start, serial=n)),
    (6, lambda cast, start, n: stories.overload(cast, start=start, serial=n, until="approved")),
    (33, lambda cast, start, n: stories.dangerous_goods(cast, start=start, serial=n, until="discussed")),
    (15, lambda cast, start, n: stories.overload(cast, start=start, serial=n, until="ready")),
    (11, lambda cast, start, n: stories.dangerous_goods(cast, start=start, serial=n, until="notified")),
    (19, lambda cast, start, n: stories.overload(cast, start=start, serial=n, until="served")),
)


class Command(BaseCommand):
    help = "Create the sample bureau with its people and cases. Deterministic; refuses in production."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--cases", type=int, default=len(TALES), help="how many cases (default: one for every desk)"
        )
        parser.add_argument("--today", type=date.fromisoformat, help="as if it were this day (default: today)")

    def handle(self, *args: Any, cases: int, today: date | None = None, **options: Any) -> None:
        if not (settings.EMBEDDED or settings.DEBUG):
            raise CommandError("The sample bureau has known passwords: it is not for production.")
        if Officer.objects.exists():
            self.stdout.write("There are people in this database already: nothing to do.")
            return
        with transaction.atomic():
            cast, told = hire_everyone(), []
            for number, (taken, tell) in enumerate(islice(cycle(TALES), cases), start=1):
                story = tell(cast, working_days_before(today or timezone.localdate(), taken), number)
                told.append(story)
                self.stdout.write(f"  {number}/{cases} {story.case} {story.case.get_state_display()}")
            film_everything(cast, told, today or timezone.localdate())
            inspect(cast, today or timezone.localdate())
            draw_at_random(cast, today or timezone.localdate())
            report(cast, today or timezone.localdate())
            permit(cast, today or timezone.localdate())
            staff_and_rules(cast, today or timezone.localdate())
            license_everybody(cast, today or timezone.localdate())
            check_firms(cast, today or timezone.localdate())
            review(cast, today or timezone.localdate(), timezone.now())
            compile_sheets(today or timezone.localdate())
            review_files(cast, today or timezone.localdate(), now=timezone.now())
        make_trial_certificate(settings.SIGNING_DIR, BUREAU["name"], now=timezone.now())
        self.stdout.write(f"The sample bureau is ready: {len(cast)} accounts, password {PASSWORD}")


def working_days_before(today: date, count: int) -> date:
    """The last day from which so many working days have passed by today."""
    start = today
    while add_working_days(start, count) > today:
        start -= timedelta(days=1)
    return start
