"""Is the test world as strict as it claims?"""

import socket

import pytest
from django.conf import settings
from django.db import transaction
from django.template import engines

from tests.world import OutsideNetwork


@pytest.mark.parametrize("host", ["192.0.2.1", "example.org"])
def test_another_machine_cannot_be_reached(host: str) -> None:
    with pytest.raises(OutsideNetwork):
        socket.create_connection((host, 80), timeout=1)


@pytest.mark.django_db
def test_what_waits_for_the_commit_runs_when_the_block_ends_and_not_before() -> None:
    seen = []
    with transaction.atomic():
        with transaction.atomic():
            transaction.on_commit(lambda: seen.append("done"))
        assert seen == []
    assert seen == ["done"]


@pytest.mark.django_db
def test_what_waits_for_the_commit_does_not_run_after_a_rollback() -> None:
    seen = []
    with pytest.raises(ValueError, match="no"), transaction.atomic():
        transaction.on_commit(lambda: seen.append("done"))
        raise ValueError("no")
    with transaction.atomic():
        pass
    assert seen == []


def test_a_template_that_asks_for_what_is_not_there_fails() -> None:
    template = engines["django"].from_string("{{ nobody.name }}")
    with pytest.raises(pytest.fail.Exception, match=r"nobody\.name"):
        template.render({})


def test_the_tests_keep_away_from_the_bureau_that_runs_here() -> None:
    assert "bureau-tests-" in str(settings.VAR_DIR)
    assert str(settings.MEDIA_ROOT).startswith(str(settings.VAR_DIR))
