"""What does the search keep, and what do the pages of parties and vehicles know besides the cases?"""

from search.models.merges import PartyMerge
from search.models.permits import Permit
from search.models.words import CaseWords

__all__ = ["CaseWords", "PartyMerge", "Permit"]
