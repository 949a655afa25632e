"""May something be cleared at once in the party's place, and was it done before the bureau's eyes?"""

from collections.abc import Iterator

from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.act import Ask, Text
from cases.guards.declare import guard
from cases.guards.people import HANDLERS, HEAD


@guard(
    basis="行政强制法:52",
    cure=gettext_lazy("写明当事人为什么不能清除；能够清除的，责令其清除"),
    by=HEAD,
    act="order_correction",
)
def party_cannot_clear(ask: Ask) -> Iterator[Text]:
    if "cannot" in ask.facts and not ask.facts["cannot"].strip():
        yield _("没有写明当事人不能清除的原因，不能立即代履行。")


@guard(basis="行政强制法:51.1(3)", cure=gettext_lazy("派员到场监督"), by=HANDLERS)
def clearing_is_supervised(ask: Ask) -> Iterator[Text]:
    if "supervisor" not in ask.facts:
        return
    supervisor = ask.facts["supervisor"]
    if supervisor is None:
        yield _("代履行时本机关应当派员到场监督。")
    elif supervisor.pk == ask.subject.decided_by_id:
        yield _("%(name)s批准了代履行，不能同时作为到场监督人。") % {"name": supervisor.name}


@guard(basis="行政强制法:52", cure=gettext_lazy("核对实施时间"), by=HANDLERS)
def cleared_after_the_decision(ask: Ask) -> Iterator[Text]:
    done = ask.facts.get("carried_out_at")
    if done and localdate(done) < ask.subject.decided_on:
        yield _("实施时间早于代履行决定（%(day)s）。") % {"day": ask.subject.decided_on}
