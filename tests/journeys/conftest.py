"""What does a journey start from? The sample bureau with its people, an empty register, and a calendar."""

from typing import Any

import pytest

from bureau.sample.people import hire_everyone
from tests.journeys.desk import Office


@pytest.fixture
def office(db: None, time_machine: Any) -> Office:
    office = Office(time_machine)
    office.on("2026-01-05")
    hire_everyone()
    return office
