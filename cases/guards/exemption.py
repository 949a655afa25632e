"""May a penalty be kept from the public, at whose wish, and by whose leave?"""

from collections.abc import Iterator

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.act import Actor, Ask, Text
from cases.guards.declare import guard
from cases.guards.people import HEAD, case_officers
from officers.models import Officer
from officers.roles import Role

handlers_or_publisher = Actor(
    "handlers_or_publisher",
    gettext_lazy("承办人或者公示人员"),
    lambda ask: case_officers.check(ask) or ask.officer.holds(Role.PUBLISHER),
    lambda file: Officer.objects.filter(
        Q(pk__in=[one.pk for one in file.handlers]) | Q(pk__in=Officer.objects.holding(Role.PUBLISHER).values("pk"))
    ),
)


@guard(
    basis="行政处罚法:48.1",
    cure=gettext_lazy("等负责人答复"),
    by=HEAD,
    act="exemption.excuse_publication",
)
def exemption_is_not_asked_twice(ask: Ask) -> Iterator[Text]:
    if any(not one.has_ended for one in ask.file.case.exemptions.all()):
        yield _("本案已经提请不予公示，还没有答复。")


@guard(basis="行政处罚法:48.1", cure=gettext_lazy("由提请人以外的负责人批准"), by=HEAD)
def exemption_proposer_apart(ask: Ask) -> Iterator[Text]:
    if ask.officer.pk == getattr(ask.subject, "proposed_by_id", None):
        yield _("%(name)s提请了不予公示，不能自己批准。") % {"name": ask.officer.name}
