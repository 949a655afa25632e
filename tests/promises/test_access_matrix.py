"""Does every address answer every method of every person as the written matrix says, and nothing more?"""

import csv
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
SAFE = ("GET", "HEAD", "OPTIONS")
WRITES = ("INSERT", "UPDATE", "DELETE", "REPLACE")
HOUSEKEEPING = ("django_session", "axes_", "SAVEPOINT")
Row = dict[str, str]


def matrix() -> dict[str, Row]:
    with MATRIX.open(encoding="utf-8", newline="") as lines:
        return {row["place"]: row for row in csv.DictReader(lines)}


def body_of(response: HttpResponseBase) -> str:
    content = b"".join(response.streaming_content) if response.streaming else response.content
    return bytes(content).decode("utf-8", "replace")


def requests(browser: Client, address: str, methods: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
    """Each request in a savepoint of its own: one person's post must not prepare the next one's page."""
    for method in methods:
        with transaction.atomic():
            yield method, browser.generic(method, address)
            transaction.set_rollback(True)


def verdict(cell: str, allowed: list[str], method: str, response: Any) -> str:
    """What is wrong with an answer; empty when it is as written."""
    status = response.status_code
    if cell == "404":
        return "" if status == 404 else f"{status} instead of 404"
    if cell == "sign-in":
        sent_away = status == 302 and "/sign-in/" in response["Location"]
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


@pytest.mark.parametrize("who", WHO)
def test_every_address_answers_as_written(who: str, objects: Objects, sign_in: Any) -> None:
    wrong = []
    browser = sign_in(WHO[who])
    cookies = browser.cookies.copy()
    for place in places():
        row = matrix()[place.label]
        for method, response in requests(browser, objects.address(place), METHODS):
            problem = verdict(row[who], row["methods"].split(), method, response)
            if row[who] != "yes" and CANARY in body_of(response):
                problem += " and names the party"
            wrong += [f"{method} {place.label}: {problem}"] if problem else []
            wrong += [f"{method} {place.label}: {one}" for one in missing_headers(response)]
            browser.cookies = cookies.copy()  # Signing out is one of the addresses.
    assert wrong == []


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


@contextmanager
def writes_noted() -> Iterator[list[str]]:
    noted: list[str] = []

    def look(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.lstrip().upper().startswith(WRITES) and not any(name in sql for name in HOUSEKEEPING):
            noted.append(sql[:90])
        return execute(sql, params, many, context)

    with connection.execute_wrapper(look):
        yield noted


@pytest.mark.parametrize("who", ["anonymous", "officer", "bureau_head", "administrator", "publisher", "system_admin"])
def test_looking_never_writes(who: str, objects: Objects, sign_in: Any) -> None:
    browser = sign_in(WHO[who])
    wrong = []
    for place in places():
        with writes_noted() as noted:
            for method, _response in requests(browser, objects.address(place), SAFE):
                wrong += [f"{method} {place.label}: {sql}" for sql in noted]
    assert wrong == []


def test_nothing_is_changed_without_the_token_of_our_own_page(objects: Objects, sign_in: Any) -> None:
    browser = sign_in("李明", enforce_csrf_checks=True)
    open_to_all = [one for one in places() if matrix()[one.label]["officer"] == "yes"]
    wrong = []
    for place in open_to_all:
        for method, response in requests(browser, objects.address(place), ("POST", "PUT", "PATCH", "DELETE")):
            # A method that the address does not know is refused as such; the token is asked for the others.
            if method in matrix()[place.label]["methods"].split() and response.status_code != 403:
                wrong.append(f"{method} {place.label}: {response.status_code}")
    assert wrong == []


FOREIGN = ["officer_elsewhere", "team_head_elsewhere", "hearing_chair", "archivist", *SYSTEM]


@pytest.mark.parametrize("who", FOREIGN)
def test_a_foreign_case_does_not_exist(who: str, objects: Objects, sign_in: Any) -> None:
    browser = sign_in(WHO[who])
    about_it = [one for one in places() if {"case_id", "pk", "evidence_id"} & set(one.takes)]
    assert about_it
    for place in about_it:
        response = browser.get(objects.address(place))
        assert (place.label, response.status_code) == (place.label, 404)
        assert CANARY not in body_of(response)


@pytest.mark.parametrize("who", ["officer_elsewhere", "hearing_chair", "archivist"])
def test_a_foreign_case_is_in_no_list(who: str, objects: Objects, sign_in: Any) -> None:
    browser = sign_in(WHO[who])
    for address in ("/", "/cases/", f"/cases/?q={CANARY}", "/terms/"):
        # What was searched for stands in the search field again.
        assert CANARY not in body_of(browser.get(address)).replace(f'value="{CANARY}"', "")


@pytest.mark.parametrize("foreign", [0, 999_999, 2**63 - 1, 2**70])
def test_an_id_that_nobody_has_is_not_found(foreign: int, objects: Objects, sign_in: Any) -> None:
    browser = sign_in("卫国")
    for place in places():
        ids = [name for name in place.takes if name.endswith("_id") or name == "pk"]
        if ids:
            asked = Objects(objects.cast, objects.story, objects.ids | dict.fromkeys(ids, foreign))
            response = browser.get(asked.address(place))
            assert response.status_code in (404, 405), f"{place.label}: {response.status_code}"


@pytest.mark.parametrize("who", SYSTEM)
def test_system_administrators_see_no_case(who: str) -> None:
    about_cases = [row for row in matrix().values() if row["place"].startswith(("cases:", "documents:", "oversight:"))]
    assert {row[who] for row in about_cases} == {"404"}


def test_a_place_takes_what_its_label_says() -> None:
    assert Place("cases:case", ("case_id",)).label == "cases:case(case_id)"
