"""What must be recorded in sound and picture, how soon is it handed in, how long is it kept?"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from law.loading import BadLawData, Row, as_date, as_optional_date, cached_per_folder, in_force, need, toml_rows

MOMENT_KINDS = frozenset(
    {
        "scene",
        "interview",
        "sampling",
        "preservation",
        "seizure",
        "execution",
        "hearing",
        "left_service",
        "public_service",
        "spot",
    }
)
WAYS_OF_KEEPING = frozenset({"days", "case", "always"})
ORDINARY = "ordinary"


class UnknownRecordingRule(KeyError):
    """No row of recording.toml fits on this day."""


@dataclass(frozen=True)
class _Rule:
    key: str
    basis: str
    certainty: str
    source: str
    in_force_from: date
    in_force_until: date | None


@dataclass(frozen=True)
class MomentRule(_Rule):
    """One matter that must be recorded: where, and what must be seen and heard."""

    kind: str
    title: str
    place: str
    content: str


@dataclass(frozen=True)
class UploadRule(_Rule):
    hours: int

    def due_at(self, returned_at: datetime) -> datetime:
        """By the clock, through nights and holidays."""
        return returned_at + timedelta(hours=self.hours)


@dataclass(frozen=True)
class Keeping(_Rule):
    """how: `days` after the recording, `case` as long as the dossier, `always`."""

    title: str
    how: str
    days: int


@dataclass(frozen=True)
class ExcuseRule(_Rule):
    title: str


@cached_per_folder
def all_moment_rules() -> tuple[MomentRule, ...]:
    return tuple(_read_moment(row) for row in toml_rows("recording", "moment"))


def moment_rules(kind: str, on: date) -> tuple[MomentRule, ...]:
    """Nothing where the list in force on that day does not name the matter."""
    return tuple(one for one in in_force(all_moment_rules(), on) if one.kind == kind)


@cached_per_folder
def all_upload_rules() -> tuple[UploadRule, ...]:
    return tuple(
        UploadRule(**_common(row), hours=int(need(row, "hours", row["where"])))
        for row in toml_rows("recording", "upload")
    )


def upload_rule(on: date) -> UploadRule:
    """Raises UnknownRecordingRule."""
    for one in in_force(all_upload_rules(), on):
        return one
    raise UnknownRecordingRule(f"upload ({on.isoformat()})")


@cached_per_folder
def all_keepings() -> tuple[Keeping, ...]:
    return tuple(_read_keeping(row) for row in toml_rows("recording", "keeping"))


def keepings(on: date) -> tuple[Keeping, ...]:
    return in_force(all_keepings(), on)


def keeping(key: str, on: date) -> Keeping:
    """Raises UnknownRecordingRule."""
    for one in keepings(on):
        if one.key == key:
            return one
    raise UnknownRecordingRule(f"{key} ({on.isoformat()})")


@cached_per_folder
def all_excuse_rules() -> tuple[ExcuseRule, ...]:
    return tuple(
        ExcuseRule(**_common(row), title=need(row, "title", row["where"])) for row in toml_rows("recording", "excuse")
    )


def excuse_rules(on: date) -> tuple[ExcuseRule, ...]:
    return in_force(all_excuse_rules(), on)


def excuse_title(key: str) -> str:
    """Of a version that may be over; the key itself when nobody knows it."""
    return next((one.title for one in all_excuse_rules() if one.key == key), key)


def _common(row: Row) -> dict[str, Any]:
    where = row["where"]
    return {
        "key": need(row, "key", where),
        "basis": need(row, "basis", where),
        "certainty": need(row, "certainty", where),
        "source": need(row, "source", where),
        "in_force_from": as_date(need(row, "in_force_from", where), where),
        "in_force_until": as_optional_date(row.get("in_force_until"), where),
    }


def _read_moment(row: Row) -> MomentRule:
    where = row["where"]
    kind = need(row, "kind", where)
    if kind not in MOMENT_KINDS:
        raise BadLawData(f"{where}: unknown kind {kind!r}")
    texts = {name: need(row, name, where) for name in ("title", "place", "content")}
    return MomentRule(**_common(row), kind=kind, **texts)


def _read_keeping(row: Row) -> Keeping:
    where = row["where"]
    how = need(row, "how", where)
    if how not in WAYS_OF_KEEPING:
        raise BadLawData(f"{where}: how must be one of {', '.join(sorted(WAYS_OF_KEEPING))}")
    days = int(need(row, "days", where)) if how == "days" else 0
    return Keeping(**_common(row), title=need(row, "title", where), how=how, days=days)
