"""What is handed to the credit platforms of a decision, field by field, and what is wrong with it?

The national field set for penalties (publication_fields.md §3, 2021 edition): code, name, length, when it is required.
Lengths and duties of the standard are recalled; the codes and names were seen in three implementations.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _
from stdnum.cn import ric, uscc

from cases.act import Text
from cases.case_file import CaseFile
from cases.models import Decision, Party
from law.identity import RESIDENT, identity_title
from law.violations import PenaltyKind
from publicity.models import Publication
from publicity.proposal import kinds_of, sanctions_of

Record = dict[str, str]
CATEGORY = {
    Party.Kind.ORGANISATION: "法人及非法人组织",
    Party.Kind.CITIZEN: "自然人",
    Party.Kind.INDIVIDUAL_BUSINESS: "个体工商户",
}
KINDS = {
    PenaltyKind.WARNING: "警告",
    PenaltyKind.NOTICE_OF_CRITICISM: "通报批评",
    PenaltyKind.FINE: "罚款",
    PenaltyKind.CONFISCATE_INCOME: "没收违法所得",
    PenaltyKind.CONFISCATE_GOODS: "没收非法财物",
    PenaltyKind.SUSPEND_LICENCE: "暂扣许可证件",
    PenaltyKind.DOWNGRADE: "降低资质等级",
    PenaltyKind.REVOKE: "吊销许可证件",
    PenaltyKind.RESTRICT: "限制开展生产经营活动",
    PenaltyKind.STOP: "责令停产停业",
    PenaltyKind.CLOSE: "责令关闭",
    PenaltyKind.BAN: "限制从业",
    PenaltyKind.OTHER: "其他",
}
# The five papers of the field set; ours by their key in identity.toml.
PAPERS = {
    RESIDENT: "身份证",
    "passport": "护照号",
    "hk_mo_permit": "港澳居民来往内地通行证",
    "taiwan_permit": "台湾居民来往大陆通行证",
    "foreign_residence": "外国人永久居留身份证",
}
UNLIMITED = "2099-12-31"
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
MONEY = re.compile(r"\d{1,12}\.\d{6}")
WAN = Decimal(10_000)


def always(record: Record) -> bool:
    return True


def never(record: Record) -> bool:
    return False


def of_a_firm(record: Record) -> bool:
    return record["CF_XDR_LB"] in ("法人及非法人组织", "个体工商户")


def of_a_citizen(record: Record) -> bool:
    return record["CF_XDR_LB"] == "自然人"


def with_kind(*words: str) -> Callable[[Record], bool]:
    return lambda record: any(word in record["CF_CFLB"].split(";") for word in words)


@dataclass(frozen=True)
class Field:
    """One column of the national field set."""

    code: str
    title: str
    length: int
    required: Callable[[Record], bool] = always


FIELDS = (
    Field("CF_XDR_MC", "行政相对人名称", 200),
    Field("CF_XDR_LB", "行政相对人类别", 16),
    Field("CF_XDR_SHXYM", "统一社会信用代码", 18, of_a_firm),
    Field("CF_XDR_GSZC", "工商注册号", 50, never),
    Field("CF_XDR_ZZJG", "组织机构代码", 9, never),
    Field("CF_XDR_SWDJ", "税务登记号", 15, never),
    Field("CF_XDR_SYDW", "事业单位证书号", 12, never),
    Field("CF_XDR_SHZZ", "社会组织登记证号", 50, never),
    Field("CF_FRDB", "法定代表人", 50, of_a_firm),
    Field("CF_FR_ZJLX", "法定代表人证件类型", 64, never),
    Field("CF_FR_ZJHM", "法定代表人证件号码", 64, never),
    Field("CF_XDR_ZJLX", "证件类型", 64, of_a_citizen),
    Field("CF_XDR_ZJHM", "证件号码", 64, of_a_citizen),
    Field("CF_WSH", "行政处罚决定书文号", 64),
    Field("CF_WFXW", "违法行为类型", 2000),
    Field("CF_SY", "违法事实", 5000),
    Field("CF_YJ", "处罚依据", 5000),
    Field("CF_CFLB", "处罚类别", 100),
    Field("CF_NR", "处罚内容", 4000),
    Field("CF_NR_FK", "罚款金额（万元）", 19, with_kind("罚款")),
    Field("CF_NR_WFFF", "没收违法所得、没收非法财物的金额（万元）", 19, with_kind("没收违法所得", "没收非法财物")),
    Field("CF_NR_ZKDX", "暂扣或吊销证照名称及编号", 200, with_kind("暂扣许可证件", "吊销许可证件")),
    Field("CF_JDRQ", "处罚决定日期", 10),
    Field("CF_YXQ", "处罚有效期", 10),
    Field("CF_GSJZQ", "公示截止期", 10, never),
    Field("CF_CFJG", "处罚机关", 200),
    Field("CF_CFJGDM", "处罚机关统一社会信用代码", 18),
    Field("CF_SJLY", "数据来源单位", 200),
    Field("CF_SJLYDM", "数据来源单位统一社会信用代码", 18),
    Field("BZ", "备注", 512, never),
)
TITLES = {one.code: one.title for one in FIELDS}
AMOUNTS = ("CF_NR_FK", "CF_NR_WFFF")
CODES = ("CF_XDR_SHXYM", "CF_CFJGDM", "CF_SJLYDM")
DAYS = ("CF_JDRQ", "CF_YXQ", "CF_GSJZQ")


def credit_record(copy: Publication, file: CaseFile, organ_code: str) -> Record:
    """All fields of one published decision; the facts are those that a second person has approved."""
    decision: Decision = copy.decision
    party, sanctions = copy.party, sanctions_of(file, decision)
    confiscated = sum((one.confiscation for one in sanctions), Decimal(0))
    is_citizen = party.kind == Party.Kind.CITIZEN
    found = {
        "CF_XDR_MC": party.name,
        "CF_XDR_LB": CATEGORY[Party.Kind(party.kind)],
        "CF_XDR_SHXYM": "" if is_citizen else party.uscc,
        "CF_FRDB": "" if is_citizen else party.representative or (party.name if party.is_person else ""),
        "CF_XDR_ZJLX": _identity_kind(party) if is_citizen else "",
        "CF_XDR_ZJHM": party.id_number if is_citizen else "",
        "CF_WSH": copy.number,
        "CF_WFXW": copy.conduct,
        "CF_SY": copy.facts_public,
        "CF_YJ": copy.basis_public,
        "CF_CFLB": ";".join(KINDS[PenaltyKind(kind)] for kind in kinds_of(sanctions)),
        "CF_NR": copy.result_public,
        "CF_NR_FK": in_wan(sum((one.fine for one in sanctions), Decimal(0))),
        "CF_NR_WFFF": in_wan(confiscated),
        "CF_NR_ZKDX": "；".join(
            one.other for one in sanctions if one.other and set(one.kinds) & {"suspend_licence", "revoke"}
        ),
        "CF_JDRQ": str(copy.decided_on),
        "CF_YXQ": UNLIMITED,
        "CF_GSJZQ": str(copy.public_until or ""),
        "CF_CFJG": copy.organ,
        "CF_CFJGDM": organ_code,
        "CF_SJLY": copy.organ,
        "CF_SJLYDM": organ_code,
        "BZ": f"信用修复：{copy.repair_number}" if copy.repaired_on else "",
    }
    return {one.code: found.get(one.code, "") for one in FIELDS}


def in_wan(yuan: Decimal) -> str:
    """2000 yuan = 0.200000; nothing stays empty."""
    return f"{yuan / WAN:.6f}" if yuan else ""


def faults(record: Record, on: date) -> Iterator[Text]:
    """Everything for which the platform would send the row back, in words."""
    for one in FIELDS:
        value = record[one.code]
        named: dict[str, str | int] = {"field": one.title, "code": one.code}
        if not value and one.required(record):
            yield _("%(field)s（%(code)s）没有填写") % named
        if len(value) > one.length:
            counted = {**named, "count": len(value), "most": one.length}
            yield _("%(field)s（%(code)s）有 %(count)d 字，最多 %(most)d 字") % counted
    yield from _bad_numbers(record)
    yield from _bad_amounts(record)
    yield from _bad_days(record, on)


def _bad_numbers(record: Record) -> Iterator[Text]:
    for code in CODES:
        if record[code] and not uscc.is_valid(record[code]):
            yield _("%(field)s（%(code)s）校验位不对：%(value)s") % _named(record, code)
    if record["CF_XDR_ZJLX"] == "身份证" and record["CF_XDR_ZJHM"] and not _is_identity(record["CF_XDR_ZJHM"]):
        yield _("%(field)s（%(code)s）校验位不对：%(value)s") % _named(record, "CF_XDR_ZJHM")
    if record["CF_XDR_LB"] not in CATEGORY.values():
        yield _("%(field)s（%(code)s）不在规定之内：%(value)s") % _named(record, "CF_XDR_LB")
    for code in ("CF_FR_ZJLX", "CF_XDR_ZJLX"):
        if record[code] and record[code] not in PAPERS.values():
            yield _("%(field)s（%(code)s）不在规定之内：%(value)s") % _named(record, code)
    for word in filter(None, record["CF_CFLB"].split(";")):
        if word not in KINDS.values():
            yield _("%(field)s（%(code)s）不在规定之内：%(value)s") % {**_named(record, "CF_CFLB"), "value": word}


def _bad_amounts(record: Record) -> Iterator[Text]:
    for code in AMOUNTS:
        if (value := record[code]) and (not MONEY.fullmatch(value) or Decimal(value) <= 0):
            yield _("%(field)s（%(code)s）应当大于零，以万元计，六位小数：%(value)s") % _named(record, code)


def _bad_days(record: Record, on: date) -> Iterator[Text]:
    days = {code: as_day(record[code]) for code in DAYS if record[code]}
    for code, day in days.items():
        if day is None:
            yield _("%(field)s（%(code)s）不是日期：%(value)s") % _named(record, code)
    decided, until, valid = (days.get(code) for code in ("CF_JDRQ", "CF_GSJZQ", "CF_YXQ"))
    if decided and decided > on:
        yield _("%(field)s（%(code)s）晚于今天：%(value)s") % _named(record, "CF_JDRQ")
    for code, day in (("CF_GSJZQ", until), ("CF_YXQ", valid)):
        if decided and day and day <= decided:
            yield _("%(field)s（%(code)s）应当晚于决定日期：%(value)s") % _named(record, code)


def as_day(text: str) -> date | None:
    """Only as the platforms read it: Python would take 20260824 and 2026-W35-1 as well."""
    try:
        return date.fromisoformat(text) if DAY.fullmatch(text) else None
    except ValueError:
        return None


def _named(record: Record, code: str) -> dict[str, str]:
    return {"field": TITLES[code], "code": code, "value": record[code]}


def _identity_kind(party: Party) -> str:
    return PAPERS.get(party.id_kind) or identity_title(party.id_kind)


def _is_identity(number: str) -> bool:
    """Length and check digit of GB 11643; whether the county exists is not for us to say."""
    return len(number) == 18 and number[:17].isdigit() and ric.calc_check_digit(number) == number[17].upper()
