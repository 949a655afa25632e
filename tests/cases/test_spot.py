"""Does the summary procedure do what articles 51 to 53 and 67 to 71 say, and nothing else?"""

import pytest

from bureau.sample.meter import meter
from bureau.sample.people import hire_everyone

pytestmark = pytest.mark.django_db


def test_a_case_punished_on_the_spot_runs_to_its_end() -> None:
    story = meter(hire_everyone("quick"))
    assert story.case.state == "closed"
