"""Is the row of pages tidy for everybody, and is no page lost in it?"""

import pytest
from django.test import Client
from django.urls import reverse

from bureau.sample.people import PEOPLE, hire_everyone
from officers.context_processors import GROUPS, IN_THE_ROW, NAVIGATION, NavItem, in_groups


def pages(*groups: str) -> list[NavItem]:
    return [NavItem(f"p{at}", f"/{at}/", current=at == len(groups) - 1, group=one) for at, one in enumerate(groups)]


def shape(row: list[NavItem]) -> list[str]:
    return [f"{one.label}:{len(one.items)}" if one.items else str(one.label) for one in row]


def test_few_pages_stand_side_by_side_whatever_their_group() -> None:
    assert shape(in_groups(pages("", "registers", "registers"))) == ["p0", "p1", "p2"]


def test_many_pages_are_gathered_in_menus_at_the_end() -> None:
    row = in_groups(pages("", "oversight", "", "oversight", "registers", "registers", "registers", ""))
    assert shape(row) == ["p0", "p2", "p7", "监督:2", "资料:3"]


def test_a_menu_of_one_page_is_not_made() -> None:
    assert shape(in_groups(pages("", "", "", "", "", "oversight", "registers", "registers"))) == [
        *("p0", "p1", "p2", "p3", "p4", "p5"),
        "资料:2",
    ]


def test_what_finds_no_room_goes_into_the_last_menu() -> None:
    row = in_groups(pages(*[""] * 8, "registers", "registers"))
    assert shape(row) == ["p0", "p1", "p2", "p3", "p4", "资料:2", "更多:3"]
    assert len(row) == IN_THE_ROW


def test_the_menu_with_the_open_page_says_so() -> None:
    row = in_groups(pages(*[""] * 6, "registers", "registers"))
    assert [one.label for one in row if one.current] == [GROUPS["registers"]]


@pytest.mark.django_db
@pytest.mark.parametrize("person", [one for one in PEOPLE if one.name in ("李明", "卫国", "韩雪", "许系")])
def test_everybody_has_every_page_of_the_post_once(client: Client, person: object) -> None:
    officer = hire_everyone()[person.name]  # type: ignore[attr-defined]
    client.force_login(officer, backend="django.contrib.auth.backends.ModelBackend")
    context = client.get(reverse("officers:settings")).context
    row = context["navigation_row"]
    flat = [one.url for item in row for one in (item.items or (item,))]
    held = set(person.roles)  # type: ignore[attr-defined]
    expected = {reverse(entry[1]) for entry in NAVIGATION if set(entry[2]) & held}
    assert (sorted(flat), len(row) <= IN_THE_ROW) == (sorted(expected), True)
