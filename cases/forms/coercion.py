"""What is asked when a coercive measure is taken, held on to or released?"""

from typing import Any

from django import forms
from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.act import Ask
from cases.forms.approval import OpinionForm
from cases.forms.base import ActForm, RowChoice, day, long_text, moment
from cases.forms.people import enforcers
from cases.forms.service import ServeForm
from cases.objects import about_of
from law.measures import measures_in_force

ROWS = 6
KINDS = (
    ("vehicle", _("车辆")),
    ("tool", _("工具")),
    ("goods", _("物品")),
    ("facility", _("设施、设备")),
    ("place", _("场所")),
)
GROUNDS = (
    (1, _("当事人没有违法行为")),
    (2, _("查封、扣押的场所、设施或者财物与违法行为无关")),
    (3, _("对违法行为已经作出处理决定，不再需要查封、扣押")),
    (4, _("查封、扣押期限已经届满")),
    (5, _("其他不再需要采取查封、扣押措施的情形")),
)
PARTS = ("name", "kind", "specification", "quantity", "condition")


class ProposeForm(ActForm):
    authority = forms.ChoiceField(label=_("采取什么措施，依据哪一条"), widget=forms.RadioSelect)
    party = RowChoice(label=_("当事人"))
    reason = long_text(_("采取措施的事实和理由"), rows=4, help_text=_("照这段文字写进决定书。"))
    relation_to_conduct = forms.CharField(label=_("财物与违法行为的关系"), max_length=200)
    follows = forms.CharField(label=_("由先行登记保存等转来的，写明原文书和文号"), max_length=120, required=False)
    necessities = forms.BooleanField(label=_("其中有当事人及其所扶养家属的生活必需品"), required=False)
    sealed_elsewhere = forms.BooleanField(label=_("其中有已被其他机关查封的财物"), required=False)

    def prepare(self) -> None:
        rules = measures_in_force(self.today)
        self.fields["authority"].choices = [  # type: ignore[attr-defined]
            (one.key, gettext("%(title)s：%(when)s") % {"title": one.title, "when": one.when}) for one in rules
        ]
        self.fields["party"].offer(self.case_file.parties)  # type: ignore[attr-defined]
        self.fields["reason"].initial = "\n".join(one.facts for one in self.case_file.charges)
        plates = list(dict.fromkeys(one.plate for one in self.case_file.charges if one.plate))
        for number in range(1, ROWS + 1):
            self._add_thing(number, plates[number - 1] if number <= len(plates) else "")

    def _add_thing(self, number: int, plate: str) -> None:
        # “车辆” is law's word on a paper, not ours on a page: it is stored and printed as it stands.
        name = f"{plate}号车辆" if plate else ""
        self.fields[f"name_{number}"] = forms.CharField(label=_("名称"), max_length=120, required=False, initial=name)
        self.fields[f"kind_{number}"] = forms.ChoiceField(label=_("种类"), choices=KINDS, required=False)
        self.fields[f"specification_{number}"] = forms.CharField(label=_("规格"), max_length=60, required=False)
        self.fields[f"quantity_{number}"] = forms.CharField(
            label=_("数量"), max_length=20, required=False, initial="1辆" if plate else ""
        )
        self.fields[f"condition_{number}"] = forms.CharField(label=_("状况"), max_length=120, required=False)

    def field_groups(self) -> list[Any]:
        things = [
            (
                gettext("财物 %(number)d") % {"number": number},
                "" if number > 1 else _("逐件写明，照此列入清单；没有的留空。"),
                tuple(f"{part}_{number}" for part in PARTS),
            )
            for number in range(1, ROWS + 1)
        ]
        return [
            (_("什么措施"), "", ("authority", "party", "reason", "relation_to_conduct", "follows")),
            *things,
            (_("不得查封、扣押的"), "", ("necessities", "sealed_elsewhere")),
        ]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        for number in range(1, ROWS + 1):
            if data.get(f"name_{number}") and not data.get(f"quantity_{number}"):
                self.add_error(f"quantity_{number}", gettext("写明数量，如 1辆、20箱。"))
        if not self.things():
            self.add_error("name_1", gettext("至少写一件财物。"))
        return data

    def things(self) -> list[dict[str, str]]:
        rows = [
            {part: self.cleaned_data.get(f"{part}_{number}") or "" for part in PARTS} for number in range(1, ROWS + 1)
        ]
        return [one for one in rows if one["name"]]

    def to_facts(self) -> dict[str, Any]:
        rows = {f"{part}_{number}" for part in PARTS for number in range(1, ROWS + 1)}
        facts = {name: value for name, value in super().to_facts().items() if name not in rows}
        return facts | {"things": self.things(), "opinion": facts.get("reason", "")}


class OnTheSpot(forms.Form):
    """What 行政强制法 18 and 24 ask at the moment a measure is carried out."""

    carried_out_at = moment(_("实施时间"))
    scene = RowChoice(label=_("现场笔录"), describe=lambda one: f"{one} {localtime(one.started_at):%Y-%m-%d %H:%M}")
    second_officer = RowChoice(label=_("另一名执法人员"))
    party_present = forms.BooleanField(label=_("当事人到场"), required=False, initial=True)
    witness = forms.CharField(label=_("见证人（当事人不到场必填）"), max_length=60, required=False)
    told = forms.BooleanField(label=_("已当场告知理由、依据、权利和救济途径"), required=False)
    heard = long_text(_("当事人的陈述和申辩"), rows=3, help_text=_("没有意见的，写“没有意见”。"))
    handed_to = forms.CharField(label=_("决定书和清单交给谁"), max_length=60, help_text=_("拒收的，写明情况。"))
    place = forms.CharField(label=_("财物存放地点"), max_length=120)


SPOT_GROUPS = (
    (_("什么时候、谁实施"), "", ("carried_out_at", "scene", "second_officer", "party_present", "witness")),
    (_("告知、听取、交付"), "", ("told", "heard", "handed_to", "place")),
)


def prepare_the_spot(form: ActForm) -> None:
    """Scenes of this case, the partner, the time of the last scene record: nothing that is known is typed again."""
    fields: dict[str, Any] = form.fields
    scenes = [one for one in form.case_file.inquiries if one.kind == "scene"]
    fields["scene"].offer(scenes[::-1])
    if scenes:
        fields["scene"].initial = str(scenes[-1].pk)
        fields["carried_out_at"].initial = localtime(scenes[-1].ended_at)
        fields["handed_to"].initial = scenes[-1].person_name
    fields["second_officer"].offer([one for one in enforcers(form) if one.pk != form.officer.pk])
    partners = [one for one in form.case_file.handlers if one.pk != form.officer.pk]
    if partners:
        fields["second_officer"].initial = str(partners[0].pk)


def refuse_the_future(form: ActForm, name: str) -> None:
    told, on = form.cleaned_data.get(name), form.cleaned_data.get("on")
    if told and localdate(told) > form.today:
        form.add_error(name, gettext("这个时间还没有到。"))
    elif told and on and localdate(told) > on:
        form.add_error(name, gettext("这个时间晚于办理日期。"))


class CarryOutForm(OnTheSpot, ActForm):
    groups = SPOT_GROUPS

    def prepare(self) -> None:
        prepare_the_spot(self)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        refuse_the_future(self, "carried_out_at")
        return data


class UrgentForm(OnTheSpot, ProposeForm):
    def prepare(self) -> None:
        super().prepare()
        prepare_the_spot(self)

    def field_groups(self) -> list[Any]:
        return [*super().field_groups(), *SPOT_GROUPS]

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        refuse_the_future(self, "carried_out_at")
        return data


class ApproveForm(OpinionForm):
    approved_at = moment(_("批准时间"))

    def prepare(self) -> None:
        self.fields["approved_at"].initial = localtime()

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        refuse_the_future(self, "approved_at")
        return data


class GiveUpForm(ActForm):
    reason = forms.CharField(label=_("撤回理由"), max_length=200)


class ReportForm(ActForm):
    reported_at = moment(_("报告时间"))
    late_reason = forms.CharField(label=_("超过二十四小时的原因（没有超过不填）"), max_length=200, required=False)

    def prepare(self) -> None:
        self.fields["reported_at"].initial = localtime()
        due = self.subject.report_due_at if self.subject else None
        if due:
            self.fields["reported_at"].help_text = gettext("期限到 %(due)s。") % {
                "due": f"{localtime(due):%Y-%m-%d %H:%M}"
            }

    def clean_reported_at(self) -> Any:
        told = self.cleaned_data["reported_at"]
        if self.subject and self.subject.carried_out_at and told < self.subject.carried_out_at:
            raise forms.ValidationError(gettext("报告时间早于实施时间。"))
        return told

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        refuse_the_future(self, "reported_at")
        return data


class ExtendHoldForm(ActForm):
    reason = long_text(_("情况怎样复杂、为什么要延长"), rows=4, help_text=_("照这段文字写进通知书，告诉当事人。"))

    def to_facts(self) -> dict[str, Any]:
        return super().to_facts() | {"opinion": self.cleaned_data["reason"]}


class TestForm(ActForm):
    purpose = forms.CharField(label=_("检测什么"), max_length=60, help_text=_("如：液体货物成分检测。"))
    institution = forms.CharField(label=_("检测机构"), max_length=120)
    first = day(_("检测开始日期"))
    last = day(_("检测结束日期"))

    def prepare(self) -> None:
        self.fields["first"].initial = self.today

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        first, last = data.get("first"), data.get("last")
        if first and last and last < first:
            self.add_error("last", gettext("结束日期早于开始日期。"))
        elif first and last and (last - first).days > 365:
            self.add_error("last", gettext("检测期间超过一年，核对日期。"))
        return data


class TestEndedForm(ActForm):
    test = RowChoice(label=_("检测"))
    ended_on = day(_("实际结束日期"))
    result = forms.CharField(label=_("检测结果"), max_length=200)

    def prepare(self) -> None:
        tests = self.subject.tests.all() if self.subject else ()
        self.fields["test"].offer(one for one in tests if one.ended_on is None)  # type: ignore[attr-defined]
        self.fields["ended_on"].initial = self.today

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        test, ended_on = data.get("test"), data.get("ended_on")
        if ended_on and ended_on > self.today:
            self.add_error("ended_on", gettext("结束日期还没有到。"))
        if test and ended_on and ended_on < test.first:
            self.add_error("ended_on", gettext("结束日期早于开始日期。"))
        return data


class PublicNoticeForm(ActForm):
    where = forms.CharField(label=_("在哪里公告"), max_length=120)


class ReleaseForm(ActForm):
    ground = forms.TypedChoiceField(label=_("法定情形"), choices=GROUNDS, coerce=int, widget=forms.RadioSelect)
    opinion = long_text(_("解除理由"), rows=3)

    def prepare(self) -> None:
        hold = self.subject.hold if self.subject else None
        if hold is not None and self.today > hold.due_on:
            self.fields["ground"].initial = 4
        elif self.case_file.decisions:
            self.fields["ground"].initial = 3


class ServeMeasureForm(ServeForm):
    serves = (
        "measure-decision",
        "measure-extension",
        "test-notice",
        "measure-release",
        "things-transfer-notice",
    )

    def prepare(self) -> None:
        super().prepare()
        field: Any = self.fields["document"]
        own = {about_of(self.subject), *(f"measuretest-{one.pk}" for one in self._tests())}
        field.offer(one for one in field.rows.values() if one.subject_key in own)
        if "place" in self.fields:
            self.fields["place"].initial = self.case_file.case.place

    def _tests(self) -> list[Any]:
        return list(self.subject.tests.all()) if self.subject else []


def ask_of(form: ActForm) -> Ask:
    return Ask(form.case_file, form.officer, form.today, {}, form.subject)
