"""How do parties, charges, evidence and records go from one case into another, so that each is known by its source?"""

from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cases.models import Case, Joinder, Party

SOURCE_LENGTH = 120


def copy_file(joinder: "Joinder", source: "Case", target: "Case", parties: "list[Party]", on: date) -> None:
    """Copy these parties with their charges, and all evidence and records; nothing leaves the source case.

    A party that the target knows already by its number is not entered twice.
    """
    known = {_identity(one): one for one in target.parties.filter(withdrawn_on=None)}
    found: dict[int, Any] = {}
    copied: dict[str, dict[str, int]] = {"party": {}, "charge": {}, "evidence": {}, "inquiry": {}}
    for party in parties:
        found[party.pk] = known.get(_identity(party)) or _copy(party, copied["party"], case=target)
    for charge in source.charges.filter(party__in=found, withdrawn_on=None).order_by("pk"):
        _copy(charge, copied["charge"], case=target, party=found[charge.party_id])
    for evidence in source.evidence.filter(exclusion=None).order_by("pk"):
        said = f"{evidence.source}（{source}）"[:SOURCE_LENGTH]
        _copy(evidence, copied["evidence"], case=target, source=said, added_on=on)
    for inquiry in source.inquiries.filter(exclusion=None).order_by("pk"):
        _copy(inquiry, copied["inquiry"], case=target, party=found.get(inquiry.party_id or 0))
    joinder.copied = copied


def _identity(party: "Party") -> tuple[str, str]:
    return (party.uscc or party.id_number, party.name)


def _copy(row: Any, kept: dict[str, int], **changed: Any) -> Any:
    fields = [one for one in row._meta.concrete_fields if not one.primary_key]
    values = {one.name: getattr(row, one.name) for one in fields} | changed
    new = type(row)._default_manager.create(**values)
    kept[str(new.pk)] = row.pk
    return new
