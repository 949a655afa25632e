"""What is asked on the road, on one screen, before somebody is punished on the spot?"""

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.earlier import history_against, penalties_of
from cases.forms.base import RowChoice, long_text, moment, say_what_is_missing, say_when_needed, yuan
from cases.forms.identity import credit_code, plate, tidy
from cases.forms.identity_document import IdentityFields
from cases.forms.people import enforcers_of
from cases.forms.spot import PENALTIES, StatementFields, sanction_of
from cases.forms.spot_discretion import DiscretionFields, repeated
from cases.guards.spot import summary_limit
from cases.models import Charge, Party
from cases.papers.parts import chinese_day
from cases.reckoned import reckon_alone
from cases.screens.recents import known_party, proposed_fine, punishable_on_the_spot, quick_violations, recents
from law.identity import RESIDENT
from law.ranges import yuan as figure
from law.reckoning import ChargeReckoning
from law.violations import UnknownViolation, Violation, violation
from officers.models import Officer

OTHER = "other"
PAPER = ("id_kind", "nationality", "sex", "born_on")
KINDS = [("citizen", _("个人")), ("individual_business", _("个体工商户")), ("organisation", _("单位"))]


class RoadsideForm(IdentityFields, DiscretionFields, StatementFields):
    """The first of the two pages: who, what, where, how much, what the party said."""

    use_required_attribute = False
    violation_code = forms.ChoiceField(label=_("违法行为"), widget=forms.RadioSelect)
    other_violation = forms.ChoiceField(label=_("其他违法行为"), required=False)
    kind = forms.ChoiceField(label=_("当事人类型"), choices=KINDS, widget=forms.RadioSelect, initial="citizen")
    id_number = forms.CharField(
        label=_("身份证件号"),
        max_length=40,
        required=False,
        help_text=_("车辆或者当事人以前办过案的，填车牌号或者证件号就够了，其余自动带出。"),
        widget=forms.TextInput(attrs={"autocapitalize": "characters", "autocomplete": "off"}),
    )
    name = forms.CharField(label=_("姓名或名称"), max_length=120, required=False)
    uscc = forms.CharField(label=_("统一社会信用代码"), max_length=40, required=False)
    representative = forms.CharField(label=_("法定代表人（负责人、经营者）"), max_length=60, required=False)
    address = forms.CharField(label=_("住址或地址"), max_length=200, required=False)
    phone = forms.CharField(
        label=_("联系电话"), max_length=30, required=False, widget=forms.TextInput(attrs={"inputmode": "tel"})
    )
    plate = forms.CharField(
        label=_("车牌号"),
        max_length=12,
        required=False,
        widget=forms.TextInput(attrs={"autocapitalize": "characters", "autocomplete": "off"}),
    )
    place = forms.CharField(label=_("地点"), max_length=120)
    occurred_at = moment(_("时间"))
    penalty = forms.ChoiceField(label=_("处罚种类"), choices=PENALTIES, widget=forms.RadioSelect, initial="fine")
    fine = yuan(
        _("罚款（元）"),
        required=False,
        help_text=_("不填的，按情节建议的等次和本单位最近一次同类处罚，下一页核对。"),
        widget=forms.NumberInput(attrs={"inputmode": "decimal"}),
    )
    second = RowChoice(label=_("另一名执法人员"))
    evidence = forms.CharField(label=_("现场证据"), max_length=120, initial="现场执法音像记录")
    detail = long_text(
        _("补充的事实"), rows=2, required=False, help_text=_("时间、地点、当事人和违法行为自动写进决定书。")
    )
    MAIN = (
        (_("违法事实"), ("violation_code", "other_violation")),
        (_("当事人"), ("kind", "plate", "id_number", *PAPER, "uscc", "name", "representative", "address")),
        (_("处罚"), ("penalty", "fine")),
        (_("告知并听取"), ("heard", "statement", "accepted", "answer")),
        (_("在哪里、和谁"), ("place", "second")),
    )
    MORE = ("occurred_at", "phone", "evidence", "detail", "circumstances", "level", "reason", "weighed")
    KNOWN_BEFORE = ("id_number", "uscc", "name", "representative", "address")
    SHOWN_WHEN_NEEDED = ("other_violation", "statement", "accepted", "answer", *PAPER)

    def __init__(self, data: Any = None, *, officer: Officer, now: datetime) -> None:
        self.officer, self.now = officer, now
        lately = recents(officer, now.date())
        # No seconds: the field shows none, and a repeated post must be recognised by this moment.
        initial = {"occurred_at": now.replace(second=0, microsecond=0), "place": lately.place}
        super().__init__(data, initial=initial)
        quick = quick_violations(lately.codes, now.date())
        self._offer("violation_code", [*((one.code, _described(one)) for one in quick), (OTHER, _("其他（在下面选）"))])
        self._offer("other_violation", _by_domain(now))
        partners = [one for one in enforcers_of(now.date(), officer.department_id) if one.pk != officer.pk]
        self.fields["second"].offer(partners)  # type: ignore[attr-defined]
        if lately.partner in {one.pk for one in partners}:
            self.fields["second"].initial = str(lately.partner)
        self.offer_identity_kinds(now.date())
        self.offer_discretion(punishable_on_the_spot(now.date()), now.date())
        say_when_needed(self, _("（办过案的可不填）"), self.KNOWN_BEFORE)
        say_when_needed(self, "", self.SHOWN_WHEN_NEEDED)
        say_what_is_missing(self)

    def _offer(self, name: str, choices: list[Any]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]

    hidden: tuple[Any, ...] = ()
    lifted: tuple[str, ...] = ()
    """What a refusal asks to be said: it stands first, instead of among what is seldom touched."""

    def lift(self, names: Iterable[str]) -> None:
        self.lifted = tuple(dict.fromkeys((*self.lifted, *(one for one in names if one in self.fields))))

    @property
    def fieldsets(self) -> list[Any]:
        first = [(_("要说明的"), self.lifted)] if self.lifted else []
        return [(legend, "", [self[name] for name in names]) for legend, names in (*first, *self.MAIN)]

    @property
    def more(self) -> list[Any]:
        return [self[name] for name in self.MORE if name in self.fields and name not in self.lifted]

    @property
    def more_is_wrong(self) -> bool:
        return any(name in self.errors for name in self.MORE)

    def clean_plate(self) -> str:
        return plate(self.cleaned_data["plate"])

    def clean_occurred_at(self) -> datetime:
        when: datetime = self.cleaned_data["occurred_at"]
        if when > self.now:
            raise ValidationError(gettext("时间还没有到。"))
        if localdate(when) != self.now.date():
            raise ValidationError(gettext("当场处罚只能在当天作出；以前的行为按普通程序立案。"))
        return when

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        data["violation"] = self._violation(data)
        self._identify(data)
        if data["violation"] and data.get("kind") and not set(self.errors) & {"id_number", "uscc", "born_on"}:
            self._weigh(data)
        return data

    def _weigh(self, data: dict[str, Any]) -> None:
        """Reckoned as in the ordinary procedure, with what earlier decisions show of this party."""
        found, today = data["violation"], self.now.date()
        party = Party(**{name: data[name] for name in ("kind", "id_kind", "id_number", "born_on", "uscc")})
        charge = Charge(violation_code=found.code, conduct_on=today)
        said = self.found_with(self.level_of(found, today))
        one = reckon_alone(charge, party, today, said, history_against(party, penalties_of([party])))
        self.found = self.found_with(said["level"], repeated(one))
        if "level" in self.errors:
            self.lift(["level"])
        self._price(data, one)
        self.take_over_reason(one, data.get("fine") or Decimal(0))

    def _violation(self, data: dict[str, Any]) -> Violation | None:
        code = data.get("violation_code")
        if code == OTHER:
            code = data.get("other_violation")
            if not code and "other_violation" not in self.errors:
                self.add_error("other_violation", gettext("选择违法行为。"))
        try:
            return violation(code, self.now.date()) if code else None
        except UnknownViolation:
            self.add_error("violation_code", gettext("行为发生之日没有这一条规定。"))
            return None

    def _identify(self, data: dict[str, Any]) -> None:
        """Who it is: as typed, completed by what an earlier case knows of this person, firm or vehicle."""
        kind = data.get("kind")
        if kind == Party.Kind.ORGANISATION:
            self.without_identity(data)
        else:
            data["uscc"] = ""
        names = {name: tidy(str(data.get(name) or "")) for name in ("id_number", "uscc", "plate")}
        known = known_party(self.officer, **names)
        if known and kind and known.is_person == (kind != Party.Kind.ORGANISATION):
            self._complete(data, known)
        if kind == Party.Kind.ORGANISATION:
            self._need("uscc", credit_code, gettext("单位要填写统一社会信用代码。"))
            self._need("representative", str, gettext("单位要填写法定代表人或者负责人。"))
        elif kind:
            self.settle_identity(data, self.now.date())
        for name in ("name", "address"):
            self._need(name, str, gettext("填写%(label)s。") % {"label": self.fields[name].label})

    def _complete(self, data: dict[str, Any], known: Party) -> None:
        if data.get("id_kind") in ("", RESIDENT) and tidy(str(data.get("id_number") or "")) in ("", known.id_number):
            data["id_kind"] = known.id_kind
        told = ("id_number", "nationality", "sex", "born_on", "uscc", "name", "address", "phone", "representative")
        for name in told:
            data[name] = data.get(name) or getattr(known, name)

    def _need(self, name: str, check: Any, missing: str) -> None:
        value = self.cleaned_data.get(name, "")
        if not value:
            if name not in self.errors:
                self.add_error(name, missing)
            return
        try:
            self.cleaned_data[name] = check(value)
        except ValidationError as problem:
            self.add_error(name, problem)

    def _price(self, data: dict[str, Any], one: ChargeReckoning) -> None:
        if data.get("penalty") != "fine":
            data["fine"] = None
        elif data.get("fine") is None and "fine" not in self.errors:
            counts_as = "organisation" if data["kind"] == Party.Kind.ORGANISATION else "citizen"
            highest = summary_limit(counts_as, self.now.date())
            data["fine"] = proposed_fine(self.officer, one, highest)
            if not data["fine"]:
                self.add_error("fine", gettext("填写罚款数额。"))
        elif data.get("fine") is not None and data["fine"] <= 0:
            self.add_error("fine", gettext("罚款要大于零；只给予警告的，选择警告。"))

    # --- what the acts are given ------------------------------------------------------------
    def lead(self) -> dict[str, Any]:
        data = self.cleaned_data
        return {
            "source": "inspection",
            "received_at": data["occurred_at"],
            "occurred_on": localdate(data["occurred_at"]),
            "place": data["place"],
            "cause": f"{data['name']}涉嫌{data['violation'].name}"[:200],
            "summary": self.facts_text() + self.said(),
            "second": data["second"],
        }

    def party(self) -> dict[str, Any]:
        data = self.cleaned_data
        names = (
            "kind",
            "name",
            "id_kind",
            "id_number",
            "nationality",
            "sex",
            "uscc",
            "representative",
            "address",
            "phone",
        )
        return {name: data.get(name) or "" for name in names} | {"born_on": data["born_on"]}

    def charge(self) -> dict[str, Any]:
        data = self.cleaned_data
        return {
            "violation_code": data["violation"].code,
            "conduct_on": localdate(data["occurred_at"]),
            "facts": self.facts_text(),
            "plate": data["plate"],
        }

    def proof(self) -> dict[str, Any]:
        data = self.cleaned_data
        return {
            "kind": "audiovisual",
            "title": data["evidence"],
            "source": "执法人员现场取得",
            "proves": data["violation"].name[:200],
            "collected_on": localdate(data["occurred_at"]),
            "place": data["place"],
        }

    def sanction(self) -> dict[str, Any]:
        data = self.cleaned_data
        return sanction_of(data["penalty"], data["fine"], data["reason"])

    def facts_text(self) -> str:
        """The sentence on the decision, out of what the screen knows; the officer only adds to it."""
        data = self.cleaned_data
        when = localtime(data["occurred_at"])
        driving = f"驾驶{data['plate']}车辆" if data["plate"] else ""
        detail = data["detail"].strip()
        return (
            f"{chinese_day(when.date())}{when.hour}时{when.minute:02}分，执法人员在{data['place']}检查发现，"
            f"当事人{data['name']}{driving}，{data['violation'].name}。{detail}"
        )

    def said(self) -> str:
        said = self.statement_facts()
        return f"\n当事人现场陈述、申辩：{said['text']}" if said["text"] else ""

    def read_back(self) -> list[tuple[Any, str]]:
        """What is read to the party before it signs."""
        data = self.cleaned_data
        found: Violation = data["violation"]
        fine: Decimal | None = data["fine"]
        said = self.statement_facts()
        number = Party(**self.party()).identity_words or data.get("uscc") or ""
        return [
            (_("当事人"), f"{data['name']} {number}"),
            (_("住址或地址"), data["address"]),
            (_("违法事实"), self.facts_text()),
            (_("依据"), gettext("违反%(violated)s；依据%(penalty)s")
             % {"violated": found.violated_text, "penalty": found.penalty_text}),
            (_("处罚"), gettext("罚款 %(fine)s 元") % {"fine": fine} if fine else gettext("警告")),
            (_("裁量"), " ".join(filter(None, [data["reason"], self.weighing(found, self.now.date())]))),
            (_("现场证据"), data["evidence"]),
            (_("执法人员"), f"{self.officer.name}、{data['second'].name}"),
            (_("当事人的陈述、申辩"), f"{said['text']} — {said['answer']}" if said["text"] else gettext("没有提出")),
        ]  # fmt: skip


def _described(one: Violation) -> str:
    if one.fine_max is None:
        return one.name
    figures = {"low": figure(one.fine_min or Decimal(0)), "high": figure(one.fine_max)}
    fine = gettext("%(low)s–%(high)s 元") if one.fine_min else gettext("%(high)s 元以下")
    return f"{one.name}（{fine % figures}）"


def _by_domain(now: datetime) -> list[Any]:
    domains: dict[str, list[tuple[str, str]]] = {}
    for one in punishable_on_the_spot(now.date()):
        domains.setdefault(one.domain, []).append((one.code, _described(one)))
    return [("", _("请选择")), *domains.items()]
