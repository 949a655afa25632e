"""How does a person do an act on a legal object of a case: find its box on the case page, follow its link, fill in?"""

import re
from typing import Any
from xml.etree.ElementTree import Element

from tests.journeys.desk import Desk
from tests.journeys.pages import NOT_NEEDED, Form, Page, by_class, words
from tests.journeys.steps import Journey


def box(page: Page, anchor: str) -> Element:
    """The box of one object (“custodychange-7”), or of the only one of its kind (“custodychange”)."""
    found = [one for one in page.root.iter("section") if re.fullmatch(rf"{anchor}(-\d+)?", one.get("id", ""))]
    assert len(found) == 1, f"{len(found)} boxes {anchor} on the page: {page.text[:800]}"
    return found[0]


def act_address(page: Page, anchor: str, slug: str, act: str) -> str:
    """Where the act on the only object of this kind would be done, offered or not."""
    _kind, _dash, number = box(page, anchor).get("id", "").rpartition("-")
    return f"{page.path}{slug}/{number}/act/{act}/"


def box_links(page: Page, anchor: str) -> dict[str, str]:
    return {words(link): link.get("href", "") for link in box(page, anchor).iter("a")}


def box_text(page: Page, anchor: str) -> str:
    return words(box(page, anchor))


def form_of(desk: Desk, case: str, anchor: str, title: str) -> Form:
    links = box_links(desk.open(case), anchor)
    assert title in links, f"{title} is not offered: {list(links)}"
    return desk.open(links[title]).form()


def do(journey: Journey, who: str, anchor: str, title: str, **typed: Any) -> Page:
    """Do an act that the box offers; the answer is the page of the case."""
    desk = journey.office[who]
    files = {name: typed.pop(name) for name in [one for one in typed if one == "file"]}
    form = form_of(desk, journey.case, anchor, title)
    form.fill(typed)
    page = desk.submit(form, "核对" if "核对" in form.buttons() else title, files=files)
    if page.heading == f"核对：{title}":
        page = desk.submit(page.form(), title)
    assert page.status == 200 and page.path == journey.case, f"{title}: {page.status} {page.text[:1500]}"
    assert f"已办理：{title}。" in page.text
    return page


def serve_paper(journey: Journey, which: str, **where: str) -> Page:
    """Record the service of one of several papers that wait for it."""
    title, desk = "登记送达其他文书", journey.office[journey.handler]
    form = desk.form(journey.case, title)
    form.fill({"送达方式": "直接送达", "文书": which, **where})
    page = desk.submit(desk.submit(form, "核对").form(), title)
    assert page.status == 200 and f"已办理：{title}。" in page.text, page.text[:1500]
    return page


def refused(journey: Journey, who: str, anchor: str, title: str, typed: dict[str, Any], *reasons: str) -> None:
    desk = journey.office[who]
    form = form_of(desk, journey.case, anchor, title)
    form.fill(typed)
    page = desk.submit(form, "核对" if "核对" in form.buttons() else title)
    assert page.status in (409, 422), f"{title} was not refused: {page.status} {page.text[:500]}"
    for reason in reasons:
        assert reason in page.text, f"“{reason}” is missing: {page.text[:1500]}"
    nothing_is_lost(form, page)


def faulty(journey: Journey, who: str, where: str, title: str, typed: dict[str, Any], faults: dict[str, str]) -> None:
    """Typed wrong: each fault is said at its field and nowhere else, and what was typed still stands there.

    where: the box of the object, or empty for an act of the case.
    """
    desk = journey.office[who]
    form = form_of(desk, journey.case, where, title) if where else desk.form(journey.case, title)
    form.fill(typed)
    page = desk.submit(form, "核对" if "核对" in form.buttons() else title)
    assert page.status == 422, f"{title} was not refused: {page.status} {page.text[:500]}"
    said = {_label(one): words(one) for one in by_class(page.root, "field--error")}
    assert said.keys() == faults.keys(), said
    for label, sentence in faults.items():
        assert sentence in said[label], said[label]
    nothing_is_lost(form, page)


def _label(field: Element) -> str:
    return NOT_NEEDED.sub("", words(next(one for one in field.iter() if one.tag in ("legend", "label")))).strip()


def nothing_is_lost(form: Form, page: Page) -> None:
    kept = page.form().data
    for name, value in form.data.items():
        if name != "csrfmiddlewaretoken":
            assert kept.get(name) == value, f"{name} was typed as {value!r} and is now {kept.get(name)!r}"
