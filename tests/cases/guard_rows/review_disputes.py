"""The guards of disputing a conclusion of the legal review, and of asking counsel, each with what it refuses."""

from datetime import date
from typing import Any

from cases.case_file import load_case_file
from cases.examined import examined
from tests.cases.guard_rows.ordinary import HEARD
from tests.cases.guard_table import Situation, Stories, row

DAY = date(2026, 6, 8)


def review(now: Situation, **more: Any) -> Any:
    told = {"submitted_on": DAY, "submitted_by": now.cast["赵刚"], "examined": examined(load_case_file(now.case.pk))}
    return now.case.reviews.create(round=now.case.round, **told | more)


def concluded(now: Situation, **more: Any) -> Any:
    said = {"outcome": "returned", "reviewer": now.cast["陈静"], "concluded_on": DAY, "opinion": "补正。"}
    return review(now, **said | more)


def dispute(now: Situation) -> None:
    again = concluded(now, re_examines=concluded(now))
    now.case.review_disputes.create(review=again, reasons="已在案。", raised_by=now.cast["赵刚"], raised_on=DAY)


def returned(stories: Stories) -> Situation:
    now = HEARD(stories)
    now.officer = now.cast["赵刚"]
    concluded(now)
    return now


def upheld(stories: Stories) -> Situation:
    now = returned(stories)
    concluded(now, re_examines=now.case.reviews.get())
    return now


def asking(stories: Stories) -> Situation:
    now = HEARD(stories)
    now.facts = {"counsel": now.cast["严律"], "question": "是否属于同一行为？"}
    return now


def asked(stories: Stories) -> Situation:
    now = HEARD(stories)
    who = {"counsel": now.cast["严律"], "asked_by": now.cast["陈静"]}
    now.subject = now.case.review_advice.create(review=review(now), question="？", asked_on=DAY, **who)
    now.officer = now.cast["严律"]
    return now


@row("review_may_be_reexamined", "行政处罚法:58", "没有可以申请复核的审核意见", returned)
def _(now: Situation) -> None:
    now.case.reviews.update(outcome="passed")


@row("disagreement_remains", "行政处罚法:58", "还没有经过复核", upheld)
def _(now: Situation) -> None:
    now.case.reviews.update(re_examines=None)


@row("no_review_dispute_is_open", "行政处罚法:58", "已经提请负责人，还没有决定", HEARD)
def _(now: Situation) -> None:
    dispute(now)


@row("counsel_has_no_part_in_the_case", "行政处罚法:58", "孙丽承办、审核或者决定过本案", asking)
def _(now: Situation) -> None:
    now.facts["counsel"] = now.cast["孙丽"]


@row("advice_comes_before_the_conclusion", "行政处罚法:58", "审核已经有结论", asked)
def _(now: Situation) -> None:
    now.case.reviews.update(outcome="returned", reviewer=now.cast["陈静"], concluded_on=DAY, opinion="补正。")
