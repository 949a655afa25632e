"""Of the defects planted into lawful files, how many does the review find at their place, and what in clean ones?

make review-bench

The planting (tests/oversight) knows the schema and nothing of the rules; what must be found was written by hand.
Exits with 1 when fewer than 99 % are found at their place, or a clean file has a finding.
"""

import argparse
import logging
import os
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

FOLDER = tempfile.mkdtemp(prefix="review-bench-")
os.environ |= {"EMBEDDED": "true", "VAR_DIR": FOLDER, "LOG_LEVEL": "ERROR", "DJANGO_SETTINGS_MODULE": "bureau.settings"}
os.environ.pop("DATABASE_URL", None)

import django  # noqa: E402
import structlog  # noqa: E402

django.setup()
structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))

import time_machine  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection, transaction  # noqa: E402

from benchmarks.copies import copy_case  # noqa: E402
from bureau.sample import stories  # noqa: E402
from bureau.sample.people import hire_everyone  # noqa: E402
from cases.case_file import CaseFile, load_case_file, load_case_files  # noqa: E402
from cases.models import Case  # noqa: E402
from law.review_standard import standards_in_force  # noqa: E402
from oversight.findings import Finding  # noqa: E402
from oversight.rules import RULES  # noqa: E402
from oversight.scoring import assess  # noqa: E402
from tests.oversight import force  # noqa: E402
from tests.oversight.conftest import finish, on_the_spot, pay  # noqa: E402
from tests.oversight.defects import DEFECTS  # noqa: E402
from tests.oversight.record_defects import RECORD_DEFECTS  # noqa: E402
from tests.oversight.test_planted import blanked  # noqa: E402
from tests.oversight.test_rules import FIELD_DEFECTS, STANDARD  # noqa: E402

TARGET = 0.99
CLEAN = 200


@dataclass(frozen=True)
class Tried:
    """One dossier with one defect: was it found at all, and at its place?"""

    kind: str
    rule: str
    found: bool
    placed: bool


def tell() -> dict[str, int]:
    """Each story to its end, lawfully."""
    call_command("migrate", verbosity=0)
    with time_machine.travel("2027-06-30 04:00Z", tick=False):
        cast = hire_everyone()
        overload, dangerous = stories.overload(cast), stories.dangerous_goods(cast, until="decided")
        pay(dangerous, date(2026, 7, 6), Decimal(78000))
        finish(overload, date(2026, 4, 14))
        finish(dangerous, date(2026, 7, 10))
        made = {"overload": overload, "dangerous": dangerous, "first_offence": stories.first_offence(cast)}
        made["on_the_spot"] = on_the_spot(cast)
        made |= {name: getattr(force, name)(cast) for name in ("held", "registered", "enforced")}
        made["overload 2"] = stories.overload(cast, start=date(2026, 4, 14), serial=9)
        finish(made["overload 2"], date(2026, 5, 19))
        made["first_offence 2"] = stories.first_offence(cast, start=date(2026, 6, 16), serial=9)
    return {name: story.case.pk for name, story in made.items()}


AGAIN = {"overload": "overload 2", "first_offence": "first_offence 2", "dangerous": "enforced"}
"""The same kind of case told on other days: its papers say the same and count differently."""


def fields(told: dict[str, int]) -> Iterator[Tried]:
    """Every paper of the form in turn: a field left empty must be found in that paper under its label."""
    rows = FIELD_DEFECTS + [row | {"story": AGAIN[row["story"]]} for row in FIELD_DEFECTS if row["story"] in AGAIN]
    for row in rows:
        for number in range(_papers(told[row["story"]], row["form"])):
            file = load_case_file(told[row["story"]])
            paper = [one for one in file.papers if one.form_key == row["form"] and one.issued_on][number]
            try:
                paper.content = blanked(paper.content, row["path"])
            except (AssertionError, IndexError):
                continue  # this paper of the form has no such row
            found = RULES[row["rule"]].findings(file)
            places = {(one.document, one.form, one.field) for one in found}
            kind = f"{row['form']} {row['path']}"
            yield Tried(kind, row["rule"], bool(found), (paper.pk, row["form"], row["field"]) in places)


def _papers(case: int, form: str) -> int:
    return sum(one.form_key == form and one.issued_on is not None for one in load_case_file(case).papers)


def records(told: dict[str, int]) -> Iterator[Tried]:
    for defect in RECORD_DEFECTS:
        file = load_case_file(told[defect.story])
        defect.plant(file)
        yield _judged(str(defect), defect.rule, defect.says, RULES[defect.rule].findings(file))


def rows(told: dict[str, int]) -> Iterator[Tried]:
    """Written into the database past its own bars, as data from elsewhere may be; taken back each time."""
    for defect in DEFECTS:
        if defect.rule == "cover-can-be-filled":
            continue  # nothing is planted: an open file has no number of the archive yet
        with transaction.atomic():
            defect.plant(told[defect.story])
            found = RULES[defect.rule].findings(load_case_file(told[defect.story]))
            transaction.set_rollback(True)
        yield _judged(str(defect), defect.rule, defect.says, found)


def _judged(kind: str, rule: str, says: str, found: tuple[Finding, ...]) -> Tried:
    right = [one for one in found if says in one.sentence]
    return Tried(kind, rule, bool(found), any(one.field or one.form or one.locator for one in right))


def clean(told: dict[str, int]) -> tuple[int, Counter[str]]:
    """Lawful files and copies of them, by every standard: what is found there is wrong."""
    ids = list(told.values())
    for name in ("overload", "dangerous", "first_offence"):
        ids += copy_case(Case.objects.get(pk=told[name]), CLEAN // 3 + 1)
    wrong: Counter[str] = Counter()
    for file in load_case_files(ids):
        wrong.update(_wrong(file))
    return len(ids), wrong


def _wrong(file: CaseFile) -> Iterator[str]:
    for standard in standards_in_force(STANDARD):
        for mark in assess(file, standard).marks:
            yield from (f"{standard.key} {mark.item.number}: {one.sentence}" for one in mark.findings)


def open_the_database() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        for (name,) in cursor.fetchall():
            cursor.execute(f'DROP TRIGGER "{name}"')
        cursor.execute("PRAGMA ignore_check_constraints = ON")


def main() -> int:
    argparse.ArgumentParser(description=__doc__).parse_args()
    try:
        told = tell()
        count, wrong = clean(told)
        open_the_database()
        tried = [*fields(told), *records(told), *rows(told)]
    finally:
        connection.close()
        shutil.rmtree(FOLDER, ignore_errors=True)
    return show(tried, count, wrong)


def show(tried: list[Tried], count: int, wrong: Counter[str]) -> int:
    found, placed = sum(one.found for one in tried), sum(one.placed for one in tried)
    print("| rule | planted | found | at its place |\n|---|---:|---:|---:|")
    for rule in sorted({one.rule for one in tried}):
        mine: list[Any] = [one for one in tried if one.rule == rule]
        print(f"| {rule} | {len(mine)} | {sum(one.found for one in mine)} | {sum(one.placed for one in mine)} |")
    print(
        f"\n{len(tried)} dossiers with planted defects of {len({one.kind for one in tried})} kinds, {len(RULES)} rules"
    )
    print(f"recall {found / len(tried):.1%}, at the right place {placed / len(tried):.1%}")
    print(f"{count} clean dossiers by {len(standards_in_force(STANDARD))} standards: {sum(wrong.values())} findings")
    for sentence, times in wrong.most_common():
        print(f"  wrong: {times} × {sentence}")
    for one in tried:
        if not one.placed:
            print(f"  missed: {one.kind}")
    return int(placed / len(tried) < TARGET or bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
