"""What is asked when a regulation is entered, changed, repealed or linked, and when counsel was consulted?"""

from datetime import date
from typing import Any

from django import forms
from django.db import transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.models import Case
from cases.text_file import text_of
from officers.models import CounselContract, Officer
from officers.roles import Role
from oversight.enforced import choices, rules_on
from oversight.forms import Day
from oversight.library import Consultation, Regulation, RegulationLink, add_version, repeal

LONGEST_TEXT, MOST_BYTES = 100_000, 1_000_000


class LibraryForm(forms.Form):
    """A form about one regulation, or about a new one; save() answers with the regulation."""

    use_required_attribute = False
    title: Any = ""
    hidden: tuple[Any, ...] = ()

    def __init__(self, data: Any = None, files: Any = None, *, regulation: Any, by: Officer, today: date) -> None:
        self.regulation, self.by, self.today = regulation, by, today
        super().__init__(data, files)
        self.prepare()

    def prepare(self) -> None:
        """Nothing to fill."""

    @property
    def fieldsets(self) -> list[Any]:
        return [("", "", list(self.visible_fields()))]

    def save(self) -> Regulation:
        raise NotImplementedError


class VersionForm(LibraryForm):
    title = _("新版本")
    document = forms.CharField(label=_("发文字号"), max_length=60, required=False)
    in_force_from = forms.DateField(label=_("施行日期"), widget=Day)
    change = forms.CharField(label=_("这次改了什么"), max_length=300, required=False)
    file = forms.FileField(
        label=_("正文文件（.txt）"),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".txt,text/plain"}),
        help_text=_("选了文件的，以文件为准；也可以在下面填写。"),
    )
    text = forms.CharField(
        label=_("正文"), required=False, max_length=LONGEST_TEXT, widget=forms.Textarea(attrs={"rows": 14})
    )

    def __init__(self, data: Any = None, files: Any = None, **kwargs: Any) -> None:
        given = files.get("file") if files else None
        if given is not None:
            # A browser does not keep a chosen file: its text comes back in the field where it can be put right.
            data = data.copy()
            data["text"] = (text_of(given.read()) or "") if given.size <= MOST_BYTES else ""
        super().__init__(data, files, **kwargs)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if data.get("file") and not data.get("text"):
            self.add_error("file", gettext("文件太大，或者不是文字；另存为 .txt 后再选，最大 1 MB。"))
        elif not data.get("text") and "text" not in self.errors:
            self.add_error("text", gettext("选择正文文件，或者填写正文。"))
        if not self.errors and self.regulation is not None:
            self._add(self.regulation)
        return data

    def _add(self, regulation: Regulation) -> None:
        said = {name: self.cleaned_data[name] for name in ("document", "in_force_from", "change", "text")}
        try:
            add_version(regulation, by=self.by, **said)
        except forms.ValidationError as refused:
            self.add_error("in_force_from", refused)

    def save(self) -> Regulation:
        found: Regulation = self.regulation
        return found


class NewForm(VersionForm):
    title = _("登记制度")
    number = forms.CharField(label=_("编号"), max_length=40)
    name = forms.CharField(label=_("名称"), max_length=120, help_text=_("不写书名号。"))
    field_order = ("number", "name")

    def prepare(self) -> None:
        self.fields["change"].help_text = _("新订的不填。")

    def clean_number(self) -> str:
        number: str = self.cleaned_data["number"]
        if Regulation.objects.filter(number=number).exists():
            raise forms.ValidationError(gettext("这个编号已经有一项制度。"))
        return number

    @transaction.atomic
    def save(self) -> Regulation:
        made = Regulation.objects.create(number=self.cleaned_data["number"], title=self.cleaned_data["name"])
        self._add(made)
        return made


class RepealForm(LibraryForm):
    title = _("登记失效")
    last_day = forms.DateField(label=_("最后一天有效"), widget=Day)
    by_which = forms.ModelChoiceField(
        label=_("由哪一项代替"), required=False, queryset=Regulation.objects.none(), empty_label=_("没有代替的")
    )

    def prepare(self) -> None:
        field: Any = self.fields["by_which"]
        field.queryset = Regulation.objects.exclude(pk=self.regulation.pk).order_by("number")

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if not self.errors:
            try:
                repeal(self.regulation, last_day=data["last_day"], by_which=data["by_which"])
            except forms.ValidationError as refused:
                self.add_error("last_day", refused)
        return data

    def save(self) -> Regulation:
        found: Regulation = self.regulation
        return found


class LinkForm(LibraryForm):
    title = _("关联执行它的规则")
    rule = forms.ChoiceField(label=_("规则"), help_text=_("办案条件、办案步骤或者评查项目；同一项制度可以关联几条。"))

    def prepare(self) -> None:
        field: Any = self.fields["rule"]
        field.choices = choices(rules_on(self.today))

    def clean_rule(self) -> str:
        rule: str = self.cleaned_data["rule"]
        if RegulationLink.objects.filter(regulation=self.regulation, rule=rule).exists():
            raise forms.ValidationError(gettext("已经关联过。"))
        return rule

    def save(self) -> Regulation:
        RegulationLink.objects.create(regulation=self.regulation, rule=self.cleaned_data["rule"])
        found: Regulation = self.regulation
        return found


class UnlinkForm(LibraryForm):
    title = _("取消关联")
    link = forms.ModelChoiceField(label=_("规则"), queryset=RegulationLink.objects.none())

    def prepare(self) -> None:
        field: Any = self.fields["link"]
        field.queryset = RegulationLink.objects.filter(regulation=self.regulation).order_by("pk")
        known = rules_on(self.today)
        field.label_from_instance = lambda one: known[one.rule].label if one.rule in known else one.rule

    def save(self) -> Regulation:
        self.cleaned_data["link"].delete()
        found: Regulation = self.regulation
        return found


LIBRARY_FORMS: dict[str, type[LibraryForm]] = {
    "version": VersionForm,
    "repeal": RepealForm,
    "link": LinkForm,
    "unlink": UnlinkForm,
}


class ConsultationForm(forms.ModelForm):  # type: ignore[type-arg]
    """The case is named by its number; only one that the person may see is found."""

    use_required_attribute = False
    hidden: tuple[Any, ...] = ()
    case_number = forms.CharField(
        label=_("案号"), max_length=60, required=False, help_text=_("针对案件的填写，例如已立案的案号。")
    )

    class Meta:
        model = Consultation
        fields = ("asked_on", "contract", "counsel", "regulation", "question", "advice")

    field_order = ("asked_on", "contract", "counsel", "case_number", "regulation", "question", "advice")

    def __init__(self, data: Any = None, *, by: Officer, today: date) -> None:
        self.by, self.today = by, today
        super().__init__(data, instance=Consultation(entered_by=by), initial={"asked_on": today})
        self.fields["asked_on"].widget = Day()
        choices: dict[str, Any] = {
            "contract": CounselContract.objects.order_by("-begins"),
            "counsel": Officer.objects.holding(Role.LEGAL_COUNSEL),
            "regulation": Regulation.objects.order_by("number"),
        }
        for name, queryset in choices.items():
            field: Any = self.fields[name]
            field.queryset = queryset
        for name in ("question", "advice"):
            self.fields[name].widget.attrs["rows"] = 4

    @property
    def fieldsets(self) -> list[Any]:
        return [("", "", list(self.visible_fields()))]

    def clean_case_number(self) -> str:
        number: str = self.cleaned_data["case_number"].strip()
        if number:
            found = Case.objects.visible_to(self.by).filter(number=number).first()
            if found is None:
                raise forms.ValidationError(gettext("没有这个案号的案件，或者不在您的权限内。"))
            self.instance.case = found
        return number

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        day, contract = data.get("asked_on"), data.get("contract")
        if day and day > self.today:
            self.add_error("asked_on", gettext("在今天以后。"))
        elif day and contract and not contract.covers(day):
            self.add_error("contract", gettext("这一天不在合同期内。"))
        if bool(contract) == bool(data.get("counsel")) and not {"contract", "counsel"} & set(self.errors):
            self.add_error("contract", gettext("选择法律顾问或者公职律师，只选一名。"))
        if data.get("case_number") and data.get("regulation"):
            self.add_error("regulation", gettext("咨询针对一件案件或者一项制度，只选一样。"))
        return data
