"""What do the papers carry on which a decision is examined: answer to a statement, legal review, discussion?"""

from dataclasses import dataclass
from datetime import date

from documents.forms.parts import OfficerLine, Opinion, Period, ReviewPointRow, Signature, SpeakerRow


@dataclass(frozen=True, kw_only=True)
class StatementAnswer:
    """陈述申辩复核意见书 (auxiliary A14)."""

    case_number: str
    cause: str
    party: str
    stated_on: date | None
    manner: str = ""
    """书面, 口头, 听证."""
    statement: str
    reviewers: tuple[OfficerLine, ...]
    findings: str
    outcome: str
    """"adopted", "partly" or "rejected" ticks the box."""
    reasons: str
    handler: Opinion = Opinion()
    unit_head: Opinion = Opinion()
    head: Opinion = Opinion()


@dataclass(frozen=True, kw_only=True)
class LegalReviewOpinion:
    """重大行政处罚法制审核意见书 (auxiliary A3; 行政处罚法58)."""

    case_number: str
    cause: str
    bureau: str
    party: str
    handlers: tuple[OfficerLine, ...]
    round: int
    """Which review of this case, from 1."""
    received_on: date | None
    reason: str
    """Why the case needs review, with the article."""
    proposal: str
    points: tuple[ReviewPointRow, ...]
    outcome: str
    """"pass", "return", "correct" or "transfer" ticks the box."""
    conclusion: str
    comments: tuple[str, ...] = ()
    """What has to be put right before the next review."""
    dossier: str = ""
    """The digest of the dossier that was examined; a change of substance after it makes another."""
    advice: tuple[str, ...] = ()
    """What counsel said who were asked; they have no vote."""
    reviewer: Opinion = Opinion()
    unit: Opinion = Opinion()
    """The legal unit's own line, with its seal."""


@dataclass(frozen=True, kw_only=True)
class DiscussionMinutes:
    """重大案件集体讨论记录 (auxiliary A4; 行政处罚法57.2)."""

    case_number: str
    case_name: str
    cause: str
    reason: str
    period: Period
    place: str
    chair: OfficerLine
    reporter: str
    recorder: str
    present: tuple[OfficerLine, ...]
    observers: tuple[OfficerLine, ...] = ()
    handlers: tuple[OfficerLine, ...]
    report: str
    speeches: tuple[SpeakerRow, ...]
    conclusion: str
    signatures: tuple[Signature, ...] = ()
