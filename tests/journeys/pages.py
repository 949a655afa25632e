"""What does a person see on a page: words, links, rows, and forms with what already stands in them?"""

import re
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from typing import Any
from xml.etree.ElementTree import Element, TreeBuilder

VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])
UNSEEN = frozenset({"script", "style", "template", "dialog"})
CONTROLS = frozenset({"input", "select", "textarea"})
# What a label says about whether it must be filled in: （可不填）, （办过案的可不填）.
NOT_NEEDED = re.compile("（[^（）]*可不填）$")
# The name of a format, of the other language, a place on a road or a fingerprint is no leftover.
LATIN = frozenset({"PDF", "JPG", "PNG", "English", "SHA", "xlsx", "CSV", "JSON", "Lines", "Atom", "Alt", "Shift"})
OBJECT = re.compile(r"[a-z]+-\d+")
LEFTOVER = re.compile(r"None|True|False|\{\{|\{%|Traceback|Promise|object at")


class Reader(HTMLParser):
    """Builds a tree, and refuses a page whose elements do not close where they should."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.builder, self.open = TreeBuilder(), ["page"]
        self.builder.start("page", {})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.builder.start(tag, {name: value or "" for name, value in attrs})
        if tag in VOID:
            self.builder.end(tag)
        else:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        assert self.open.pop() == tag, f"</{tag}> at {self.getpos()} closes something else"
        self.builder.end(tag)

    def handle_data(self, data: str) -> None:
        self.builder.data(data)

    def read(self, html: str) -> Element:
        self.feed(html)
        self.close()
        assert self.open == ["page"], f"never closed: {self.open}"
        self.builder.end("page")
        return self.builder.close()


def squeeze(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def texts(node: Element, *, all_of_it: bool = False) -> list[str]:
    found: list[str] = []
    _gather(node, found, all_of_it=all_of_it)
    return found


def _gather(node: Element, found: list[str], *, all_of_it: bool) -> None:
    if not all_of_it and (node.tag in UNSEEN or "hidden" in node.attrib):
        return
    if node.text:
        found.append(node.text)
    for child in node:
        _gather(child, found, all_of_it=all_of_it)
        if child.tail:
            found.append(child.tail)


def words(node: Element | None) -> str:
    return "" if node is None else squeeze("".join(texts(node)))


def by_class(node: Element, name: str) -> list[Element]:
    return [one for one in node.iter() if name in one.get("class", "").split()]


@dataclass
class Field:
    """One question of a form as it is shown: where it stands, how it is called, what it holds."""

    name: str
    kind: str
    label: str
    group: str
    value: Any = None
    options: dict[str, str] = field(default_factory=dict)

    def answer(self, said: Any) -> None:
        if self.kind == "checks":
            self.value = [self.pick(one) for one in said]
        elif self.kind == "checkbox":
            self.value = "on" if said else None
        else:
            self.value = self.pick(said) if self.options else str(said) if self.kind != "file" else said

    def pick(self, said: str) -> str:
        """The option that reads like this, or the only one that contains it."""
        if said in self.options:
            return self.options[said]
        found = [value for text, value in self.options.items() if said in text]
        assert len(found) == 1, f"{self.label}: “{said}” is not one of {list(self.options)}"
        return found[0]


class Form:
    """The fields of a <form>, filled as a browser fills them before anyone types."""

    def __init__(self, page: "Page", node: Element) -> None:
        self.page, self.node = page, node
        self.action = node.get("action") or page.path
        self.fields: dict[str, Field] = {}
        self.labels = {one.get("for", ""): words(one) for one in node.iter("label")}
        self._walk(node, group="", legend="")

    def _walk(self, node: Element, group: str, legend: str) -> None:
        if node.tag == "fieldset":
            title = words(node.find("legend"))
            group, legend = (title, "") if "group" in node.get("class", "") else (group, title)
        if node.tag in CONTROLS and "disabled" not in node.attrib:
            self._control(node, group, legend)
        for child in node:
            self._walk(child, group, legend)

    def _control(self, node: Element, group: str, legend: str) -> None:
        name, kind = node.get("name", ""), node.get("type", node.tag)
        own_label = self.labels.get(node.get("id", ""), "")
        label = NOT_NEEDED.sub("", legend or own_label).strip()
        if kind == "checkbox" and legend:
            kind = "checks"
        seen = self.fields.get(name)
        one = self.fields.setdefault(name, Field(name, kind, label, group))
        if kind in ("radio", "checks"):
            one.options[own_label] = node.get("value", "on")
            one.value = one.value or ([] if kind == "checks" else None)
            if "checked" in node.attrib:
                one.value = [*one.value, node.get("value")] if kind == "checks" else node.get("value")
        elif kind == "checkbox":
            one.value = node.get("value", "on") if "checked" in node.attrib else None
        elif kind == "select":
            choices = list(node.iter("option"))
            one.options = {words(choice): choice.get("value", words(choice)) for choice in choices}
            chosen = [choice for choice in choices if "selected" in choice.attrib] or choices[:1]
            one.value = chosen[0].get("value", "") if chosen else ""
        elif kind == "textarea":
            one.value = "".join(texts(node, all_of_it=True)).removeprefix("\n")
        elif kind != "file":
            given = node.get("value", "")
            one.value = (
                given if seen is None else [*([seen.value] if isinstance(seen.value, str) else seen.value), given]
            )

    def fill(self, typed: dict[str, Any]) -> None:
        """By label, or by “legend/label” where a label stands twice."""
        for key, said in typed.items():
            self.find(key).answer(said)

    def find(self, key: str) -> Field:
        group, _slash, label = key.rpartition("/")
        found = [one for one in self.fields.values() if one.label == label and group in one.group]
        assert len(found) == 1, f"{key}: {len(found)} fields among {[one.label for one in self.fields.values()]}"
        return found[0]

    @property
    def data(self) -> dict[str, Any]:
        return {one.name: one.value for one in self.fields.values() if one.name and one.value is not None}

    def buttons(self) -> dict[str, tuple[str, str]]:
        found = [one for one in self.node.iter("button") if one.get("type", "submit") == "submit"]
        return {words(one): (one.get("name", ""), one.get("value", "")) for one in found}


@dataclass(frozen=True)
class PaperRow:
    title: str
    number: str
    party: str
    state: str
    pdf: str


class Page:
    """One answer of the server, read and checked as every page must be."""

    def __init__(self, path: str, status: int, html: str) -> None:
        self.path, self.status = path, status
        self.root = Reader().read(html)
        self.text = words(self.root)
        self._says_nothing_strange()

    def _says_nothing_strange(self) -> None:
        found = LEFTOVER.search(self.text)
        assert not found, f"{self.path} shows “{self.text[max(found.start() - 40, 0) : found.end() + 40]}”"
        english = {one for one in re.findall(r"(?<![\w.:/])[A-Za-z]{3,}(?![\w:/@])", self.text)} - LATIN
        assert not english, f"{self.path} is not all Chinese: {english}"

    @property
    def heading(self) -> str:
        return words(next(self.root.iter("h1"), None))

    @cached_property
    def links(self) -> dict[str, str]:
        return {words(one): one.get("href", "") for one in self.root.iter("a")}

    def section(self, identifier: str) -> Element | None:
        """By its id or by the id of its heading."""
        return next(
            (one for one in self.root.iter() if identifier in (one.get("id"), one.get("aria-labelledby"))), None
        )

    @cached_property
    def offered(self) -> dict[str, str]:
        """The acts that this page offers, on the case or on one of its legal objects, with their addresses."""
        sections = [one for name in ("now", "side-acts") if (one := self.section(name)) is not None]
        sections += [one for one in self.root.iter("section") if OBJECT.fullmatch(one.get("id", ""))]
        return {words(link): link.get("href", "") for one in sections for link in one.iter("a")}

    @property
    def blocked(self) -> str:
        return words(self.section("not-yet"))

    @cached_property
    def forms(self) -> list[Form]:
        return [Form(self, one) for one in self.root.iter("form")]

    def form(self, button: str = "") -> Form:
        """The form of the act, or the one with this button."""
        found = [one for one in self.forms if (button in one.buttons() if button else one.node.get("id") == "act")]
        assert found, f"{self.path} ({self.status}) has no such form: {self.text[:600]}"
        return found[0]

    @property
    def timeline(self) -> list[str]:
        """What happened, oldest first."""
        lists = by_class(self.root, "timeline")
        return [words(one) for one in lists[0].iter("h3")][::-1] if lists else []

    @property
    def terms(self) -> dict[str, str]:
        """Each term by its title, with everything said about it."""
        found: dict[str, str] = {}
        for one in by_class(self.root, "term"):
            title = (next(one.iter("h3")).text or "").strip()
            found[title] = f"{found.get(title, '')} {words(one)}".strip()
        return found

    @property
    def papers(self) -> list[PaperRow]:
        rows = []
        for row in (self.section("papers") or Element("none")).iter("tr"):
            head, *cells = [words(cell) for cell in row]
            number = " ".join(words(one) for one in by_class(row, "papers__number"))
            pdf = [link.get("href", "") for link in row.iter("a") if link.get("href", "").endswith(".pdf")]
            if row.find("td") is not None:
                title = head.removesuffix(number).strip()
                rows.append(PaperRow(title, number or "—", cells[0], cells[2], pdf[0] if pdf else ""))
        return rows

    def paper(self, title: str) -> PaperRow:
        """The latest of this name."""
        found = [one for one in self.papers if one.title == title]
        assert found, f"no {title} among {[one.title for one in self.papers]}"
        return found[-1]
