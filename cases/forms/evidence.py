"""What evidence is added, what was seen, what was asked and answered?"""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.timezone import localdate
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.evidence_rules import lacking
from cases.forms.base import ActForm, RowChoice, day, long_text, moment
from cases.forms.formalities import FormalitiesMixin
from cases.forms.identity import plate
from cases.forms.people import enforcers
from cases.models import Evidence
from cases.uploads import check_evidence_file

QUESTIONS = (
    _("我们是执法人员，这是我们的执法证件，请你过目。你是否看清楚？"),
    _("你有权申请我们回避，是否申请？你应当如实回答，有权陈述、申辩。听清楚了吗？"),
    _("请讲一下你的姓名、单位和职务。"),
    _("请讲一下事情经过：时间、地点、车辆、货物或者乘客、线路、运费。"),
    _("有没有相关的许可证件？"),
    _("为什么这样做？以前有没有因为同样的行为受过处理？"),
    _("你对以上事实有没有要补充或者说明的？"),
    _("以上记录请你核对，是否属实？"),
)


class EvidenceForm(FormalitiesMixin, ActForm):
    def field_groups(self) -> list[Any]:
        proves = ("proves", "supports") if "supports" in self.fields else ("proves",)
        return [
            (_("是什么证据"), "", ("kind", "title", "specification", "quantity", "file")),
            (_("怎么取得、证明什么"), "", ("source", "collected_on", "place", *proves)),
            self.formal_group(),
        ]

    kind = forms.ChoiceField(label=_("证据种类"), choices=Evidence.Kind.choices)
    title = forms.CharField(label=_("证据名称"), max_length=120)
    specification = forms.CharField(
        label=_("规格"), max_length=60, required=False, help_text=_("如复印件 1 页、照片 4 张。")
    )
    quantity = forms.IntegerField(label=_("数量"), min_value=1, max_value=10_000, initial=1)
    file = forms.FileField(label=_("文件"), required=False, help_text=_("JPG、PNG 或者 PDF；原件不改动，记下校验值。"))
    source = forms.CharField(label=_("来源"), max_length=120, help_text=_("谁提供的，或者从哪里取得的。"))
    collected_on = day(_("取得日期"))
    place = forms.CharField(label=_("取得地点"), max_length=120, required=False)
    proves = forms.CharField(label=_("证明什么"), max_length=200)

    def prepare(self) -> None:
        self.fields["file"].widget.attrs["data-max-bytes"] = settings.EVIDENCE_MAX_BYTES
        self.fields["collected_on"].initial = self.today
        self.fields["place"].initial = self.case_file.case.place
        typed = str(self.data.get("kind", "")) if self.is_bound else ""
        self.ask_formalities(typed if typed in Evidence.Kind.values else Evidence.Kind.DOCUMENTARY.value, {})
        self.ask_facts(set())

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if data.get("kind"):
            self.refuse_what_is_missing()
        return data

    def clean_collected_on(self) -> Any:
        if self.cleaned_data["collected_on"] > self.today:
            raise forms.ValidationError(gettext("取得日期还没有到。"))
        return self.cleaned_data["collected_on"]

    def clean_file(self) -> Any:
        upload = self.cleaned_data.get("file")
        self.checked = check_evidence_file(upload) if upload else None
        return upload

    def to_facts(self) -> dict[str, Any]:
        facts = self.without_questions(super().to_facts())
        upload = facts.pop("file")
        if upload and self.checked:
            upload.name = f"{self.checked.sha256}{self.checked.suffix}"
            facts |= {
                "file": upload,
                "sha256": self.checked.sha256,
                "size": self.checked.size,
                "content_type": self.checked.content_type,
            }
        return facts


class CompleteEvidenceForm(FormalitiesMixin, ActForm):
    """What was left for later, or proves more than was said."""

    kind_field = "evidence"
    evidence = RowChoice(label=_("哪一份证据"))

    def field_groups(self) -> list[Any]:
        supports = ("supports",) if "supports" in self.fields else ()
        return [("", "", ("evidence",)), self.formal_group(), *([(_("证明什么"), "", supports)] if supports else [])]

    def prepare(self) -> None:
        rows = sorted(self.case_file.evidence, key=lambda one: not lacking(one, self.today))
        self.fields["evidence"].offer(rows)  # type: ignore[attr-defined]
        by_key = {str(one.pk): one for one in rows}
        chosen = by_key.get(str(self.data.get("evidence", ""))) if self.is_bound else None
        chosen = chosen or (rows[0] if len(rows) == 1 else None)
        self.ask_formalities(chosen.kind if chosen else "", dict(chosen.formalities) if chosen else {})
        self.ask_facts({(one.charge_id, one.line) for one in chosen.links.all()} if chosen else set())

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if data.get("evidence"):
            self.refuse_what_is_missing()
        return data

    def to_facts(self) -> dict[str, Any]:
        return self.without_questions(super().to_facts())


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


class InterviewForm(InquiryForm):
    def field_groups(self) -> list[Any]:
        asked = tuple(
            name for number in range(1, self.count + 1) for name in (f"question_{number}", f"answer_{number}")
        )
        return [WHEN, WHO, (_("询问内容"), _("问题可以改；没有问到的留空。"), asked), SIGNED]

    def prepare(self) -> None:
        super().prepare()
        self.count = len(QUESTIONS) + 4
        for number in range(1, self.count + 1):
            proposed = QUESTIONS[number - 1] if number <= len(QUESTIONS) else ""
            self.fields[f"question_{number}"] = long_text(
                gettext("问 %(number)d") % {"number": number}, rows=2, required=False, initial=proposed
            )
            self.fields[f"answer_{number}"] = long_text(
                gettext("答 %(number)d") % {"number": number}, rows=2, required=False
            )

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if not any(data.get(f"answer_{number}") for number in range(1, self.count + 1)):
            self.add_error("answer_1", gettext("至少要有一问一答。"))
        return data

    def to_facts(self) -> dict[str, Any]:
        facts = super().to_facts()
        pairs = [(facts.pop(f"question_{n}"), facts.pop(f"answer_{n}")) for n in range(1, self.count + 1)]
        facts["answers"] = [{"question": asked, "answer": said} for asked, said in pairs if said]
        return facts
