"""Does the portal show after the migration what was public before it had tables of its own, and nothing else?"""

from datetime import date
from importlib import import_module
from typing import Any

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.forms.models import model_to_dict

from bureau.sample.story import Cast
from cases.services import perform
from publicity.models import Publication
from publicity.register import PublishedDecision
from publicity.services import prepare
from tests.publicity import cases
from tests.publicity.conftest import publish

MOVING = "0012_what_is_public_already_is_shown_by_the_portal"


def decided(cast: Cast, party: dict[str, Any]) -> Any:
    story = cases.overloaded(cast, party)
    cases.serve(story)
    return story.case.decisions.get()


@pytest.fixture
def before(cast: Cast) -> list[dict[str, Any]]:
    """One shown, one withdrawn, one never approved; then the portal's table as it was before: empty, no kinds kept."""
    publish(decided(cast, cases.FIRM), cast)
    gone = publish(decided(cast, cases.OTHER_FIRM), cast)
    perform(gone, "withdraw", cast["尤佳"], date(2026, 9, 1), reason="决定已被样例旗人民政府撤销。")
    prepare(decided(cast, cases.PERSON))
    written = [model_to_dict(one, exclude=["id"]) for one in PublishedDecision.objects.order_by("pk")]
    PublishedDecision.objects.all().delete()
    Publication.objects.update(kinds="")
    return written


def test_what_the_migration_copies_is_what_publishing_writes(before: list[dict[str, Any]]) -> None:
    """The migration's own function, with the models as they were at its place in the history."""
    state = MigrationLoader(connection).project_state(("publicity", MOVING))
    import_module(f"publicity.migrations.{MOVING}").copy(state.apps, None)
    after = [model_to_dict(one, exclude=["id"]) for one in PublishedDecision.objects.order_by("pk")]
    assert [one["fate"] for one in after] == ["shown", "withdrawn"]
    # A tombstone says neither what it was for nor of which kind it was; moving in keeps the kind, which names nobody.
    assert after == [one | {"kinds": ";fine;"} for one in before]
    assert list(Publication.objects.order_by("pk").values_list("kinds", flat=True)) == [";fine;", ";fine;", ""]
    assert after[1]["party_name_public"] == after[1]["facts_public"] == after[1]["conduct"] == ""
