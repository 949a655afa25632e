"""On which day do the tests of the law stand unless they say otherwise?"""

from datetime import date

DAY = date(2026, 5, 18)
