"""What was each party told, and is what is about to be decided still the same (行政处罚法 44, 45)?

Pure functions over a case file. The substance is frozen when the notice is issued (cases.models.Notification).
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from cases.act import Text

if TYPE_CHECKING:
    from cases.case_file import CaseFile
    from cases.models import Charge, Evidence, Notification, Party, Sanction

MONEY = ("fine", "confiscation")


def substance_of(file: "CaseFile", party: "Party") -> dict[str, Any]:
    """Party, conduct, basis, facts, evidence and intended penalty, as plain values."""
    charges = file.charges_of(party)
    return {
        "party": [party.kind, party.name, party.id_number, party.uscc],
        "basis": {str(one.pk): [one.violation_code, str(one.conduct_on)] for one in charges},
        "facts": {str(one.pk): [one.facts, one.total_kg, str(one.illegal_income)] for one in charges},
        "evidence": {str(one.pk): one.sha256 for one in file.evidence},
        "sanctions": {str(one.pk): _penalty(file.sanction(one, "proposed")) for one in charges},
    }


def _penalty(sanction: "Sanction | None") -> dict[str, Any]:
    if sanction is None:
        return {}
    money = {name: str(getattr(sanction, name)) for name in MONEY}
    return money | {"kinds": sorted(sanction.kinds), "other": sanction.other}


def notification_of(file: "CaseFile", party: "Party") -> "Notification | None":
    """What this party was told in this round; none before its notice is issued."""
    found = [one for one in file.case.notifications.all() if (one.party_id, one.round) == (party.pk, file.case.round)]
    return found[-1] if found else None


def differences(file: "CaseFile", party: "Party") -> Iterator[Text]:
    """Which parts of the file are no longer what the party was told. New evidence is another matter (`late`)."""
    told = notification_of(file, party)
    if told is None:
        return
    now = substance_of(file, party)
    names: dict[str, Text] = {"party": _("当事人"), "basis": _("违法行为和依据"), "facts": _("违法事实")}
    yield from (name for key, name in names.items() if told.substance[key] != now[key])
    kept = {key: now["evidence"].get(key) for key in told.substance["evidence"]}
    if kept != told.substance["evidence"]:
        yield _("证据")


def told_sanction(file: "CaseFile", charge: "Charge") -> dict[str, Any]:
    """The penalty that the notice named for a charge; empty where no notice was kept."""
    told = notification_of(file, charge.party)
    found: dict[str, Any] = told.substance["sanctions"].get(str(charge.pk), {}) if told else {}
    return found


def late_evidence(file: "CaseFile") -> "list[Evidence]":
    """What came into the file after the notices of this round were issued."""
    told = [one for one in file.case.notifications.all() if one.round == file.case.round]
    if not told:
        return []
    known = {int(key) for one in told for key in one.substance["evidence"]}
    return [one for one in file.evidence if one.pk not in known]


def meaning_of(file: "CaseFile", evidence: "Evidence") -> Any | None:
    """How the handlers judged a piece of late evidence; none as long as they have not."""
    return next((one for one in file.case.late_evidence.all() if one.evidence_id == evidence.pk), None)


def current_proposal(file: "CaseFile", charge: "Charge") -> "Sanction | None":
    """The lighter proposal after a statement or a hearing, else the one that was notified."""
    return file.sanction(charge, "lightened") or file.sanction(charge, "proposed")


def is_lighter(one: dict[str, Any], told: "Sanction") -> bool:
    """No kind and no sum more than the other, and something less."""
    less = set(one["kinds"]) < set(told.kinds) or any(one[name] < getattr(told, name) for name in MONEY)
    return less and not is_heavier(one, told)


def is_heavier(one: dict[str, Any], told: "Sanction") -> bool:
    return bool(
        any(one[name] > getattr(told, name) for name in MONEY)
        or set(one["kinds"]) - set(told.kinds)
        or (one["other"] and one["other"] != told.other)
    )
