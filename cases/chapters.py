"""To which part of the procedure does each paper belong? Told by the acts that make it, in the statute's order."""

from typing import Any

from django.utils.translation import gettext as _

from cases.act import ANY, Act, acts_of
from cases.models import Case
from cases.objects import object_types
from cases.states import APPROVAL, STAGE_OF, Stage, State
from documents.gallery import Chapters

ORDER = list(Stage)
RECEIPT = "service-receipt"


def chapters() -> Chapters:
    """The stages of a case, then what has a life of its own, then what may be made at any time."""
    found: dict[str, list[str]] = {str(stage.label): [] for stage in Stage}
    named: set[str] = set()

    def put(title: str, act: Act) -> None:
        new = [one for one in dict.fromkeys((*act.drafts, *act.issues)) if one not in named]
        named.update(new)
        found.setdefault(title, []).extend(new)

    acts = list(acts_of(Case).values())
    kinds: tuple[Any, ...] = object_types()
    of_objects = [(kind, act) for kind in kinds for act in acts_of(kind).values()]
    own = {form for _kind, act in of_objects for form in (*act.drafts, *act.issues)} - {RECEIPT}
    # What is made on the way at any time, such as receipts of service, comes last.
    at_any_time = [act for act in acts if _is_at_any_time(act)]
    by_the_way = {form for act in at_any_time for form in act.issues} - own
    named.update(by_the_way)
    for act in (one for one in acts if one.moves and not one.exit):
        put(str(stage_of(act).label), act)
    for kind, act in of_objects:
        put(str(kind._meta.verbose_name), act)
    for act in (one for one in acts if one.exit or not (one.moves or one in at_any_time)):
        put(str(stage_of(act).label), act)
    named -= by_the_way
    for act in at_any_time:
        put(_("送达和其他（任何阶段）"), act)
    return tuple((title, tuple(forms)) for title, forms in found.items() if forms)


def _is_at_any_time(act: Act) -> bool:
    return not act.moves and (ANY in act.source or len({STAGE_OF[State(one)] for one in act.source}) > len(ORDER) // 2)


def stage_of(act: Act) -> Stage:
    """Where an act belongs: an opinion where it is given, another act where it leads; a side act to the investigation."""
    begins = [STAGE_OF[State(one)] for one in act.source if one != ANY]
    if not act.moves:
        return Stage.INVESTIGATION if Stage.INVESTIGATION in begins else begins[0]
    leads = STAGE_OF[State(act.targets[0])]
    if set(act.source) <= APPROVAL:
        return begins[0]
    crosses = ORDER.index(begins[0]) < ORDER.index(Stage.DECISION) <= ORDER.index(leads)
    # An act that decides and hands over at once, on the spot, is the decision.
    return Stage.DECISION if crosses and not act.exit else leads
