"""Through which channels is information made public, and how is each called?"""

from dataclasses import dataclass
from datetime import date

from law.loading import as_date, as_optional_date, cached_per_folder, in_force, need, toml_rows


@dataclass(frozen=True)
class Channel:
    """`key` is stored; `title` is what the register and the tables say."""

    key: str
    title: str
    basis: str
    certainty: str
    source: str
    in_force_from: date
    in_force_until: date | None


@cached_per_folder
def all_channels() -> tuple[Channel, ...]:
    return tuple(
        Channel(
            key=need(row, "key", row["where"]),
            title=need(row, "title", row["where"]),
            basis=need(row, "basis", row["where"]),
            certainty=row.get("certainty", "R"),
            source=row.get("source", ""),
            in_force_from=as_date(need(row, "in_force_from", row["where"]), row["where"]),
            in_force_until=as_optional_date(row.get("in_force_until"), row["where"]),
        )
        for row in toml_rows("information", "channel")
    )


def channels_on(on: date) -> dict[str, str]:
    """Title by code: what something made public on this day may have gone through."""
    return {one.key: one.title for one in in_force(all_channels(), on)}


def channel_titles() -> dict[str, str]:
    """Also of channels no longer in use, for what went through them; the newest row of each."""
    return {one.key: one.title for one in sorted(all_channels(), key=lambda one: one.in_force_from)}
