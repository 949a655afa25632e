"""Does every paper that goes out bear its seal, placed by one who neither handled nor decided the case?"""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.act import Actor, Ask, Text
from cases.guards.apart import guard_apart
from cases.guards.declare import guard
from cases.guards.people import HANDLERS
from officers.models import Officer
from officers.roles import Role

seal_keeper = Actor(
    Role.SEAL_KEEPER.value,
    Role.SEAL_KEEPER.label,
    lambda ask: ask.officer.holds(Role.SEAL_KEEPER),
    lambda file: Officer.objects.holding(Role.SEAL_KEEPER),
)
seal_keeper_apart = guard_apart("seal_keeper_apart")


@guard(
    basis="行政处罚法:59",
    cure=gettext_lazy("由印章保管人员用印以后再办理"),
    by=Role.SEAL_KEEPER.label,
    act="seal-use.place_seal",
)
def paper_bears_its_seal(ask: Ask) -> Iterator[Text]:
    """Asked of every act about a paper, once, by cases.services: nothing unsealed leaves the house."""
    paper = ask.facts.get("document")
    if getattr(paper, "awaits_seal", False):
        yield _("《%(paper)s》还没有用印。") % {"paper": paper}


@guard(basis="行政处罚法:59", cure=gettext_lazy("作废的文书不用印，另行出具的文书另行申请"), by=HANDLERS)
def paper_still_counts(ask: Ask) -> Iterator[Text]:
    paper = getattr(ask.subject, "document", None)
    if paper is not None and paper.voided_on is not None:
        yield _("《%(paper)s》已经作废。") % {"paper": paper}
