"""How fast is 我的待办 with 50,000 cases in the book, next to loading the visible cases and sorting them in Python?

python -m benchmarks.worklist --cases 50000
"""

import argparse
import sys
import time
from collections.abc import Callable
from datetime import date
from typing import Any

from benchmarks.installation import begin, machine, milliseconds, table

begin()

from django.contrib.auth import get_user_model  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.urls import reverse  # noqa: E402
from django.utils import timezone  # noqa: E402

from benchmarks.book import fill_book  # noqa: E402
from cases.models import Case  # noqa: E402
from cases.screens.next_act import OUTCOMES, main_act  # noqa: E402
from cases.screens.worklist import OTHERS_TERMS, OWN_TERMS, PUBLISHABLE, SHOWN, worklist  # noqa: E402
from cases.states import State  # noqa: E402
from officers.models import Officer  # noqa: E402
from officers.roles import Role  # noqa: E402

DESKS = ("李明", "郑海", "卫国")
ROUNDS = 15
ALL_AT_ONCE = ("terms", "assignments__officer", "parties")


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--cases", type=int, default=50_000)
    options.add_argument("--rounds", type=int, default=ROUNDS)
    given = options.parse_args()
    call_command("migrate", verbosity=0)
    fill_book(given.cases, timezone.localdate())
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    print("The book is filled; now each desk.", file=sys.stderr)
    rows = [desk_row(name, given.rounds) for name in DESKS]
    head = ("desk", "visible", "function p50", "p95", "queries", "page p50", "p95", "naive", "row by row")
    show(table(head, rows), given.cases)
    return 0


def show(lines: str, cases: int) -> None:
    print(lines)
    print(
        f"\n{cases:,} cases, {Officer.objects.holding(Role.OFFICER).count()} officers; SQLite; CPU time; {machine()}."
    )


def desk_row(name: str, rounds: int) -> tuple[str, ...]:
    officer = get_user_model().objects.get(name=name)
    today = timezone.localdate()
    client = Client(headers={"host": "127.0.0.1"})
    client.force_login(officer, backend="django.contrib.auth.backends.ModelBackend")
    if client.get(reverse("cases:worklist")).status_code != 200:
        raise AssertionError(f"The page must open for {officer}.")
    naive, found = timed(lambda: in_python(fresh(officer), today, ALL_AT_ONCE))
    check_same(officer, today, found)
    ours, page = [], []
    for _ in range(rounds):
        ours.append(timed(lambda: worklist(fresh(officer), today))[0])
        page.append(timed(lambda: client.get(reverse("cases:worklist")))[0])
    row_by_row = timed(lambda: in_python(fresh(officer), today, ()))[0] if name == DESKS[0] else 0
    with CaptureQueriesContext(connection) as queries:
        worklist(fresh(officer), today)
    (half, most), (page_half, page_most) = milliseconds(ours), milliseconds(page)
    return (
        f"{'、'.join(str(role.label) for role in officer.roles)} {name}",
        f"{Case.objects.visible_to(officer).count():,}",
        f"{half:.0f} ms",
        f"{most:.0f} ms",
        str(len(queries)),
        f"{page_half:.0f} ms",
        f"{page_most:.0f} ms",
        f"{naive * 1000:,.0f} ms (×{naive * 1000 / half:.0f})",
        f"{row_by_row * 1000:,.0f} ms (×{row_by_row * 1000 / half:.0f})" if row_by_row else "",
    )


def fresh(officer: Officer) -> Officer:
    """Without the posts remembered from the round before."""
    return Officer.objects.get(pk=officer.pk)


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """Seconds of CPU, for the desks of a bureau do not share theirs with a benchmark; and the answer."""
    started = time.process_time()
    answer = work()
    return time.process_time() - started, answer


def check_same(officer: Officer, today: date, theirs: list[tuple[int, list[str]]]) -> None:
    ours = [(group.total, [row.url for row in group.rows]) for group in worklist(fresh(officer), today)]
    if ours != theirs:
        totals = [[total for total, _urls in found] for found in (ours, theirs)]
        raise AssertionError(f"Both ways must find the same work for {officer}: {totals}")


# --- what a plain view does: load what is visible, then look at each ---------------------------------
def in_python(officer: Officer, today: date, loaded: tuple[str, ...]) -> list[tuple[int, list[str]]]:
    groups: dict[str, list[tuple[Any, ...]]] = {"today": [], "mine": [], "others": []}
    for case in Case.objects.visible_to(officer).prefetch_related(*loaded).order_by("pk"):
        key, due = place_of(case, officer, today)
        if key:
            groups[key].append((due or date.max, case.pk, reverse("cases:case", args=[case.pk])))
    return [(len(found), [url for _due, _pk, url in sorted(found)[:SHOWN]]) for found in groups.values()]


def place_of(case: Case, officer: Officer, today: date) -> tuple[str, date | None]:
    handles = any(one.officer == officer for one in case.assignments.all() if one.until is None)
    running = [one for one in case.terms.all() if one.ended_on is None]
    due = min((one.due_on for one in running if one.nature in OWN_TERMS), default=None)
    held_up = any(one.key in OTHERS_TERMS and one.due_on >= today for one in running)
    if is_turn_of(case, officer, handles and not held_up, {one.key for one in running}):
        return ("today" if due and due <= today else "mine"), due
    if handles and case.state not in (State.NOT_FILED, State.ARCHIVED):
        return "others", due
    return "", None


def is_turn_of(case: Case, officer: Officer, may_go_on: bool, running: set[str]) -> bool:
    act = main_act(case.state)
    actor = act.by.name if act else ""
    if case.state == State.PROPOSAL_APPROVED and case.recommendation in OUTCOMES:
        actor = Role.BUREAU_HEAD.value
    return (
        (actor == "case_officers" and may_go_on and officer.holds(Role.OFFICER))
        or (actor == "head_of_unit" and officer.holds(Role.TEAM_HEAD) and case.department_id == officer.department_id)
        or any(actor == one.value and officer.holds(one) for one in BY_POST)
        or (officer.holds(Role.FINANCE) and "payment" in running)
        or (officer.holds(Role.PUBLISHER) and "publish" in running and case.state in PUBLISHABLE)
    )


BY_POST = (Role.BUREAU_HEAD, Role.LEGAL_REVIEWER, Role.ARCHIVIST)


if __name__ == "__main__":
    sys.exit(main())
