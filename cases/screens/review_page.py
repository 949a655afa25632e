"""What does a reviewer read beside the eight points: why, what changed, the notice, the law of both days, like cases?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _

from cases.case_file import CaseFile
from cases.earlier import fines_alike
from cases.examined import changed_since, changes, reasons_of
from cases.forms.review import ReviewForm
from cases.models import Charge, LegalReview, ReviewPhrase, Sanction
from cases.notified import current_proposal, late_evidence, notification_of
from cases.papers.parts import penalty_words
from cases.screens.dates import due_of
from cases.screens.review_points import Check, checks_by_point
from cases.spread import FEWEST, Spread, spread
from law.citations import cite_all, print_citations
from law.statutes import articles_in_force
from law.violations import PenaltyKind, UnknownViolation, violation
from officers.models import Officer

YEARS = 3
"""How far back like cases are looked for."""
WIDTH = 100


@dataclass(frozen=True)
class Fired:
    title: str
    basis: str
    held: str
    """The amount that was held against the threshold; empty for a rule without one."""
    since: str


@dataclass(frozen=True)
class Difference:
    label: str
    notified: str
    proposed: str
    changed: bool


@dataclass(frozen=True)
class ArticleThenAndNow:
    citation: str
    on_conduct: str
    today: str
    changed: bool
    missing: bool


@dataclass(frozen=True)
class Likes:
    """The distribution of fines in like cases and the place of this one; marks are percents of the width."""

    conduct: str
    own: Decimal
    count: int
    spread: Spread | None
    marks: dict[str, str]


@dataclass(frozen=True)
class Point:
    number: int
    answer: BoundField
    remark: BoundField
    checks: list[Check]
    phrases: list[ReviewPhrase]

    @property
    def wrong(self) -> int:
        return sum(not one.ok for one in self.checks)


def review_context(file: CaseFile, officer: Officer, today: date, form: ReviewForm) -> dict[str, Any]:
    review = file.last_review
    checks = checks_by_point(file, officer, today)
    offered = list(ReviewPhrase.objects.offered_to(officer))
    return {
        "points": [
            Point(number, *fields, checks[number], [one for one in offered if one.point == number])
            for number, fields in form.points.items()
        ],
        "due": due_of(next(iter(file.open_terms("review")), None), today),
        "fired_rules": fired_rules(file, today),
        "differences": [row for one in _differences(file) for row in one],
        "articles": list(articles(file, today)),
        "likes": likes(file, today),
        "fewest": FEWEST,
        "years": YEARS,
        "dossier": review.substance[:16] if review else "",
        "changed": changed_since(review, file) if review and not review.outcome else [],
        "rounds": rounds(file),
    }


def fired_rules(file: CaseFile, today: date) -> list[Fired]:
    """Why this case is here: the rule rows that fired, as they were kept with the request."""
    return [_fired(one) for one in reasons_of(file.last_review, file, today)]


def _fired(one: dict[str, Any]) -> Fired:
    held = ""
    if one["threshold"] is not None:
        held = _("本案 %(amount)s 元，标准 %(threshold)s 元以上") % one
    return Fired(
        one["title"],
        print_citations(cite_all(one["basis"])),
        held,
        _("%(in_force_from)s 起施行的标准，%(fired_on)s 对照") % one,
    )


# --- the notice and the proposal ------------------------------------------------------------------
def _differences(file: CaseFile) -> Iterator[list[Difference]]:
    """What the notice told each party, beside what is proposed now: facts, articles, evidence, result."""
    for party in file.parties_in_round:
        told = notification_of(file, party)
        if told is None:
            continue
        for charge in file.charges_of(party):
            key = str(charge.pk)
            yield _charge_differences(party.name, charge, told.substance, key, current_proposal(file, charge))
    late = [one.title for one in late_evidence(file)]
    if late:
        yield [Difference(_("告知以后补充的证据"), "", _("；").join(late), changed=True)]


def _charge_differences(
    who: str, charge: Charge, told: dict[str, Any], key: str, now: Sanction | None
) -> list[Difference]:
    facts = (told["facts"].get(key) or [""])[0]
    kept = told["sanctions"].get(key)
    then_law = _law_of(*told["basis"][key]) if key in told["basis"] else ""
    now_law = _law_of(charge.violation_code, str(charge.conduct_on))
    then_penalty, now_penalty = _penalty(kept), penalty_words([now]) if now else ""
    pairs = (
        (_("事实"), facts, charge.facts),
        (_("依据"), then_law, now_law),
        (_("处罚"), then_penalty, now_penalty),
    )
    return [Difference(f"{who} · {label}", then, after, then != after) for label, then, after in pairs]


def _law_of(code: str, on: str) -> str:
    try:
        row = violation(code, date.fromisoformat(on))
    except UnknownViolation:
        return code
    said = {"conduct": row.name, "violated": row.violated_text, "penalty": row.penalty_text}
    return _("%(conduct)s：违反%(violated)s，依据%(penalty)s") % said


def _penalty(kept: dict[str, Any] | None) -> str:
    if not kept:
        return ""
    money = {name: Decimal(kept[name]) for name in ("fine", "confiscation")}
    return penalty_words([Sanction(kinds=kept["kinds"], other=kept["other"], **money)])


# --- the law of both days -------------------------------------------------------------------------
def articles(file: CaseFile, today: date) -> Iterator[ArticleThenAndNow]:
    seen = set()
    for charge in file.charges:
        cited = (*charge.violation.violated, *charge.violation.penalty)
        old, present = articles_in_force(cited, charge.conduct_on), articles_in_force(cited, today)
        for citation in cited:
            if (citation, charge.conduct_on) in seen:
                continue
            seen.add((citation, charge.conduct_on))
            then, now = old.get(citation), present.get(citation)
            texts = (then.text if then else "", now.text if now else "")
            changed = then is not None and "".join(texts[0].split()) != "".join(texts[1].split())
            yield ArticleThenAndNow(str(citation), *texts, changed=changed, missing=then is None)


# --- like cases -----------------------------------------------------------------------------------
def likes(file: CaseFile, today: date) -> list[Likes]:
    """For each charge that is to be fined; a wait for the law's day costs one query for all of them."""
    fined = [
        (charge, proposal)
        for charge in file.charges_in_round
        if (proposal := current_proposal(file, charge)) and PenaltyKind.FINE in proposal.kinds
    ]
    if not fined:
        return []
    found = fines_alike(file, date(today.year - YEARS, today.month, min(today.day, 28)))
    return [_likes(charge, proposal.fine, found[charge.violation_code]) for charge, proposal in fined]


def _likes(charge: Charge, own: Decimal, fines: list[Decimal]) -> Likes:
    said = spread(fines, own)
    return Likes(charge.violation.name, own, len(fines), said, _marks(said, own) if said else {})


def _marks(said: Spread, own: Decimal) -> dict[str, str]:
    """Where the picture draws them: from the lowest to the highest of all, this case included."""
    low, high = min(said.low, own), max(said.high, own)
    room = (high - low) or Decimal(1)
    places = {name: (getattr(said, name) - low) / room * WIDTH for name in ("low", "lower", "median", "upper", "high")}
    places["own"] = (own - low) / room * WIDTH
    places["box"] = places["upper"] - places["lower"]
    return {name: f"{place:.1f}" for name, place in places.items()}


# --- earlier requests -----------------------------------------------------------------------------
@dataclass(frozen=True)
class Round:
    number: int
    review: LegalReview
    comments: list[Any]
    changed: list[str]
    """What the request after this one changed in the dossier."""


def rounds(file: CaseFile) -> list[Round]:
    """The concluded requests of this round of the case, newest first, with what was changed in answer to them."""
    reviews = file.reviews
    found = []
    for place, review in enumerate(reviews, 1):
        if not review.outcome:
            continue
        after = reviews[place] if place < len(reviews) else None
        known = after and review.examined and after.examined
        changed = changes(review.examined, after.examined) if after and known else []
        found.append(Round(place, review, list(review.comments.all()), changed))
    return found[::-1]
