"""Which papers does the law ask for in this case as it stands, and which act makes each?

Derived from the declarations: what the acts on the case's road draw, issue and serve, what the acts still to come on
its legal objects do, and, off the road, what law/data/forms.toml says is asked for (`asked`). Asks no query.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from cases.act import Act, acts_of
from cases.case_file import CaseFile, all_of
from cases.guards.joinder import merged_into, split_from
from cases.models import Case, Party
from cases.money import account_of, enforcement_of
from cases.objects import LegalObject, about_of, object_types, objects_of
from cases.papers import BUILDERS
from cases.screens.next_act import Demanded, main_act, next_act
from cases.services import in_source_state
from cases.states import State
from law.forms import FormRule, form_rule
from law.thresholds import Scope

if TYPE_CHECKING:
    from documents.models import Document

RECEIPT = "service-receipt"
# Exits that leave no paper of their own in the file, and what in the file shows that the case took them.
TAKEN: dict[str, Callable[[CaseFile], Any]] = {
    "end_as_merged": merged_into,
    "take_over_split": split_from,
    "conclude_as_transferred": lambda file: all_of(file.case.police_transfers.all(), state="handed_over"),
}

BRINGS = {"enforcement": "begin_enforcement"}
"""The act of the case that brings a kind of legal object whose papers may be asked for before there is one."""


@dataclass(frozen=True)
class Asked:
    """One paper that the law asks for: there, drafted, or missing."""

    form: FormRule
    party: Party | None = None
    paper: "Document | None" = None
    act: Act | None = None
    """The act that has its hand on it next; none when nothing is left to do on this paper."""
    machine: Any = None
    """The case or the legal object whose act it is."""
    about: FormRule | None = None
    """The paper that a receipt proves the service of."""
    after: tuple[str, ...] = ()
    """The titles of the papers that must be there before."""
    first: Act | None = None
    """Where no paper is waited for: the act that brings the case to where this paper is made."""

    @property
    def title(self) -> str:
        return f"{self.form.title}（{self.about.title}）" if self.about else self.form.title

    @property
    def is_there(self) -> bool:
        return self.paper is not None and self.paper.state != "draft"


@dataclass
class Standing:
    """The case as it will stand further down its road."""

    pk: int
    state: str
    procedure: str
    recommendation: str


# --- the road -----------------------------------------------------------------------------------
def road(file: CaseFile, on: date) -> tuple[list[Act], list[Act]]:
    """The acts of this case's own road: those it has behind it, and those that lie ahead."""
    here = str(file.case.state)
    for leaves in (_exit_taken, _stays):
        acts = list(_walk(file, on, State.LEAD, leaves))
        for place, act in enumerate(acts):
            if here in act.source:
                return acts[:place], acts[place:]
        if acts and here in acts[-1].targets:
            return acts, []
    return [], list(_walk(file, on, here, _stays))


def _walk(file: CaseFile, on: date, start: str, leaves: Callable[[CaseFile, str], Act | None]) -> Iterator[Act]:
    case = file.case
    at = Standing(case.pk, str(start), case.procedure, case.recommendation)
    demands, seen = _demanded(file, on), {str(start)}
    while act := leaves(file, at.state) or _onward(at, demands, seen):
        yield act
        at = replace(at, state=next((one for one in act.targets if one not in seen), ""))
        seen.add(at.state)


def _onward(at: Standing, demands: Demanded, seen: set[str]) -> Act | None:
    """The act that carries the case on, never back to where it has been."""
    act = next_act(at, demands)
    if act is None or not seen.issuperset(act.targets):
        return act
    onward = (one for one in acts_of(Case).values() if one.moves and not one.exit and at.state in one.source)
    return next((one for one in onward if not seen.issuperset(one.targets)), None)


def _demanded(file: CaseFile, on: date) -> Demanded:
    def needs(scope: Scope, happened: Any) -> frozenset[int]:
        return frozenset([file.case.pk] if file.case.round and (happened or file.requires(scope, on)) else [])

    return Demanded(needs(Scope.REVIEW, file.reviews), needs(Scope.DISCUSSION, file.discussions))


def _stays(file: CaseFile, state: str) -> Act | None:
    return None


def _exit_taken(file: CaseFile, state: str) -> Act | None:
    """The exit that the case took here: the paper that only this exit issues lies in the file."""
    for act in acts_of(Case).values():
        if act.moves and act.exit and state in act.source:
            taken = TAKEN[act.key](file) if act.key in TAKEN else any(_in_force(file, one) for one in _only_of(act.key))
            if taken:
                return act
    return None


def _in_force(file: CaseFile, form: str) -> bool:
    if BUILDERS[form].one_per == "round":
        return file.current_paper(form) is not None
    return any(one.state != "draft" for one in file.papers_of(form))


@cache
def _only_of(key: str) -> tuple[str, ...]:
    """The papers of a case's act that no other act issues."""
    issued = acts_of(Case)[key].issues
    return tuple(form for form in issued if sum(form in one.issues for _kind, one in makers(form)) == 1)


@cache
def makers(form: str) -> tuple[tuple[Any, Act], ...]:
    """The acts that draw, issue or serve it, with the kind of machine they belong to."""
    kinds: tuple[Any, ...] = (Case, *object_types())
    return tuple((kind, act) for kind in kinds for act in acts_of(kind).values() if form in papers_of(act))


def papers_of(act: Act) -> tuple[str, ...]:
    """What it draws or issues, receipts of service apart: they follow the paper that was served."""
    return tuple(dict.fromkeys(form for form in (*act.drafts, *act.issues) if form != RECEIPT))


# --- what is asked for --------------------------------------------------------------------------
def asked_papers(file: CaseFile, on: date) -> list[Asked]:
    """What is there as it came into the file, then what is missing in the order in which it can be made."""
    rows = [*_of_objects(file), *_off_the_road(file, on), *_on_the_road(file, on)]
    whole = [one for row in rows for one in (row, *_receipts(file, row))]
    # A paper that both the road and a legal object speak of stands there once.
    there = {one.paper.pk: one for one in whole if one.paper}
    return [*(there[pk] for pk in sorted(there)), *(one for one in whole if one.paper is None)]


def _on_the_road(file: CaseFile, on: date) -> Iterator[Asked]:
    behind, ahead = road(file, on)
    begun = {form for act in behind for form in papers_of(act)}
    waits_for: tuple[str, ...] = ()
    told: set[str] = set()
    for act in (*behind, *ahead):
        rows = [
            one
            for form in papers_of(act)
            if form not in told
            for one in _of_form(file, form, begun=form in begun, ahead=ahead)
        ]
        told.update(papers_of(act))
        for one in rows:
            if one.act is None or in_source_state(file.case, one.act):
                yield one
            else:
                yield replace(one, after=waits_for, first=None if waits_for else ahead[0])
        unfinished = tuple(dict.fromkeys(one.title for one in rows if one.act))
        waits_for = unfinished or (_to_be_served(act, told) if act in ahead else ()) or waits_for


def _to_be_served(act: Act, told: set[str]) -> tuple[str, ...]:
    """The receipts that an act of service on this road brings."""
    served = [form_rule(form) for form in act.serves if form in told]
    return tuple(Asked(form_rule(RECEIPT), about=form).title for form in served)


def _of_form(file: CaseFile, form: str, *, begun: bool, ahead: list[Act]) -> Iterator[Asked]:
    """For each party concerned or once; of a form whose first act lies behind only what is there or still to be done."""
    rule, builder = form_rule(form), BUILDERS[form]
    maker = next((act for act in ahead if form in papers_of(act)), None)
    of_each = rule.per_party and builder.one_per != "row"
    parties: list[Any] = list(file.parties_in_round) if of_each else [None]
    for party in parties:
        paper = _latest(file, form, party, begun)
        left = maker if paper is None or paper.state == "draft" else None
        if paper or left:
            yield Asked(rule, party or (paper.party if paper else None), paper, left, file.case)


def _latest(file: CaseFile, form: str, party: Party | None, begun: bool) -> "Document | None":
    per = BUILDERS[form].one_per
    round_ = file.case.round if per == "round" else None
    found = file.papers_of(form, party, round_)
    if per != "case" and not begun:
        # Of an earlier round, or about an earlier row: this one is still to come.
        return None
    return found[-1] if found else None


def _of_objects(file: CaseFile) -> Iterator[Asked]:
    """What was made about each hearing, seizure …, and what its own road still brings."""
    for machine in objects_of(file):
        about = about_of(machine)
        own = {form for act in acts_of(machine).values() for form in papers_of(act)}
        ahead = list(_object_road(machine))
        coming = {form: act for act in reversed(ahead) for form in papers_of(act) if _belongs(form, machine)}
        party: Any = getattr(machine, "party", None)
        for paper in file.papers:
            if paper.subject_key == about and (paper.form_key in own or paper.form_key in coming):
                left = coming.pop(paper.form_key, None) if paper.state == "draft" else None
                if not form_rule(paper.form_key).many:
                    coming.pop(paper.form_key, None)
                yield Asked(form_rule(paper.form_key), party, paper, left, machine)
        waits_for: tuple[str, ...] = ()
        for act in ahead:
            rows = [form_rule(form) for form in papers_of(act) if coming.get(form) is act]
            ready = in_source_state(machine, act)
            yield from (Asked(rule, party, None, act, machine, after=() if ready else waits_for) for rule in rows)
            waits_for = tuple(rule.title for rule in rows) or waits_for


def _belongs(form: str, machine: Any) -> bool:
    builder = BUILDERS[form]
    return builder.when is None or bool(builder.when(machine))


def _object_road(machine: LegalObject) -> Iterator[Act]:
    kind, state = type(machine), str(machine.state)  # type: ignore[attr-defined]
    seen = {state}
    while act := main_act(state, kind):
        yield act
        state = next((one for one in act.targets if one not in seen), "")
        if not state:
            return
        seen.add(state)


# --- off the road -------------------------------------------------------------------------------
Concerned = tuple[Party | None, str]
"""Whom a paper off the road is for, and the subject it is about; empty: whichever of its form."""


def _statements(file: CaseFile, on: date) -> Iterator[Concerned]:
    for one in file.statements:
        if one.kind == "statement":
            yield one.party, f"statement-{one.pk}"


def _let_off(file: CaseFile, on: date) -> Iterator[Concerned]:
    if file.case.recommendation == "no_penalty":
        yield from ((party, "") for party in file.parties_in_round)


def _overdue(file: CaseFile, on: date) -> Iterator[Concerned]:
    late = (one for one in file.parties if account_of(file, one, on).overdue)
    yield from ((party, "") for party in late if enforcement_of(file, party) is None)


def _home_copy(file: CaseFile, on: date) -> Iterator[Concerned]:
    if file.term("copy_home_authority"):
        yield None, ""


def _measures_to_end(file: CaseFile, on: date) -> Iterator[Concerned]:
    over = file.case.state in (State.DECIDED, State.SERVED, State.WITHDRAWN)
    for one in file.measures:
        if one.state == "lapsed" or (one.state == "in_force" and over):
            yield one.party, about_of(one)


CONDITIONS: dict[str, Callable[[CaseFile, date], Iterator[Concerned]]] = {
    "statement": _statements,
    "let_off": _let_off,
    "overdue": _overdue,
    "home_copy": _home_copy,
    "measure_to_end": _measures_to_end,
}
"""What `asked` in law/data/forms.toml may say."""


def _off_the_road(file: CaseFile, on: date) -> Iterator[Asked]:
    for rule in _asked_by_condition():
        for party, subject in CONDITIONS[rule.asked](file, on):
            found = [one for one in file.papers_of(rule.key, party) if subject in ("", one.subject_key)]
            paper = found[-1] if found else None
            machine, act = _maker(file, rule.key, subject)
            yield Asked(rule, party, paper, None if paper and paper.state != "draft" else act, machine)


@cache
def _asked_by_condition() -> tuple[FormRule, ...]:
    return tuple(rule for form in BUILDERS if (rule := form_rule(form)).asked)


def _maker(file: CaseFile, form: str, about: str) -> tuple[Any, Act | None]:
    """The act that makes it, on the legal object it is about or on the case."""
    machines = [one for one in objects_of(file) if about_of(one) == about] if about else []
    for machine in [*machines, file.case]:
        for act in acts_of(machine).values():
            if form in papers_of(act):
                return machine, act
    for kind, act in makers(form):
        # There is no such object yet: first comes the act of the case that brings it.
        return (file.case, acts_of(Case)[BRINGS[kind.slug]]) if kind.slug in BRINGS else (None, act)
    return None, None


# --- proof of service ---------------------------------------------------------------------------
def _receipts(file: CaseFile, row: Asked) -> Iterator[Asked]:
    """A paper that the law wants served needs its receipt, unless the act itself put it into the party's hands."""
    if not row.form.served or (row.act and row.form.key in row.act.hands_over):
        return
    receipt = Asked(form_rule(RECEIPT), row.party, about=row.form)
    served = file.service_of(row.paper)
    if served:
        key = f"{served._meta.model_name}-{served.pk}"
        for paper in (one for one in file.papers_of(RECEIPT) if one.subject_key == key):
            yield replace(receipt, paper=paper)
    elif row.paper is None or row.paper.state != "served":
        machine, act = _server(file, row)
        yield replace(receipt, machine=machine, act=act, after=() if row.is_there else (row.title,))


def _server(file: CaseFile, row: Asked) -> tuple[Any, Act | None]:
    machines: list[Any] = [row.machine] if isinstance(row.machine, LegalObject) else []
    found = [(one, act) for one in [*machines, file.case] for act in acts_of(one).values()]
    # Last, the act of an object that there is not yet.
    found += [(None, act) for kind in object_types() for act in acts_of(kind).values()]
    return next(((one, act) for one, act in found if row.form.key in act.serves), (None, None))
