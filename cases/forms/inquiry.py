"""What was seen, what was inspected, what was asked and answered?"""

from typing import Any

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.forms.base import ActForm, RowChoice, long_text, moment
from cases.forms.identity import born_on, plate
from cases.forms.people import enforcers
from law.questions import banks_for, questions_of

SPARE = 4
"""Empty rows below the proposed questions."""


class InquiryForm(ActForm):
    """What scene records and interviews share."""

    started_at = moment(_("开始时间"))
    ended_at = moment(_("结束时间"))
    place = forms.CharField(label=_("地点"), max_length=120)
    second_officer = RowChoice(label=_("另一名执法人员（记录人）"))
    party = RowChoice(label=_("涉及的当事人"), required=False)
    person_name = forms.CharField(label=_("姓名"), max_length=60)
    person_id_number = forms.CharField(label=_("身份证件号"), max_length=30, required=False)
    person_relation = forms.CharField(label=_("与案件关系"), max_length=60)
    person_phone = forms.CharField(label=_("联系电话"), max_length=30, required=False)
    person_address = forms.CharField(label=_("住址"), max_length=200, required=False)
    certificates_shown = forms.BooleanField(
        label=_("已出示执法证件，表明身份"),
        error_messages={"required": _("不出示执法证件的，当事人有权拒绝（行政处罚法第五十五条）。")},
    )
    rights_told = forms.BooleanField(
        label=_("已告知申请回避、陈述申辩的权利和如实回答的义务"),
        error_messages={"required": _("告知权利义务以后才能制作笔录。")},
    )
    signed = forms.BooleanField(label=_("已核对并逐页签名"), required=False)
    refusal = forms.CharField(label=_("没有签名的，写明情况"), max_length=200, required=False)

    def prepare(self) -> None:
        others = [one for one in enforcers(self) if one.pk != self.officer.pk]
        self.fields["second_officer"].offer(others)  # type: ignore[attr-defined]
        partners = [one for one in self.case_file.handlers if one.pk != self.officer.pk]
        if partners:
            self.fields["second_officer"].initial = str(partners[0].pk)
        self.fields["party"].offer(self.case_file.parties)  # type: ignore[attr-defined]
        self.fields["place"].initial = self.case_file.case.place

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        started, ended = data.get("started_at"), data.get("ended_at")
        if started and ended and ended <= started:
            self.add_error("ended_at", gettext("结束时间要晚于开始时间。"))
        if ended and localdate(ended) > self.today:
            self.add_error("ended_at", gettext("结束时间还没有到。"))
        if not data.get("signed") and not data.get("refusal"):
            self.add_error("refusal", gettext("当事人没有签名的，写明拒签情况和见证人。"))
        self._refuse_two_places_at_once(started, ended)
        return data

    def _refuse_two_places_at_once(self, started: Any, ended: Any) -> None:
        """One officer cannot make two records at the same time; courts look for exactly this."""
        if not (started and ended):
            return
        for other in self.case_file.inquiries:
            if self.officer.pk in (other.first_officer_id, other.second_officer_id) and (
                started < other.ended_at and other.started_at < ended
            ):
                self.add_error("started_at", gettext("这段时间你正在做另一份笔录：%(other)s。") % {"other": other})


WHO = (
    _("被询问人或者现场人员"),
    "",
    ("person_name", "person_id_number", "person_relation", "person_phone", "person_address", "party"),
)
WHEN = (_("时间、地点、人员"), "", ("started_at", "ended_at", "place", "second_officer"))
SIGNED = (_("出示证件、告知、签名"), "", ("certificates_shown", "rights_told", "signed", "refusal"))


class SceneForm(InquiryForm):
    groups = (WHEN, WHO, (_("现场情况"), "", ("plate", "body")), SIGNED)
    plate = forms.CharField(label=_("车牌号"), max_length=12, required=False)
    body = long_text(_("现场情况"), rows=8, help_text=_("只写看到、听到、测到的，不写推断。"))

    def clean_plate(self) -> str:
        return plate(self.cleaned_data["plate"])


class InspectionForm(InquiryForm):
    """勘验、检查: a drawing, an invited person, the party present or why not."""

    groups = (
        (_("时间、地点、人员"), "", ("started_at", "ended_at", "place", "weather", "second_officer")),
        (
            _("谁在场"),
            _("当事人不在场的，写明原因并请见证人到场。"),
            (
                "person_name",
                "person_id_number",
                "person_relation",
                "person_phone",
                "person_address",
                "party",
                "absence",
                "witness",
            ),
        ),
        (_("勘验情况及结果"), "", ("plate", "body", "drawing")),
        SIGNED,
    )
    weather = forms.CharField(label=_("天气情况"), max_length=20, required=False)
    absence = forms.CharField(label=_("当事人不在场的原因"), max_length=200, required=False)
    witness = forms.CharField(label=_("被邀请人或者见证人（姓名、单位及职务）"), max_length=120, required=False)
    plate = forms.CharField(label=_("车牌号"), max_length=12, required=False)
    body = long_text(_("勘验情况及结果"), rows=8, help_text=_("方位、距离、状态、测量数据；只写看到、测到的。"))
    drawing = forms.CharField(
        label=_("勘验示意图说明"), max_length=200, required=False, help_text=_("图另作证据上传；没有画图的不填。")
    )

    def prepare(self) -> None:
        super().prepare()
        self.fields["person_name"].label = _("在场的当事人或者代理人姓名")
        for name in ("person_name", "person_relation"):
            self.fields[name].required = False

    def clean_plate(self) -> str:
        return plate(self.cleaned_data["plate"])

    def clean_refusal(self) -> str:
        """Nobody signs who is not there; the reason has been given already."""
        said: str = self.cleaned_data["refusal"]
        return said or str(self.data.get("absence", "")).strip()[:200]

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if not data.get("person_name") and not data.get("absence"):
            self.add_error("absence", gettext("写明在场的当事人，或者当事人不在场的原因。"))
        if data.get("absence") and not data.get("witness"):
            self.add_error("witness", gettext("当事人不在场的，写明见证人。"))
        return data


class InterviewForm(InquiryForm):
    guardian = forms.CharField(label=_("到场的监护人（被询问人未满十八周岁的）"), max_length=60, required=False)
    interpreter = forms.CharField(label=_("翻译人员和语种（不通晓汉语、聋哑的）"), max_length=60, required=False)
    bank = forms.ChoiceField(
        label=_("问哪一类人"), required=False, help_text=_("换一类以后先提交一次，问题随之换好；已经写下的问答都还在。")
    )
    shown_bank = forms.CharField(widget=forms.HiddenInput, required=False)

    def field_groups(self) -> list[Any]:
        asked = tuple(
            name for number in range(1, self.count + 1) for name in (f"question_{number}", f"answer_{number}")
        )
        helped = (_("需要时"), "", ("guardian", "interpreter"))
        questions = (_("询问内容"), _("问题可以改；没有问到的留空。"), ("bank", *asked))
        return [WHEN, WHO, helped, questions, SIGNED]

    def prepare(self) -> None:
        super().prepare()
        domains = {one.violation.domain for one in self.case_file.charges}
        banks = {one.key: one.title for one in banks_for(domains, self.today)}
        self.fields["bank"].choices = list(banks.items())  # type: ignore[attr-defined]
        first = "general" if "general" in banks else next(iter(banks), "")
        self.fields["bank"].initial = self.fields["shown_bank"].initial = first
        typed = str(self.data.get("bank", "")) if self.is_bound else ""
        chosen = typed if typed in banks else first
        questions = questions_of(chosen, self.today) if chosen else ()
        self.switched = self.is_bound and chosen != (self.data.get("shown_bank") or chosen)
        pairs = self._kept(questions) if self.switched else [(asked, "") for asked in questions]
        self.count = len(pairs) + SPARE
        self._ask(pairs)
        if self.switched:
            self._show_anew(chosen, pairs)

    def _kept(self, questions: tuple[str, ...]) -> list[tuple[str, str]]:
        """What has been answered stays in front; the new questions follow."""
        said = [
            (str(self.data.get(f"question_{n}", "")), str(self.data[f"answer_{n}"]))
            for n in range(1, 100)
            if str(self.data.get(f"answer_{n}", "")).strip()
        ]
        asked = {question.strip() for question, _answer in said}
        return said + [(question, "") for question in questions if question not in asked]

    def _ask(self, pairs: list[tuple[str, str]]) -> None:
        for number in range(1, self.count + 1):
            question = pairs[number - 1][0] if number <= len(pairs) else ""
            self.fields[f"question_{number}"] = long_text(
                gettext("问 %(number)d") % {"number": number}, rows=2, required=False, initial=question
            )
            self.fields[f"answer_{number}"] = long_text(
                gettext("答 %(number)d") % {"number": number}, rows=2, required=False
            )

    def _show_anew(self, bank: str, pairs: list[tuple[str, str]]) -> None:
        data: Any = self.data
        self.data = data = data.copy()
        data["shown_bank"] = bank
        for number in range(1, self.count + 1):
            question, answer = pairs[number - 1] if number <= len(pairs) else ("", "")
            data[f"question_{number}"], data[f"answer_{number}"] = question, answer

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if self.switched:
            self.add_error("bank", gettext("问题已经换好，请继续填写。"))
        if not any(data.get(f"answer_{number}") for number in range(1, self.count + 1)):
            self.add_error("answer_1", gettext("至少要有一问一答。"))
        return data

    def to_facts(self) -> dict[str, Any]:
        facts = super().to_facts()
        pairs = [(facts.pop(f"question_{n}"), facts.pop(f"answer_{n}")) for n in range(1, self.count + 1)]
        facts["answers"] = [{"question": asked, "answer": said} for asked, said in pairs if said]
        facts.pop("bank")
        facts.pop("shown_bank")
        facts["person_born_on"] = born_on(facts["person_id_number"])
        return facts
