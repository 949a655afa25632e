"""Does the record betray every change that someone with the whole database at hand can make to it?"""

import hashlib
import io
import json
from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from hypothesis import given
from hypothesis import strategies as st

from bureau.sample import stories
from bureau.sample.people import hire_everyone
from cases import record
from cases.models import Case, RecordEntry
from officers.models import Department, Officer
from tests.cases.threads import at_once

BARS = tuple(
    f"{table}_keeps_on_{event}" for table in ("recordentry", "recordpayload") for event in ("update", "delete")
)
DAY = date(2026, 3, 10)


def new_case(officer: Officer, cause: str = "涉嫌超限运输") -> Case:
    return Case.objects.create(
        cause=cause,
        source="inspection",
        received_at=datetime(2026, 3, 10, 9, 40, tzinfo=ZoneInfo("Asia/Shanghai")),
        occurred_on=DAY,
        registered_on=DAY,
        place="S210线",
        summary="检查时发现。",
        department=officer.department,
    )


def say(case: Case, officer: Officer, words: str) -> RecordEntry:
    with transaction.atomic():
        return record.append(
            case, act="add_evidence", actor=officer, role="case_officers", on=DAY, state=("lead", "lead"), facts=words
        )


def people() -> tuple[Officer, Officer]:
    unit = Department.objects.create(name="治超站", handles_cases=True)
    return tuple(Officer.objects.create(staff_number=f"10{n}", name=f"执法员{n}", department=unit) for n in "12")


@pytest.fixture
def book(db: None) -> tuple[Case, Case]:
    """Entries 1, 3, 4, 6 and 7 are the first case's, 2 and 5 the second's."""
    officer, _other = people()
    first, second = new_case(officer), new_case(officer)
    for number, case in enumerate((first, second, first, first, second, first, first), start=1):
        say(case, officer, f"第{number}项证据")
    return first, second


# --- the attacker --------------------------------------------------------------------------------------
def sql(statement: str, *values: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def drop_bars() -> None:
    """What the owner of the database can do, and the application's account cannot."""
    for name in BARS:
        on_table = f" ON cases_{name.partition('_')[0]}" if connection.vendor == "postgresql" else ""
        sql(f"DROP TRIGGER {name}{on_table}")


def entry_id(gseq: int) -> int:
    return RecordEntry.objects.get(gseq=gseq).pk


def put_header(gseq: int, *, rehash: bool, **changes: Any) -> None:
    header = json.loads(RecordEntry.objects.get(gseq=gseq).header) | changes
    text = json.dumps(header, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    sql("UPDATE cases_recordentry SET header = %s WHERE gseq = %s", text, gseq)
    if rehash:
        digest = hashlib.sha256(b"\x00" + text.encode()).hexdigest()
        sql("UPDATE cases_recordentry SET hash = %s WHERE gseq = %s", digest, gseq)


def edit_header() -> None:
    put_header(3, rehash=False, role="head_of_bureau")


def edit_payload() -> None:
    sql("UPDATE cases_recordpayload SET body = %s WHERE entry_id = %s", '{"facts":"别的"}', entry_id(3))


def delete_payload(gseq: int = 3) -> None:
    sql("DELETE FROM cases_recordpayload WHERE entry_id = %s", entry_id(gseq))


def delete_entry(gseq: int) -> None:
    delete_payload(gseq)
    sql("DELETE FROM cases_recordentry WHERE gseq = %s", gseq)


def renumber(old: int, new: int) -> None:
    sql("UPDATE cases_recordentry SET gseq = %s WHERE gseq = %s", new, old)


def swap_entries() -> None:
    renumber(3, 1000)
    renumber(4, 3)
    renumber(1000, 4)


def forge(gseq: int, cseq: int, after: int) -> None:
    """A new last entry of the first case: right in itself, with a right link to the one before."""
    model = RecordEntry.objects.get(gseq=after)
    header = json.loads(model.header) | {"gseq": gseq, "cseq": cseq, "prev": model.hash}
    salt, body = "00" * 16, '{"facts":"补记的证据"}'
    header["pc"] = hashlib.sha256(b"\x50" + bytes.fromhex(salt) + body.encode()).hexdigest()
    text = json.dumps(header, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    model.pk, model.gseq, model.cseq, model.header = None, gseq, cseq, text
    model.hash = hashlib.sha256(b"\x00" + text.encode()).hexdigest()
    model.save()
    sql("INSERT INTO cases_recordpayload (entry_id, salt, body) VALUES (%s, %s, %s)", model.pk, salt, body)


def insert_in_the_middle() -> None:
    for gseq in (7, 6, 5, 4):
        renumber(gseq, gseq + 1)
    forge(4, 6, after=3)


def change_actor() -> None:
    other = Officer.objects.get(staff_number="102")
    sql("UPDATE cases_recordentry SET actor_id = %s WHERE gseq = 3", other.pk)


def change_day() -> None:
    sql('UPDATE cases_recordentry SET "on" = %s WHERE gseq = 3', "2026-03-09")


def change_moment() -> None:
    sql("UPDATE cases_recordentry SET recorded_at = %s WHERE gseq = 3", "2026-03-10 00:00:00+00:00")


def rehash_the_chain() -> None:
    """Edit what was said, then mend every hash and link of the case, but not the commitment."""
    edit_payload()
    previous = RecordEntry.objects.get(gseq=1).hash
    for gseq in (3, 4, 6, 7):
        put_header(gseq, rehash=True, prev=previous, role="head_of_bureau")
        previous = RecordEntry.objects.get(gseq=gseq).hash


def spoil_header() -> None:
    text = "not a header"
    sql("UPDATE cases_recordentry SET header = %s WHERE gseq = 3", text)
    digest = hashlib.sha256(b"\x00" + text.encode()).hexdigest()
    sql("UPDATE cases_recordentry SET hash = %s WHERE gseq = 3", digest)


TAMPERINGS: list[tuple[str, Callable[[], None], int, str]] = [
    ("header edited", edit_header, 3, "header does not match its hash"),
    ("payload edited", edit_payload, 3, "payload does not match its commitment"),
    ("payload deleted", delete_payload, 3, "payload is missing"),
    ("entry deleted in the middle", partial(delete_entry, 4), 4, "missing entry"),
    ("last entry deleted", partial(delete_entry, 7), 7, "missing entry at the end"),
    ("entry inserted at the end", partial(forge, 8, 6, 7), 8, "entry beyond the counted end"),
    ("entry inserted in the middle", insert_in_the_middle, 4, "the case's chain is broken before this entry"),
    ("two entries swapped", swap_entries, 3, "columns do not match the header"),
    ("actor column changed", change_actor, 3, "columns do not match the header"),
    ("date column changed", change_day, 3, "columns do not match the header"),
    ("moment column changed", change_moment, 3, "columns do not match the header"),
    (
        "hash recomputed without the chain",
        partial(put_header, 3, rehash=True, role="head_of_bureau"),
        4,
        "the case's chain is broken before this entry",
    ),
    ("chain re-hashed without the commitment", rehash_the_chain, 3, "payload does not match its commitment"),
    ("header spoilt and hashed again", spoil_header, 3, "header cannot be read"),
]


def told(**options: Any) -> tuple[int, dict[str, Any]]:
    out = io.StringIO()
    try:
        call_command("verify_record", json=True, stdout=out, **options)
    except SystemExit as left:
        return int(left.code or 0), json.loads(out.getvalue())
    return 0, json.loads(out.getvalue())


@pytest.mark.parametrize(
    ("tamper", "gseq", "problem"), [row[1:] for row in TAMPERINGS], ids=[row[0] for row in TAMPERINGS]
)
def test_a_tampering_is_found_and_named_at_its_place(
    book: tuple[Case, Case], tamper: Callable[[], None], gseq: int, problem: str
) -> None:
    assert told() == (0, {"entries": 7, "findings": []})
    drop_bars()
    tamper()
    first = next(record.verify())
    assert (first.gseq, first.problem) == (gseq, problem)
    code, answer = told()
    assert code == 2
    assert (answer["findings"][0]["gseq"], answer["findings"][0]["problem"]) == (gseq, problem)


def test_a_finding_names_its_case_and_leaves_the_other_clean(book: tuple[Case, Case]) -> None:
    first, second = book
    drop_bars()
    edit_payload()
    assert [one.case for one in record.verify(first.pk)] == [first.pk]
    assert list(record.verify(second.pk)) == []
    assert told(case=str(second.pk))[0] == 0
    assert told(case=str(first.pk))[0] == 2


@pytest.mark.parametrize("tamper", [edit_header, edit_payload, delete_payload, change_actor, change_day])
def test_the_database_itself_refuses_while_its_bars_stand(book: tuple[Case, Case], tamper: Callable[[], None]) -> None:
    with pytest.raises(DatabaseError, match="只能追加"), transaction.atomic():
        tamper()
    assert list(record.verify()) == []


# --- order under concurrency ---------------------------------------------------------------------------
class Regret(RuntimeError):
    """The act failed after its entry was written."""


def write_some(case: Case, officer: Officer) -> None:
    for number in range(10):
        say(case, officer, f"{number}")
        try:
            with transaction.atomic():
                say(case, officer, "撤回")
                raise Regret
        except Regret:
            continue


@pytest.mark.django_db(transaction=True)
def test_two_writers_with_rollbacks_leave_no_gap() -> None:
    officer, other = people()
    at_once([partial(write_some, new_case(officer), officer), partial(write_some, new_case(officer), other)])
    assert list(RecordEntry.objects.values_list("gseq", flat=True)) == list(range(1, 21))
    assert list(record.verify()) == []


# --- form ----------------------------------------------------------------------------------------------
def by_hand(value: Any) -> str:
    """RFC 8785 for our subset, written down from the RFC: UTF-16 order is code point order for ASCII keys."""
    if isinstance(value, dict):
        return "{" + ",".join(f"{text(key)}:{by_hand(value[key])}" for key in sorted(value)) + "}"
    if isinstance(value, list):
        return "[" + ",".join(by_hand(one) for one in value) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int) else text(value)


SHORT = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def text(value: str) -> str:
    return '"' + "".join(SHORT.get(c, f"\\u{ord(c):04x}" if ord(c) < 0x20 else c) for c in value) + '"'


KEYS = st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E), min_size=1, max_size=8)
LEAVES = st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text(st.characters(exclude_categories=["Cs"]))


@given(st.recursive(LEAVES, lambda inner: st.lists(inner) | st.dictionaries(KEYS, inner), max_leaves=20))
def test_the_canonical_form_equals_one_written_by_hand(value: Any) -> None:
    assert record.canonical(value) == by_hand(value)


@pytest.mark.django_db
def test_headers_hold_nothing_that_names_the_party(time_machine: Any) -> None:
    time_machine.move_to("2026-11-02 02:00Z", tick=False)
    cast = hire_everyone()
    stories.first_offence(cast)
    stories.overload(cast)
    headers = "".join(RecordEntry.objects.values_list("header", flat=True))
    bodies = "".join(RecordEntry.objects.values_list("payload__body", flat=True))
    personal = [
        stories.TRUCKER["name"],
        "田大力",
        "19790612",  # as it stands in the identity number: four digits alone may stand in any hash
        "东街",
        "老田",
        stories.FIRM["name"],
        "马顺",
        "蒙G99871",
        "0475-",
    ]
    assert [one for one in personal if one not in bodies] == []  # the search is able to find them
    assert [one for one in personal if one in headers] == []
    numbers = {party.id_number or party.uscc for case in Case.objects.all() for party in case.parties.all()}
    assert all(numbers)
    assert not any(number in headers for number in numbers)
    assert list(record.verify()) == []
