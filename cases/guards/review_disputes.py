"""May a conclusion of the legal review be disputed, and may this counsel be asked?"""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.act import Actor, Ask, Text
from cases.examined import changed_since
from cases.guards.declare import guard
from cases.guards.people import HANDLERS, HEAD
from officers.models import Officer
from officers.roles import Role

REVIEWER = Role.LEGAL_REVIEWER.label


def _was_asked(ask: Ask) -> bool:
    return ask.officer.holds(Role.LEGAL_COUNSEL) and getattr(ask.subject, "counsel_id", None) == ask.officer.pk


asked_counsel = Actor(
    "asked_counsel",
    Role.LEGAL_COUNSEL.label,
    _was_asked,
    lambda file: Officer.objects.filter(pk__in=[one.counsel_id for one in file.case.review_advice.all()]),
)


@guard(basis="行政处罚法:58", cure=gettext_lazy("按审核意见补正后重新提请，或者提请负责人决定"), by=HANDLERS)
def review_may_be_reexamined(ask: Ask) -> Iterator[Text]:
    """Once, of a conclusion that did not agree, and on the same dossier."""
    review = ask.file.last_review
    if review is None or review.outcome in ("", "passed"):
        yield _("没有可以申请复核的审核意见。")
        return
    if review.re_examines_id:
        yield _("这一审核意见已经复核过，不能再申请复核。")
    changed = changed_since(review, ask.file)
    if changed:
        yield _("审核以后案卷有变更，应当重新提请审核而不是复核：%(changes)s。") % {"changes": "；".join(changed)}


@guard(basis="行政处罚法:58", cure=gettext_lazy("先申请复核审核意见"), by=HANDLERS, act="request_reexamination")
def disagreement_remains(ask: Ask) -> Iterator[Text]:
    """Only what was re-examined and not agreed to goes to the heads, and once."""
    review = ask.file.last_review
    if review is None or review.outcome in ("", "passed") or not review.re_examines_id:
        yield _("审核意见还没有经过复核，或者复核已经同意，不能提请负责人决定。")
    elif any(one.review_id == review.pk for one in ask.file.case.review_disputes.all()):
        yield _("这一分歧已经提请负责人决定。")


@guard(
    basis="行政处罚法:58",
    cure=gettext_lazy("等负责人决定审核分歧"),
    by=HEAD,
    act="review-dispute.settle_review_dispute",
)
def no_review_dispute_is_open(ask: Ask) -> Iterator[Text]:
    if any(not one.has_ended for one in ask.file.case.review_disputes.all()):
        yield _("法制审核的分歧已经提请负责人，还没有决定。")


@guard(basis="行政处罚法:58", cure=gettext_lazy("另选没有承办、审核、决定过本案的法律顾问"), by=REVIEWER)
def counsel_has_no_part_in_the_case(ask: Ask) -> Iterator[Text]:
    counsel = ask.facts.get("counsel")
    if counsel and counsel.pk in ask.file.everyone_who_handled | ask.file.everyone_who_judged | {ask.officer.pk}:
        yield _("%(name)s承办、审核或者决定过本案，不能作为本案的法律顾问。") % {"name": counsel.name}


@guard(basis="行政处罚法:58", cure=gettext_lazy("审核人员需要时重新征求意见"), by=REVIEWER, act="ask_counsel")
def advice_comes_before_the_conclusion(ask: Ask) -> Iterator[Text]:
    review = ask.file.last_review
    if review is None or review.outcome:
        yield _("审核已经有结论，不再提出顾问意见。")
