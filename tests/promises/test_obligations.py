"""Does the table of obligations leave nothing out, and does its check name what is wrong with it?"""

import csv
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from django.conf import settings

from cases.management.commands.obligations import Obligation, gaps, obligations, unknown

Lines = list[dict[str, str]]
Change = Callable[[Lines], Iterable[dict[str, str]]]

# Steps of the procedure, written down by hand: section and name.
STEPS = (
    "1 处罚法工作日",
    "1 强制法工作日",
    "1 期间起算",
    "1 以上以下",
    "1 二十四小时",
    "1 工作日历",
    "2 无依据",
    "2 重大程序违法",
    "2 证据不足",
    "2 人员资格",
    "2 出示证件",
    "2 告知和听取",
    "2 听证",
    "2 法制审核",
    "2 集体讨论",
    "2 不得加重",
    "2 一事不再罚",
    "2 追诉时效",
    "2 非法证据",
    "2 强制措施禁止",
    "2 夜间节假日",
    "2 未催告",
    "2 财政票据",
    "3.1 现场检查",
    "3.1 责令改正",
    "3.1 电子监控",
    "3.2 条件",
    "3.2 八步",
    "3.2 当场收缴",
    "3.2 救济",
    "3.3 线索核查/立案",
    "3.3 管辖争议/移送",
    "3.3 回避",
    "3.3 调查取证",
    "3.3 先行登记保存",
    "3.3 案件调查报告",
    "3.3 告知",
    "3.3 陈述申辩",
    "3.3 听证",
    "3.3 法制审核",
    "3.3 集体讨论",
    "3.3 决定",
    "3.3 送达",
    "3.3 公示",
    "3.4 触发",
    "3.4 申请",
    "3.4 通知",
    "3.4 主持",
    "3.4 举行",
    "3.4 视为放弃",
    "3.4 延期/中止/终止",
    "3.4 之后",
    "3.5 审批",
    "3.5 实施",
    "3.5 权限举例",
    "3.5 期限",
    "3.5 处理",
    "3.5 移送时",
    "3.5 保管",
    "3.6 直接",
    "3.6 留置",
    "3.6 委托/邮寄",
    "3.6 电子",
    "3.6 公告",
    "3.6 转交",
    "3.7 缴款",
    "3.7 延期/分期",
    "3.7 加处罚款",
    "3.7 没收物处理",
    "3.7 复议/诉讼不停止执行",
    "3.7 催告",
    "3.7 公告拆除",
    "3.7 代履行",
    "3.7 中止/终结/恢复",
    "3.7 执行协议",
    "3.7 拍卖抵缴",
    "3.7 申请法院",
    "3.7 紧急",
    "3.8 专案组和报告",
    "3.8 正职三日内决定",
    "3.8 二十四小时移送",
    "3.8 五项材料",
    "3.8 公安答复",
    "3.8 异议",
    "3.8 移交涉案物品",
    "3.8 不得以罚代移",
    "3.9 复议",
    "3.9 诉讼",
    "3.9 不服复议",
    "3.9 复议前置",
    "3.10 结案",
    "3.10 法院受理",
    "3.10 终止调查",
    "3.10 中止调查",
    "3.10 归档",
)


def without(law: str, article: str) -> Change:
    return lambda lines: [one for one in lines if (one["law"], one["place"].split(".")[0]) != (law, article)]


def changed(law: str, place: str, **fields: str) -> Change:
    return lambda lines: [one | fields if (one["law"], one["place"]) == (law, place) else one for one in lines]


@pytest.fixture
def table(tmp_path: Path) -> Callable[[Change], list[Obligation]]:
    """The real table after a change."""

    def read(change: Change) -> list[Obligation]:
        real, copy = Path(settings.BASE_DIR) / "docs" / "obligations.csv", tmp_path / "obligations.csv"
        with real.open(encoding="utf-8", newline="") as lines, copy.open("w", encoding="utf-8", newline="") as out:
            reader = csv.DictReader(lines)
            writer = csv.DictWriter(out, reader.fieldnames or ())
            writer.writeheader()
            writer.writerows(change(list(reader)))
        return obligations(copy)

    return read


def found(rows: list[Obligation]) -> list[str]:
    return [*gaps(rows), *unknown(rows)]


def test_every_article_is_carried_out_by_what_the_code_has_or_is_outside_with_a_reason() -> None:
    assert found(obligations()) == []


def test_every_step_of_the_procedure_has_its_line() -> None:
    there = {one.place for one in obligations() if one.law == "procedure.md"}
    assert [one for one in STEPS if one not in there] == []


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (without("行政处罚法", "42"), "行政处罚法 42: no line"),
        (without("行政强制法", "71"), "行政强制法 71: no line"),
        (
            changed("行政处罚法", "62", carriers="guard:every_party_was_notifed"),
            "行政处罚法 62: there is no guard:every_party_was_notifed",
        ),
        (
            changed("行政强制法", "19", carriers="act:measure.report"),
            "行政强制法 19: there is no act:measure.report",
        ),
        (
            changed("行政处罚法", "60", outside="不归本机关"),
            "行政处罚法 60: needs either carriers or a reason why it is outside",
        ),
        (
            changed("procedure.md", "3.6 公告", carriers=""),
            "procedure.md 3.6 公告: needs either carriers or a reason why it is outside",
        ),
    ],
    ids=["first law", "second law", "guard misspelt", "act misspelt", "both columns", "neither column"],
)
def test_what_is_wrong_with_the_table_is_named(
    table: Callable[[Change], list[Obligation]], change: Change, named: str
) -> None:
    assert found(table(change)) == [named]


def test_carriers_of_every_kind_are_known(table: Callable[[Change], list[Obligation]]) -> None:
    kinds = {one.split(":")[0] for row in obligations() for one in row.carriers}
    assert kinds == {"act", "guard", "term", "paper", "limit", "bar"}
    acts = ("act:decide_penalty", "act:hearing.hold_hearing", "act:publication.withdraw")
    carried = changed("行政处罚法", "60", carriers=" ".join(acts))
    assert found(table(carried)) == []
