"""The guards of service, each with what it refuses. The decision of the case is made on 2 April 2026 and not served."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

from bureau.sample.stories import overload
from bureau.sample.story import Cast, Story, at
from tests.cases.guard_table import STORIES, Situation, row, situation

ISSUED, DAY = date(2026, 4, 2), date(2026, 4, 8)


def decided(cast: Cast) -> Story:
    story = overload(cast, until="ready")
    charge = story.charge
    one = {"kinds": ["fine"], "fine": Decimal(6000), "confiscation": Decimal(0), "other": "", "reason": ""}
    story.act("卫国", "decide_penalty", ISSUED, sanctions={charge.pk: one}, opinion="同意。")
    return story


STORIES["decided"] = decided


def decision(story: Story) -> Any:
    return story.case.documents.get(form_key="penalty-decision")


def serving(**how: Any) -> Callable[[Story], dict[str, Any]]:
    """The facts of a lawful direct service on the firm's representative, changed as said."""

    def facts(story: Story) -> dict[str, Any]:
        direct = {"manner": "direct", "place": "样例镇", "receiver": "马顺", "receiver_relation": "法定代表人"}
        return {"document": decision(story), "second_server": story.cast["王强"]} | direct | how

    return facts


def served(**how: Any) -> Any:
    return situation("decided", "李明", DAY, serving(**how))


def attempt(now: Situation, kind: str, on: date = date(2026, 4, 3)) -> None:
    paper = decision(now.story)
    now.case.service_attempts.create(
        document=paper, party=paper.party, kind=kind, attempted_at=at(on, 10), place="样例镇", reason="无人",
        post_number="XA1", officer=now.cast["李明"], second_officer=now.cast["王强"],
    )  # fmt: skip


@row("paper_awaits_service", "行政处罚法:61", "不是等待送达的文书", served())
def _(now: Situation) -> None:
    now.facts["document"] = now.case.documents.get(form_key="violation-notice")


@row(
    "day_of_service_has_come", "民事诉讼法:87", "送达日期 2026-04-09 晚于登记的日期 2026-04-08", served(happened_on=DAY)
)
def _(now: Situation) -> None:
    now.facts["happened_on"] = date(2026, 4, 9)


@row("receiver_may_receive", "民事诉讼法:88.1", "“同住成年家属”不能替样例顺达运输有限公司签收", served())
def _(now: Situation) -> None:
    now.facts["receiver_relation"] = "同住成年家属"  # an organisation has no family


def family(stories: Any) -> Situation:
    found: Situation = served(receiver="田小力", receiver_relation="同住成年家属", receiver_age=18)(stories)
    found.case.parties.update(kind="citizen", id_number="990001198503120015")
    return found


@row("receiver_is_of_age", "民事诉讼法:88.1", "17 岁，不满 18 周岁，不得代收", family)
def _(now: Situation) -> None:
    now.facts["receiver_age"] = 17


@row("receiver_is_no_other_party", "民事诉讼法:88.1", "于强是本案的另一方当事人", served(receiver="于强"))
def _(now: Situation) -> None:
    now.case.parties.create(kind="citizen", name="于强", id_number="990001198503120015", address="样例镇")


LEFT = {"manner": "left", "refusal": "拒绝开门签收", "witness": "样例嘎查委员会宝音"}


@row("refusal_is_recorded", "民事诉讼法:89", "没有写明拒收的事由", served(**LEFT))
def _(now: Situation) -> None:
    now.facts["refusal"] = " "


@row("letter_has_its_number", "民事诉讼法:91", "没有写明邮件号码", served(manner="post", post_number="XA1"))
def _(now: Situation) -> None:
    now.facts["post_number"] = ""


def entrusted(stories: Any) -> Situation:
    found: Situation = served(manner="entrusted", through="样例市交通运输局")(stories)
    found.story.handler(
        "entrust_service", ISSUED, document=decision(found.story), organ="样例市交通运输局", reason="住所在外地。"
    )
    return found


@row("service_was_entrusted", "民事诉讼法:91", "没有委托其他机关送达", entrusted)
def _(now: Situation) -> None:
    now.case.entrustments.all().delete()


def soldier(stories: Any) -> Situation:
    found: Situation = served(manner="forwarded", forwarding_ground="soldier", through="某部政治工作部")(stories)
    found.case.parties.update(kind="citizen", id_number="990001198503120015")
    return found


@row("forwarding_has_its_ground", "民事诉讼法:92", "没有写明为什么转交", soldier)
def _(now: Situation) -> None:
    now.facts["forwarding_ground"] = ""


def confirmed(stories: Any) -> Situation:
    channel = "样例旗人民政府行政复议网上平台"
    found: Situation = served(manner="electronic", remedy_channel=channel)(stories)
    address = {"phone": "13900000001", "address": "样例镇", "channel": "sms", "account": "13900000001"}
    receiver = {"receiver": "马顺", "receiver_relation": "法定代表人"}
    found.story.handler(
        "confirm_service_address", ISSUED, party=found.case.parties.get(), electronic=True, signed=True, covers=[],
        **address, **receiver,
    )  # fmt: skip
    return found


@row("electronic_service_was_confirmed", "行政处罚法:61.2", "没有签订送达地址确认书，不得电子送达", confirmed)
def _(now: Situation) -> None:
    now.case.service_addresses.all().delete()


@row("remedy_channel_is_told", "行政复议法:22.2", "没有同时告知提交复议申请的互联网渠道", confirmed)
def _(now: Situation) -> None:
    now.facts["remedy_channel"] = ""


def demanded(stories: Any) -> Situation:
    """A demand for performance must be served directly first; the drawn one stands in for it."""
    found: Situation = served(manner="post", post_number="XA1")(stories)
    attempt(found, "direct")
    paper = found.facts["document"]
    rule = replace(paper.form.rule, title="催告书", direct_first=True)
    found.facts["document"] = SimpleNamespace(
        **{name: getattr(paper, name) for name in ("pk", "party", "party_id", "issued_on", "form_key", "state")},
        title="催告书",
        form=SimpleNamespace(rule=rule),
    )
    return found


@row("direct_service_came_first", "行政强制法:38", "催告书应当先直接送达", demanded)
def _(now: Situation) -> None:
    now.case.service_attempts.all().delete()


def tried(**facts: Any) -> Callable[[Any], Situation]:
    def make(stories: Any) -> Situation:
        found: Situation = served(**facts)(stories)
        attempt(found, "direct")
        attempt(found, "post", DAY)
        return found

    return make


@row("other_manners_failed", "民事诉讼法:95", "还没有用邮寄等其他方式送达的记录", tried())
def _(now: Situation) -> None:
    now.case.service_attempts.filter(kind="post").delete()


@row("notice_is_posted_after_issue", "民事诉讼法:95.1", "公告不能早于这一天", served(posted_on=ISSUED))
def _(now: Situation) -> None:
    now.facts["posted_on"] = date(2026, 4, 1)


def post_notice(now: Situation) -> None:
    """Posted on 8 April 2026: the sixtieth day is Sunday, 7 June, so the period ends on Monday, 8 June."""
    words = {"reason": "下落不明", "summary": "罚款6000元。", "places": "公告栏"}
    now.story.handler("post_public_notice", DAY, document=decision(now.story), posted_on=DAY, **words)


row("no_notice_is_running", "民事诉讼法:95.1", "已经公告，2026-06-08 期满", tried())(post_notice)


def posted(stories: Any) -> Situation:
    found = tried(manner="public")(stories)
    post_notice(found)
    found.on = date(2026, 6, 9)
    return found


@row("public_notice_has_run", "民事诉讼法:95.1", "2026-06-09 才视为送达", posted)
def _(now: Situation) -> None:
    now.on = date(2026, 6, 8)


@row(
    "confirmation_is_signed",
    "行政处罚法:61.2",
    "没有当事人的签名或者盖章",
    situation("decided", "李明", DAY, lambda story: {"party": story.party, "signed": True, "signed_on": DAY}),
)
def _(now: Situation) -> None:
    now.facts["signed"] = False
