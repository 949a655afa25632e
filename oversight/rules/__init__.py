"""The rules of the review, registered by the key that law/data/review_standard.csv names."""

from oversight.findings import RULES
from oversight.rules import (
    closing,
    evidence,
    examination,
    file_order,
    filing,
    hearing,
    papers,
    penalty,
    people,
    records,
    spot,
    terms,
)

__all__ = [
    "RULES",
    "closing",
    "evidence",
    "examination",
    "file_order",
    "filing",
    "hearing",
    "papers",
    "penalty",
    "people",
    "records",
    "spot",
    "terms",
]
