"""The guards of the summary procedure, each with what it refuses."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from bureau.sample.meter import meter, spot_facts
from bureau.sample.story import Story
from cases.models import Case, Party, SpotCollection
from tests.cases.guard_table import STORIES, Make, Situation, Stories, row, situation

DAY = date(2026, 7, 2)


def collected(story: Story, fine: int = 100, **changed: Any) -> dict[str, Any]:
    ground = {
        "ground": "small",
        "ground_note": "",
        "asked_by_party": False,
        "on_water": False,
        "receipt_number": "NM-1",
    }
    return spot_facts(story, fine) | {"collection": ground | changed}


def with_money(cast: Any) -> Story:
    story = meter(cast, until="found")
    story.handler("punish_on_the_spot", DAY, **collected(story, receipt_number="NM-MONEY"))
    return story


def afloat(cast: Any) -> Story:
    story = meter(cast, until="found")
    remote = {"ground": "remote", "ground_note": "渡口，附近没有银行", "asked_by_party": True, "on_water": True}
    story.handler("punish_on_the_spot", DAY, **collected(story, receipt_number="NM-WATER", **remote))
    return story


STORIES["on the spot"] = lambda cast: meter(cast, until="found")
STORIES["plain lead"] = lambda cast: meter(cast, until="found", procedure="ordinary")
STORIES["money taken"] = with_money
STORIES["money on the water"] = afloat


def on_money(story: str, who: str) -> Make:
    def make(stories: Stories) -> Situation:
        told = stories[story]
        subject: SpotCollection = told.case.spot_collections.get()
        return Situation(told, told.cast[who], DAY, {}, subject)

    return make


def facts(**changed: Any) -> Callable[[Story], dict[str, Any]]:
    return lambda story: collected(story, **changed)


LEAD = situation("on the spot", "李明", DAY, spot_facts)
PAID = situation("on the spot", "李明", DAY, facts())
REMOTE = situation(
    "on the spot", "李明", DAY, facts(fine=200, ground="remote", ground_note="附近没有银行", asked_by_party=True)
)


@row("follows_summary_procedure", "行政处罚法:51", "适用普通程序", LEAD)
def _(now: Situation) -> None:
    Case.objects.filter(pk=now.case.pk).update(procedure="ordinary")


def either_lead(stories: Stories) -> Situation:
    plain = stories["plain lead"]
    return Situation(plain, plain.cast["李明"], DAY, {"the other": stories["on the spot"]})


@row("follows_ordinary_procedure", "行政处罚法:54.1", "登记为简易程序", either_lead)
def _(now: Situation) -> None:
    # The database lets no ordinary case become a summary one: the other lead is looked at instead.
    now.story = now.facts["the other"]


@row("one_party_is_punished", "行政处罚法:52.1", "本案有 2 名当事人", LEAD)
def _(now: Situation) -> None:
    now.case.parties.create(kind="citizen", name="同车人", id_number="1", address="?")


@row("old_enough_to_be_punished", "行政处罚法:30", "不满 14 周岁", LEAD)
def _(now: Situation) -> None:
    Party.objects.filter(case=now.case).update(born_on=date(2012, 7, 3))


@row("certificates_are_shown_first", "行政处罚法:52.1", "没有出示执法证件", LEAD)
def _(now: Situation) -> None:
    now.facts["spot"]["certificates_shown"] = False


@row("party_is_told", "行政处罚法:44", "没有口头告知违法事实", LEAD)
def _(now: Situation) -> None:
    now.facts["spot"]["told_facts"] = False


@row("party_is_heard", "行政处罚法:45.1", "还没有写明复核的结果和理由", LEAD)
def _(now: Situation) -> None:
    now.facts["statement"] = {"text": "乘客要求议价。", "accepted": "not", "answer": ""}


def sanction(now: Situation) -> dict[str, Any]:
    (one,) = now.facts["sanctions"].values()
    return one  # type: ignore[no-any-return]


@row("only_warning_or_fine", "行政处罚法:51", "只能是警告或者罚款", LEAD)
def _(now: Situation) -> None:
    sanction(now).update(kinds=["fine", "confiscate_income"], confiscation=Decimal(10))


@row("no_income_is_left_with_the_party", "行政处罚法:28.2;行政处罚法:51", "有违法所得 80 元，应当没收", LEAD)
def _(now: Situation) -> None:
    now.case.charges.update(illegal_income=Decimal(80))


@row("leniency_is_weighed", "行政处罚法:33.1", "在首违不罚清单之内，没有查到当事人以前的处罚", LEAD)
def _(now: Situation) -> None:
    now.case.charges.update(violation_code="HY-012")


@row("within_summary_limit", "行政处罚法:51", "对公民当场罚款不得超过 200 元，拟罚款 201 元", LEAD)
def _(now: Situation) -> None:
    sanction(now)["fine"] = Decimal(201)


@row("fine_was_told", "行政处罚法:45.2", "罚款 200 元高于口头告知的 150 元", LEAD)
def _(now: Situation) -> None:
    now.facts["spot"]["told_fine"] = Decimal(150)


@row("signed_or_refusal_is_noted", "行政处罚法:52.1", "拒绝签收，还没有注明", LEAD)
def _(now: Situation) -> None:
    now.facts["spot"]["signing"] = "refused"


@row("collected_small_hard_or_remote", "行政处罚法:68", "超过 100 元，不能以小额为由", PAID)
def _(now: Situation) -> None:
    sanction(now)["fine"] = Decimal(101)


@row("remote_party_asked", "行政处罚法:69", "须经当事人提出", REMOTE)
def _(now: Situation) -> None:
    now.facts["collection"]["asked_by_party"] = False


@row("collection_has_its_receipt", "行政处罚法:70", "没有财政票据号", PAID)
def _(now: Situation) -> None:
    now.facts["collection"]["receipt_number"] = " "


@row("landed_after_collecting", "行政处罚法:71", "不能早于这一天抵岸", on_money("money on the water", "李明"))
def _(now: Situation) -> None:
    now.on -= timedelta(days=1)


@row("received_after_collecting", "行政处罚法:71", "不能早于这一天交至机关", on_money("money taken", "杨兰"))
def _(now: Situation) -> None:
    now.on -= timedelta(days=1)


@row("money_receiver_apart", "行政处罚法:71", "杨兰在本案中是承办人", on_money("money taken", "杨兰"))
def _(now: Situation) -> None:
    now.case.assignments.create(officer=now.officer, since=now.on, until=now.on)


@row("money_depositor_apart", "行政处罚法:71", "杨兰在本案中是承办人", on_money("money taken", "杨兰"))
def _(now: Situation) -> None:
    now.case.assignments.create(officer=now.officer, since=now.on, until=now.on)
