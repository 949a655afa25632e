"""Does every address answer every method of every person as the written matrix says, and nothing more?"""

import csv
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, transaction
from django.http import HttpResponseBase
from django.test import Client

from tests.promises.places import CANARY, METHODS, SYSTEM, WHO, Objects, Place, places

MATRIX = Path(__file__).with_name("access_matrix.csv")
"""place, methods, then one column per person: yes · sign-in (sent to the sign-in page) · 404 (does not exist)."""
EVERY_METHOD = os.environ.get("HYPOTHESIS_PROFILE") == "full"
SAFE = ("GET", "HEAD", "OPTIONS")
WRITES = ("INSERT", "UPDATE", "DELETE", "REPLACE")
HOUSEKEEPING = ("django_session", "axes_", "SAVEPOINT", "files_fileaccess")
"""What may be written on looking: the session, the sign-in's own count, and that somebody looked."""
Row = dict[str, str]


def matrix() -> dict[str, Row]:
    with MATRIX.open(encoding="utf-8", newline="") as lines:
        return {row["place"]: row for row in csv.DictReader(lines)}


def body_of(response: HttpResponseBase) -> str:
    content = b"".join(response.streaming_content) if response.streaming else response.content
    return bytes(content).decode("utf-8", "replace")


@contextmanager
def writes_noted() -> Iterator[list[str]]:
    noted: list[str] = []

    def look(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.lstrip().upper().startswith(WRITES) and not any(name in sql for name in HOUSEKEEPING):
            noted.append(sql[:90])
        return execute(sql, params, many, context)

    with connection.execute_wrapper(look):
        yield noted


def requests(browser: Client, address: str, methods: tuple[str, ...]) -> Iterator[tuple[str, Any, list[str]]]:
    """Each request in a savepoint of its own: one person's post must not prepare the next one's page."""
    for method in methods:
        with transaction.atomic(), writes_noted() as written:
            yield method, browser.generic(method, address), written
            transaction.set_rollback(True)


def verdict(cell: str, allowed: list[str], method: str, response: Any) -> str:
    """What is wrong with an answer; empty when it is as written."""
    status = response.status_code
    if cell == "404":
        unknown_method = status == 405 and method not in allowed
        return "" if status == 404 or unknown_method else f"{status} instead of 404"
    if cell == "sign-in":
        # A form whose session has ended is answered with the sign-in page itself, so that nothing typed is lost.
        asked = status == 401 and method == "POST"
        sent_away = asked or (status == 302 and "/sign-in/" in response["Location"])
        return "" if sent_away else f"{status} instead of the sign-in page"
    if method not in allowed:
        # HEAD and OPTIONS tell nothing that GET does not.
        harmless = method in ("HEAD", "OPTIONS") and status == 200
        return "" if status == 405 or harmless else f"{status} instead of 405"
    if status in (403, 404, 405) or status >= 500:
        return f"{status} where the matrix says yes"
    return "sent to the sign-in page" if status == 302 and "/sign-in/?" in response["Location"] else ""


def test_every_address_has_a_row() -> None:
    found = {place.label for place in places()}
    assert sorted(found ^ set(matrix())) == []


def asked_of(who: str, row: Row) -> tuple[str, ...]:
    """Every method of one person who may, and of everybody in the long run.

    Who may come in is decided before the view and so before the method: the others ask to look and to send.
    """
    first = next((one for one in WHO if row[one] == "yes"), "")
    if EVERY_METHOD or who == first:
        return METHODS
    if row[who] != "yes":
        return "GET", "POST"
    return tuple(one for one in row["methods"].split() if one != "HEAD")


def faults_of(who: str, objects: Objects, browser: Client) -> Iterator[str]:
    """Everything this person is answered otherwise than written, over all addresses and methods."""
    cookies, rows = browser.cookies.copy(), matrix()
    for place in places():
        row = rows[place.label]
        for method, response, written in requests(browser, objects.address(place), asked_of(who, row)):
            found = [verdict(row[who], row["methods"].split(), method, response), *missing_headers(response)]
            if row[who] != "yes" and CANARY in body_of(response):
                found.append("names the party to someone who may not know it")
            if method in SAFE:
                found += [f"writes {sql}" for sql in written]
            yield from (f"{who}: {method} {place.label}: {one}" for one in found if one)
            browser.cookies = cookies.copy()  # Signing out is one of the addresses.


def test_every_address_answers_as_written(objects: Objects, sign_in: Any) -> None:
    """Status, headers, silence about foreign cases, and no write on looking: people × addresses × methods."""
    faults = [fault for who in WHO for fault in faults_of(who, objects, sign_in(WHO[who]))]
    assert not faults, "\n".join([f"{len(faults)} wrong answers", *faults[:60]])


def missing_headers(response: Any) -> Iterator[str]:
    policy = response.headers.get("Content-Security-Policy", "")
    if "unsafe" in policy or not ("default-src 'none'" in policy or "sandbox" in policy):
        yield f"policy {policy!r}"
    if response.headers.get("X-Content-Type-Options") != "nosniff":
        yield "may be sniffed"
    if response.headers.get("X-Frame-Options") not in ("SAMEORIGIN", "DENY"):
        yield "may be framed"
    if response.headers.get("Referrer-Policy") != "same-origin":
        yield "tells others where it came from"


def test_nothing_is_changed_without_the_token_of_our_own_page(objects: Objects, sign_in: Any) -> None:
    browser = sign_in("李明", enforce_csrf_checks=True)
    open_to_all = [one for one in places() if matrix()[one.label]["officer"] == "yes"]
    wrong = []
    for place in open_to_all:
        # A method that the address does not know is refused as such; the token is asked for the others.
        known = tuple(one for one in matrix()[place.label]["methods"].split() if one not in SAFE)
        for method, response, _sql in requests(browser, objects.address(place), known):
            if response.status_code != 403:
                wrong.append(f"{method} {place.label}: {response.status_code}")
    assert wrong == []


def test_a_foreign_case_is_in_no_list(objects: Objects, sign_in: Any) -> None:
    for who in ("officer_elsewhere", "team_head_elsewhere", "hearing_chair", "archivist"):
        browser = sign_in(WHO[who])
        for address in (
            "/",
            "/cases/",
            f"/cases/?q={CANARY}",
            "/terms/",
            f"/search/?q={CANARY}",
            "/vehicles/蒙G99871/",
            "/digest/",
        ):
            # What was searched for stands in the search field again.
            assert CANARY not in body_of(browser.get(address)).replace(f'value="{CANARY}"', ""), (who, address)


def test_an_id_that_nobody_has_is_not_found(objects: Objects, sign_in: Any) -> None:
    browser, found = sign_in("卫国"), []
    for foreign in (0, 999_999, 2**63 - 1, 2**70):
        for place in places():
            ids = [name for name in place.takes if name.endswith("_id") or name == "pk"]
            if ids:
                asked = Objects(objects.cast, objects.story, objects.ids | dict.fromkeys(ids, foreign))
                found.append((place.label, foreign, browser.get(asked.address(place)).status_code))
    assert [one for one in found if one[2] not in (404, 405)] == []


@pytest.mark.parametrize("who", SYSTEM)
def test_system_administrators_see_no_case(who: str) -> None:
    about_cases = [row for row in matrix().values() if row["place"].startswith(("cases:", "documents:", "oversight:"))]
    assert {row[who] for row in about_cases} == {"404"}


def test_a_place_takes_what_its_label_says() -> None:
    assert Place("cases:case", ("case_id",)).label == "cases:case(case_id)"
