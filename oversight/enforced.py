"""Which rules of this system can enforce a regulation of the bureau, and which regulations stand behind a rule?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.apps import apps
from django.urls import reverse
from django.utils.translation import gettext as _

from cases.act import acts_of
from oversight.library import Regulation, RegulationLink
from oversight.places import short_article
from oversight.standards import standard_on


@dataclass(frozen=True)
class Rule:
    """key: guard:NAME, act:NAME or item:NUMBER; url where the rule has a page."""

    key: str
    kind: str
    title: str
    article: str
    url: str = ""

    @property
    def label(self) -> str:
        return f"{self.title}（{self.article}）" if self.article else self.title


def rules_on(on: date) -> dict[str, Rule]:
    """Conditions and acts of the procedure, and the items of the bureau's own review standard of that day."""
    return {one.key: one for one in (*_of_procedure(), *_of_review(on))}


def _of_procedure() -> Iterator[Rule]:
    for machine in apps.get_models():
        for act in acts_of(machine).values():
            yield Rule(f"act:{machine._meta.model_name}.{act.key}", _("办案步骤"), str(act.title), _article(act.basis))
            for guard in act.requires:
                said = str(guard.title or guard.cure)
                yield Rule(f"guard:{guard.name}", _("办案条件"), said, _article(guard.basis))


def _of_review(on: date) -> Iterator[Rule]:
    for item in standard_on(on).items:
        address = reverse("oversight:item", args=[item.number])
        title = f"{item.number} {item.text}"
        yield Rule(f"item:{item.number}", _("评查项目"), title, _article(item.basis), address)


def _article(basis: str) -> str:
    return short_article(basis) if ":" in basis else ""


def choices(rules: dict[str, Rule]) -> list[tuple[str, list[tuple[str, str]]]]:
    """For a select, by kind."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for one in rules.values():
        groups.setdefault(one.kind, []).append((one.key, one.label[:120]))
    return list(groups.items())


def gone(key: str) -> Rule:
    """A rule that was linked and is no longer there: said, not hidden."""
    return Rule(key, _("已不存在"), key, "")


def regulations_behind(key: str) -> list[Regulation]:
    """What the bureau's own regulations say about this rule."""
    links = RegulationLink.objects.filter(rule=key).select_related("regulation").order_by("regulation__number")
    return [one.regulation for one in links]
