"""Was the decision reviewed and discussed where the law demands it, before it was made and on the same facts?"""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from cases.case_file import CaseFile
from cases.models import Discussion, LegalReview
from law.thresholds import Scope
from oversight import facts
from oversight.findings import Finding, at, rule

POINTS = frozenset(range(1, 9))
HEADS = 2


def _opinion(file: CaseFile, review: LegalReview | None) -> dict[str, object]:
    return at(facts.paper_about(file, "legal-review-opinion", review) if review else None, "legal-review-opinion")


def _minutes(file: CaseFile, meeting: Discussion) -> dict[str, object]:
    return at(facts.paper_about(file, "discussion-minutes", meeting), "discussion-minutes")


def _last_passed(file: CaseFile) -> LegalReview | None:
    passed = [one for one in file.reviews if one.outcome == "passed" and one.concluded_on]
    return passed[-1] if passed else None


@rule("review-passed-where-required", basis="行政处罚法:58.1")
def review_passed_where_required(file: CaseFile) -> Iterator[Finding]:
    for party, decision in facts.penalties(file):
        asked = facts.required_by(file, Scope.REVIEW, party, decision.decided_on)
        if not asked:
            continue
        review = _last_passed(file)
        if review is None:
            text = _("%(why)s，应当法制审核，没有审核同意就作出了决定。") % {"why": asked[0].title}
        elif review.concluded_on > decision.decided_on:
            text = _("法制审核 %(passed)s 才同意，决定却在 %(on)s 作出。") % {
                "passed": review.concluded_on,
                "on": decision.decided_on,
            }
        else:
            continue
        yield Finding(
            text,
            asked[0].basis,
            **_opinion(file, review),
            field=_("审核结论"),
            locator=party.name,
            how=_("决定已经作出，不能补正；应当自行纠正。"),
        )


@rule("nothing-new-after-review", basis="行政处罚法:58.1")
def nothing_new_after_review(file: CaseFile) -> Iterator[Finding]:
    review, decided = _last_passed(file), facts.decided_on(file)
    if review is None or decided is None:
        return
    later = [one.title for one in file.evidence if review.concluded_on < one.added_on <= decided]
    later += [str(one) for one in file.inquiries if review.concluded_on < facts.day_of(one.started_at) <= decided]
    for title in later:
        yield Finding(
            _("法制审核以后又取得“%(title)s”，没有重新审核就作出了决定。") % {"title": title},
            "行政处罚法:58.1",
            **_opinion(file, review),
            field=_("审核日期"),
            locator=title,
            how=_("决定已经作出，不能补正；说明该材料是否影响决定。"),
        )


@rule("review-answers-every-point", basis="行政处罚法:58.1")
def review_answers_every_point(file: CaseFile) -> Iterator[Finding]:
    for review in file.reviews:
        if not review.outcome:
            continue
        answered = {one.number for one in review.points.all()}
        if missing := sorted(POINTS - answered):
            yield Finding(
                _("法制审核没有回答第 %(numbers)s 项。") % {"numbers": "、".join(map(str, missing))},
                "行政处罚法:58.1",
                **_opinion(file, review),
                field=_("审核要点"),
                how=_("由审核人员书面补充说明并附卷。"),
            )
        if review.outcome == "passed" and any(not one.satisfied for one in review.points.all()):
            yield Finding(
                _("法制审核有不符合的要点，结论却是同意。"),
                "行政处罚法:58.1",
                **_opinion(file, review),
                field=_("审核结论"),
                curable=not file.decisions,
                act="resubmit_for_review",
                how=_("重新提请法制审核。"),
            )
        if facts.paper_about(file, "legal-review-opinion", review) is None:
            yield Finding(
                _("案卷没有法制审核意见书。"),
                "行政处罚法:58.1",
                form="legal-review-opinion",
                field=_("审核意见"),
                how=_("查找原件，补入案卷。"),
            )


@rule("discussed-where-required", basis="行政处罚法:57.2")
def discussed_where_required(file: CaseFile) -> Iterator[Finding]:
    for party, decision in facts.penalties(file):
        asked = facts.required_by(file, Scope.DISCUSSION, party, decision.decided_on)
        if not asked:
            continue
        agreed = [one for one in file.discussions if one.agreed and facts.day_of(one.ended_at) <= decision.decided_on]
        if not agreed:
            text = _("%(why)s，应当集体讨论，决定前没有集体讨论同意。") % {"why": asked[0].title}
        elif facts.day_of(agreed[-1].ended_at) < _last_word(file):
            text = _("集体讨论以后当事人又陈述申辩或者听证，没有再次讨论。")
        else:
            continue
        yield Finding(
            text,
            "行政处罚法:57.2",
            **(_minutes(file, agreed[-1]) if agreed else at(None, "discussion-minutes")),
            field=_("讨论时间"),
            locator=party.name,
            how=_("决定已经作出，不能补正；应当自行纠正。"),
        )


def _last_word(file: CaseFile):
    """The last day on which the party was heard; a discussion before it knew only half."""
    days = [one.made_on for one in file.statements if one.kind == "statement"]
    days += [one.held_on for one in file.hearings if one.held_on]
    return max(days, default=file.case.registered_on)


@rule("discussion-is-recorded", basis="行政处罚法:57.2")
def discussion_is_recorded(file: CaseFile) -> Iterator[Finding]:
    for meeting in file.discussions:
        voices = list(meeting.voices.all())
        if len(voices) < HEADS:
            yield _on_minutes(
                file, meeting, _("参加集体讨论的负责人只有 %(count)d 名。") % {"count": len(voices)}, _("参加人")
            )
        for voice in voices:
            if not (voice.opinion.strip() and voice.reason.strip()):
                text = _("集体讨论没有记录%(name)s的意见和理由。") % {"name": voice.officer.name}
                yield _on_minutes(file, meeting, text, _("讨论意见"), voice.officer.name)
            if not voice.signed:
                text = _("%(name)s没有在集体讨论记录上签名。") % {"name": voice.officer.name}
                yield _on_minutes(file, meeting, text, _("签名"), voice.officer.name)


@rule("discussion-follows-the-votes", basis="行政处罚法:57.2")
def discussion_follows_the_votes(file: CaseFile) -> Iterator[Finding]:
    for meeting in file.discussions:
        votes = [one.vote for one in meeting.voices.all()]
        if meeting.agreed and votes.count("agree") * 2 <= len(votes):
            text = _("%(all)d 名负责人中只有 %(agree)d 名同意，讨论结论却是同意。") % {
                "all": len(votes),
                "agree": votes.count("agree"),
            }
            yield _on_minutes(file, meeting, text, _("结论"))


def _on_minutes(file: CaseFile, meeting: Discussion, text: str, field: str, locator: str = "") -> Finding:
    return Finding(
        text,
        "行政处罚法:57.2",
        **_minutes(file, meeting),
        field=field,
        locator=locator,
        curable=not file.decisions,
        act="hold_discussion",
        how=_("由负责人重新集体讨论，逐人记录并签名。"),
    )
