"""Which rows belong to the file of a case, and how are they loaded together?

One query for each relation that has rows at all. Most cases know no seizure, no hearing and no court; one question put
first leaves out what there is nothing of, which is most of the list.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any

from django.apps import apps
from django.db import connection
from django.db.models import ManyToOneRel, Prefetch

CONTENTS = (
    "assignments__officer__certificates__annual_reviews",
    "assignments__officer__grants",
    "parties",
    "charges__sanctions",
    "charges__party",
    "charges__reckonings",
    "evidence__collected_by",
    "evidence__links",
    "exclusions",
    "showings__evidence",
    "inquiries__first_officer__certificates__annual_reviews",
    "inquiries__second_officer__certificates__annual_reviews",
    "services__server",
    "services__second_server",
    "statements",
    "hearings__chair",
    "corrections__rechecks",
    "corrections__party",
    "education_records",
    "samplings__party",
    "appraisals__party",
    "preservations__party",
    "hearings__recorder",
    "hearings__party",
    "hearings__agents",
    "hearings__changes",
    "hearings__recusals",
    "notifications",
    "late_evidence__evidence",
    "corrections",
    "approvals__officer",
    "reviews__points",
    "reviews__comments",
    "reviews__reviewer__certificates__annual_reviews",
    "discussions__voices__officer",
    "decisions__decided_by",
    "payments",
    "performances__evidence",
    "payment_plans__instalments",
    "refunds",
    "surcharge_reliefs",
    "clearings__party",
    "enforcements__suspensions",
    "enforcements__applications",
    "enforcements__executions",
    "enforcements__party",
    "enforcements__agreements",
    "remedies__decision",
    "cost_claims__cost_payments",
    "cost_claims__party",
    "cost_claims__execution",
    "cost_claims__clearing",
    "restitutions__party",
    "restitutions__disposal__things",
    "terms__extensions",
    "terms__exclusions",
    "fired_rules",
    "service_attempts",
    "public_notices",
    "service_addresses",
    "entrustments",
    "service_proofs",
    "archive_files__handed_over_by",
    "archive_files__received_by",
    "archive_files__disposal_proposed_by",
    "archive_files__disposal_approved_by",
    "loans__borrower",
    "loans__approved_by",
    "loans__lent_by",
    "measures__party",
    "measures__keeper",
    "measures__approved_by",
    "measures__things__photos",
    "measures__tests__exclusion",
    "custody_changes__giver",
    "custody_changes__taker",
    "custody_changes__measure__things",
    "disposals__things",
    "disposals__auctions",
    "disposals__approved_by",
    "spot_penalties__party",
    "spot_collections__payment",
    "spot_collections__received_by",
    "police_transfers__first_officer",
    "police_transfers__second_officer",
    "recusals__person__grants",
    "recusals__applicant",
    "suspensions",
    "agency_transfers",
    "disputes",
    "assistance_requests",
    "incoming_transfers",
    "joinders__other",
    "joined_to__case",
    "field_comments__given_by",
    "field_comments__answered_by",
    "paper_corrections__paper",
    "paper_corrections__approved_by",
    "paper_voidings__paper",
    "paper_voidings__replacement",
    "seal_uses__document",
)


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
    return cases


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


def _nothing(name: str) -> Any:
    """An answer already known: whoever iterates over it asks no query."""
    case_model: Any = apps.get_model("cases", "Case")
    rows = case_model._meta.get_field(name).related_model._default_manager.none()
    rows._result_cache = []
    return rows
