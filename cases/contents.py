"""Which rows belong to the file of a case, and how are they loaded together?

One query for each relation that has rows at all. Most cases know no seizure, no hearing and no court; one question put
first leaves out what there is nothing of, which is most of the list. Rows of a file that point at each other are
joined in memory, and the people they name are loaded once for all of them.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from django.apps import apps
from django.db import connection
from django.db.models import ManyToOneRel, Prefetch

from officers.models import CERTIFIED

CONTENTS = (
    "assignments",
    "parties",
    "charges__sanctions",
    "charges__reckonings",
    "evidence__links",
    "exclusions",
    "showings__evidence",
    "inquiries",
    "services",
    "statements",
    "corrections__rechecks",
    "education_records",
    "samplings",
    "appraisals",
    "preservations",
    "hearings__agents",
    "hearings__changes",
    "hearings__recusals",
    "notifications",
    "late_evidence__evidence",
    "approvals",
    "reviews__points",
    "reviews__comments",
    "review_disputes",
    "review_advice",
    "discussions__voices",
    "decisions",
    "payments",
    "performances",
    "payment_plans__instalments",
    "refunds",
    "surcharge_reliefs",
    "clearings",
    "enforcements__suspensions",
    "enforcements__applications",
    "enforcements__executions",
    "enforcements__agreements",
    "remedies",
    "cost_claims__cost_payments",
    "restitutions",
    "terms__extensions",
    "terms__exclusions",
    "fired_rules",
    "service_attempts",
    "public_notices",
    "service_addresses",
    "entrustments",
    "service_proofs",
    "archive_files",
    "loans",
    "measures__things__photos",
    "measures__tests",
    "custody_changes",
    "disposals__things",
    "disposals__auctions",
    "spot_penalties",
    "spot_collections",
    "police_transfers",
    "recusals",
    "suspensions",
    "agency_transfers",
    "disputes",
    "assistance_requests",
    "incoming_transfers",
    "joinders__other",
    "joined_to__case",
    "field_comments",
    "paper_corrections",
    "paper_voidings",
    "legal_holds",
    "payload_erasures",
    "exemptions",
    "seal_uses",
)
"""The rows of a file, not what they point at: that is joined to them in `_join`."""


def with_contents(case_ids: Sequence[int]) -> list[Any]:
    """These cases, in no order, with every relation of CONTENTS loaded; an absent one is known to be empty."""
    # By name: the models import the procedure, which reads case files.
    case_model: Any = apps.get_model("cases", "Case")
    document_model: Any = apps.get_model("documents", "Document")
    present = _present(case_ids)
    wanted = [path for path in CONTENTS if path.partition("__")[0] in present]
    papers = Prefetch("documents", document_model.objects.order_by("pk"))
    cases = list(
        case_model.objects.filter(pk__in=case_ids).select_related("department").prefetch_related(*wanted, papers)
    )
    nothing = {name: _nothing(name) for name in _relations() if name not in present}
    for case in cases:
        case._prefetched_objects_cache.update(nothing)
    _join(cases)
    return cases


def _join(cases: list[Any]) -> None:
    """Let every row hold the very party, paper, decision or person of its file that it points at."""
    rows = list(_with_rows_below(cases))
    known = {(type(one), one.pk): one for one in reversed(rows)}
    fields = {model: _pointers(model) for model in {type(one) for one in rows}}
    pointers = [(row, field, getattr(row, field.attname)) for row in rows for field in fields[type(row)]]
    officer_model: Any = apps.get_model("officers", "Officer")
    ids = {pk for _row, field, pk in pointers if field.related_model is officer_model and pk is not None}
    people = officer_model.objects.filter(pk__in=ids).prefetch_related("grants", *CERTIFIED)
    known |= {(officer_model, one.pk): one for one in people}
    for row, field, pk in pointers:
        target = known.get((field.related_model, pk))
        if target is not None and not field.is_cached(row):
            field.set_cached_value(row, target)


def _with_rows_below(rows: Sequence[Any]) -> Iterator[Any]:
    for row in rows:
        yield row
        for below in getattr(row, "_prefetched_objects_cache", {}).values():
            yield from _with_rows_below(below)


def _pointers(model: Any) -> list[Any]:
    return [field for field in model._meta.concrete_fields if field.many_to_one or field.one_to_one]


def _present(case_ids: Sequence[int]) -> set[str]:
    """The relations of which at least one of the cases has a row."""
    ids = ", ".join(str(int(one)) for one in case_ids)
    if not ids:
        return set()
    asked = " UNION ALL ".join(
        f"SELECT '{name}' WHERE EXISTS (SELECT 1 FROM {table} WHERE {column} IN (SELECT id FROM wanted))"
        for name, (table, column) in _relations().items()
    )
    with connection.cursor() as cursor:
        cursor.execute(f"WITH wanted AS (SELECT id FROM cases_case WHERE id IN ({ids})) {asked}")
        return {name for (name,) in cursor.fetchall()}


@cache
def _relations() -> dict[str, tuple[str, str]]:
    """Every first step of CONTENTS: table and column that point at the case."""
    case_model: Any = apps.get_model("cases", "Case")
    found = {}
    for name in dict.fromkeys(path.partition("__")[0] for path in CONTENTS):
        relation = case_model._meta.get_field(name)
        if not isinstance(relation, ManyToOneRel):
            raise TypeError(f"{name} does not point at the case with a foreign key.")
        found[name] = (relation.related_model._meta.db_table, relation.field.column)
    return found


@cache
def _nothing(name: str) -> Any:
    """An answer already known, and the same for every case: whoever iterates over it asks no query."""
    case_model: Any = apps.get_model("cases", "Case")
    rows = case_model._meta.get_field(name).related_model._default_manager.none()
    rows._result_cache = []
    return rows
