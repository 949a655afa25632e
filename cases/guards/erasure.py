"""May what an entry of the record says be taken away (个人信息保护法 47), and does anything bid to keep it?"""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.act import Ask, Text
from cases.guards.declare import guard
from cases.guards.people import HANDLERS, HEAD
from law.erasure import PERIOD, erasure_ground

ABOUT_ERASING = frozenset(
    {"propose_erasure", "approve_erasure", "refuse_erasure", "place_legal_hold", "lift_legal_hold"}
)
"""What these say shows that an erasure was lawful: it is never erased itself."""


@guard(
    basis="行政处罚法:47",
    cure=gettext_lazy("复议、诉讼了结以后，或者解除保全以后再办理"),
    by=HEAD,
    act="legal-hold.lift_legal_hold",
)
def nothing_bids_to_keep_it(ask: Ask) -> Iterator[Text]:
    for hold in ask.file.case.legal_holds.all():
        if not hold.has_ended:
            yield _("本案自 %(on)s 起为“%(reason)s”保全，不得删除或者销毁。") % {
                "on": hold.placed_on,
                "reason": hold.reason,
            }
    for remedy in ask.file.case.remedies.all():
        if not remedy.has_ended:
            yield _("“%(remedy)s”还没有了结，本案不得删除或者销毁任何内容。") % {"remedy": remedy}


@guard(basis="个人信息保护法:47", cure=gettext_lazy("选择本案中另一条记录"), by=HANDLERS)
def entry_may_be_erased(ask: Ask) -> Iterator[Text]:
    entry = ask.facts.get("entry")
    if entry is None:
        return
    if entry.case_id != ask.file.case.pk or entry.act in ABOUT_ERASING:
        yield _("第 %(number)d 条不是本案中可以删除内容的记录。") % {"number": entry.gseq}
    if any(one.entry_id == entry.pk and one.state != "refused" for one in ask.file.case.payload_erasures.all()):
        yield _("第 %(number)d 条已经提请删除，或者已经删除。") % {"number": entry.gseq}


@guard(basis="个人信息保护法:47", cure=gettext_lazy("选择办理之日法律规定的依据；没有的，不批准删除"), by=HANDLERS)
def erasing_has_a_ground(ask: Ask) -> Iterator[Text]:
    key = _ground_of(ask)
    if key and erasure_ground(key, ask.on) is None:
        yield _("办理之日的法律没有这一项删除的依据（%(key)s）。") % {"key": key}


@guard(
    basis="个人信息保护法:47.2", cure=gettext_lazy("保管期限届满以后再办理；在此之前只保存、不作其他使用"), by=HANDLERS
)
def period_of_keeping_is_over(ask: Ask) -> Iterator[Text]:
    ground = erasure_ground(_ground_of(ask), ask.on)
    kept = list(ask.file.case.archive_files.all())
    over = kept and all(one.retain_until is not None and one.retain_until < ask.on for one in kept)
    if ground and PERIOD in ground.needs and not over:
        yield _("本案还没有归档，或者保管期限还没有届满，不能以期限届满为由删除。")


@guard(basis="个人信息保护法:47", cure=gettext_lazy("对照记录填写要删除的那一条的序号"), by=HEAD)
def second_hand_names_the_entry(ask: Ask) -> Iterator[Text]:
    wanted = getattr(ask.subject, "gseq", None)
    if "gseq" in ask.facts and wanted is not None and ask.facts["gseq"] != wanted:
        yield _("填写的序号与提请删除的不是同一条。")


def _ground_of(ask: Ask) -> str:
    return str(ask.facts.get("ground") or getattr(ask.subject, "ground", ""))
