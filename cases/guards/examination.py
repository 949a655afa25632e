"""Was the case examined as the law demands before it is decided?"""

from collections.abc import Iterator

from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.act import Ask, Text
from cases.examined import changed_since
from cases.guards.declare import guard
from cases.guards.people import HANDLERS, HEAD
from law.limits import limit
from law.thresholds import Scope
from officers.roles import Role

REVIEWER = Role.LEGAL_REVIEWER.label
REVIEW_POINTS = 8
MAY_NOT_APPLY = frozenset({6, 8})
"""No discretion where the law leaves no choice; no transfer where nothing suggests a crime."""
TRANSFER_POINT = 8


@guard(basis="行政处罚法:58", cure=gettext_lazy("提请法制审核"), by=HANDLERS, act="submit_for_review")
def review_is_not_required(ask: Ask) -> Iterator[Text]:
    if ask.file.requires(Scope.REVIEW, ask.on):
        yield _("本案属于应当法制审核的情形，未经审核不得决定。")


@guard(basis="行政处罚法:58", cure=gettext_lazy("提请法制审核并取得同意"), by=REVIEWER, act="submit_for_review")
def review_passed_where_required(ask: Ask) -> Iterator[Text]:
    if not ask.file.requires(Scope.REVIEW, ask.on):
        return
    review = ask.file.last_review
    if review is None or not review.outcome:
        yield _("本案应当法制审核而尚未审核，不得作出决定。")
    elif review.outcome != "passed":
        yield _("法制审核没有通过，不得作出决定。")
    elif review.concluded_on and review.concluded_on > ask.on:
        yield _("法制审核 %(day)s 才通过，不能在这以前办理。") % {"day": review.concluded_on}


@guard(basis="行政处罚法:58", cure=gettext_lazy("重新提请法制审核"), by=HANDLERS, act="resubmit_for_review")
def nothing_changed_since_review(ask: Ask) -> Iterator[Text]:
    review = ask.file.last_review
    if review and review.outcome == "passed":
        changed = changed_since(review, ask.file)
        if changed:
            yield _("法制审核以后案卷有变更，须重新审核：%(changes)s。") % {"changes": "；".join(changed)}


@guard(basis="行政处罚法:58", cure=gettext_lazy("退回，由承办人按现在的案卷重新提请"), by=REVIEWER, act="return_review")
def nothing_changed_since_submission(ask: Ask) -> Iterator[Text]:
    """What is agreed to is the dossier that was submitted, no other."""
    review = ask.file.last_review
    changed = changed_since(review, ask.file) if review and not review.outcome else []
    if changed:
        yield _("提请审核以后案卷有变更，不能按原来的提请同意：%(changes)s。") % {"changes": "；".join(changed)}


@guard(basis="行政处罚法:57.2", cure=gettext_lazy("提交负责人集体讨论"), by=HEAD, act="hold_discussion")
def discussed_where_required(ask: Ask) -> Iterator[Text]:
    if not ask.file.requires(Scope.DISCUSSION, ask.on):
        return
    if not ask.file.discussions:
        yield _("本案情节复杂或者属于重大违法行为，须经负责人集体讨论决定。")
        return
    last = ask.file.discussions[-1]
    held_on = localdate(last.ended_at)
    if not last.agreed:
        yield _("集体讨论没有同意拟作出的决定。")
    elif held_on > ask.on:
        yield _("集体讨论 %(day)s 才举行，不能在这以前决定。") % {"day": held_on}
    elif last.substance != ask.file.substance():
        yield _("集体讨论以后，事实、证据或者处罚意见有变更，须重新讨论。")


@guard(basis="行政处罚法:58", cure=gettext_lazy("逐项回答八个审核要点"), by=REVIEWER)
def all_points_are_answered(ask: Ask) -> Iterator[Text]:
    answered = {one["number"] for one in ask.facts.get("points", ())}
    missing = sorted(set(range(1, REVIEW_POINTS + 1)) - answered)
    if missing and "points" in ask.facts:
        yield _("审核要点 %(numbers)s 还没有回答。") % {"numbers": "、".join(map(str, missing))}


@guard(
    basis="行政处罚法:58", cure=gettext_lazy("有要点不符合的，退回或者提出纠正意见"), by=REVIEWER, act="return_review"
)
def all_points_are_satisfied(ask: Ask) -> Iterator[Text]:
    for one in ask.facts.get("points", ()):
        if not one["satisfied"]:
            yield _("审核要点 %(number)d 不符合，不能作出同意的结论。") % {"number": one["number"]}


@guard(basis="行政处罚法:58", cure=gettext_lazy("这些要点答“符合”或者“不符合”"), by=REVIEWER)
def every_case_has_these_points(ask: Ask) -> Iterator[Text]:
    """Competence, people, procedure, facts, law and papers are there in every case (国办发〔2018〕118号)."""
    for one in ask.facts.get("points", ()):
        if not one.get("applies", True) and one["number"] not in MAY_NOT_APPLY:
            yield _("审核要点 %(number)d 每件案件都要审核，不能答“不适用”。") % {"number": one["number"]}


@guard(basis="行政处罚法:58", cure=gettext_lazy("把有问题的要点答为“不符合”，或者作出同意的结论"), by=REVIEWER)
def conclusion_follows_the_points(ask: Ask) -> Iterator[Text]:
    """Nothing is returned without saying which point fails; a transfer rests on the eighth."""
    points = ask.facts.get("points", ())
    if not points:
        return
    failing = {one["number"] for one in points if not one["satisfied"]}
    if not failing:
        yield _("八个要点没有一项不符合，不能退回、纠正或者建议移送。")
    elif ask.facts.get("outcome") == "transfer" and TRANSFER_POINT not in failing:
        yield _("第 8 项（不涉嫌犯罪、不需要移送）没有答“不符合”，不能建议移送。")


@guard(basis="行政处罚法:58", cure=gettext_lazy("逐条答复上次退回的审核意见"), by=HANDLERS, act="answer_comments")
def comments_are_answered(ask: Ask) -> Iterator[Text]:
    for review in ask.file.reviews:
        for comment in review.comments.all():
            if comment.answered_on is None:
                yield _("审核意见“%(comment)s”还没有答复。") % {"comment": comment}


@guard(basis="行政处罚法:57.2", cure=gettext_lazy("增加参加讨论的负责人"), by=HEAD)
def enough_heads_take_part(ask: Ask) -> Iterator[Text]:
    if "voices" not in ask.facts:
        return
    heads = {one["officer"].pk for one in ask.facts["voices"] if one["officer"].holds(Role.BUREAU_HEAD)}
    least = limit("discussion_heads", ask.on)
    if len(heads) < least:
        yield _("参加集体讨论的负责人只有 %(count)d 名，不得少于 %(least)d 名。") % {
            "count": len(heads),
            "least": least,
        }


@guard(basis="行政处罚法:57.2", cure=gettext_lazy("承办人只汇报，不参加表决"), by=HEAD)
def handlers_do_not_vote(ask: Ask) -> Iterator[Text]:
    for one in ask.facts.get("voices", ()):
        if one["officer"].pk in ask.file.everyone_who_handled:
            yield _("%(name)s承办过本案，不得参加表决。") % {"name": one["officer"].name}


@guard(basis="行政处罚法:57.2", cure=gettext_lazy("写明每名负责人的意见、理由并由其签名"), by=HEAD)
def every_voice_is_recorded(ask: Ask) -> Iterator[Text]:
    for one in ask.facts.get("voices", ()):
        if not (one["opinion"].strip() and one["reason"].strip() and one["signed"]):
            yield _("%(name)s的意见、理由或者签名缺失。") % {"name": one["officer"].name}


@guard(basis="行政处罚法:57.2", cure=gettext_lazy("按各人的表决填写结果"), by=HEAD)
def result_follows_the_votes(ask: Ask) -> Iterator[Text]:
    if not ask.facts.get("agreed"):
        return
    votes = [one["vote"] for one in ask.facts.get("voices", ())]
    in_favour = votes.count("agree")
    if in_favour < 2 or in_favour * 2 <= len(votes):
        yield _("%(count)d 人参加，%(agreed)d 人同意，不能记为同意。") % {"count": len(votes), "agreed": in_favour}
