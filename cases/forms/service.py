"""Which paper was served, how, and to whom? Asks what the proof of that manner shows; the day follows by law."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases import serving
from cases.act import Text
from cases.forms.base import ActForm, RowChoice, day
from cases.forms.people import enforcers
from cases.models import Entrustment
from cases.models.service import Manner
from law.citations import cite_all, print_citations
from law.holidays import CalendarMissing
from law.service import manner as manner_rule
from law.service import receivers
from law.terms import compute, term_rule

GROUNDS = (("", _("请选择")), ("soldier", _("受送达人是军人")), ("imprisoned", _("受送达人被监禁")),
           ("education", _("受送达人被采取强制性教育措施")))  # fmt: skip
# What each manner asks, in the order in which its proof is read.
ASKED: dict[str, tuple[str, ...]] = {
    "direct": ("happened_on", "place", "receiver", "receiver_relation", "receiver_age"),
    "left": ("happened_on", "place", "receiver", "receiver_relation", "refusal", "witness"),
    "post": ("post_number", "place", "happened_on", "receiver", "receiver_relation", "receiver_age"),
    "entrusted": ("through", "happened_on", "place", "receiver", "receiver_relation", "receiver_age"),
    "electronic": ("happened_on", "remedy_channel"),
    "forwarded": ("forwarding_ground", "through", "happened_on", "place", "receiver", "receiver_relation"),
    "public": (),
}
OPTIONAL = frozenset({"receiver_age", "remedy_channel", "note"})
PARTICULAR = tuple(dict.fromkeys(name for names in ASKED.values() for name in names))
LABELS: dict[tuple[str, str], Text] = {
    ("post", "place"): _("寄往的地址"),
    ("left", "receiver"): _("拒绝接收的人"),
    ("entrusted", "through"): _("受托机关"),
    ("forwarded", "through"): _("代为转交的机关、单位"),
}


def papers_to_serve(form: ActForm, forms_: Iterable[str] | None) -> list[Any]:
    return serving.unserved(form.case_file, forms_) if forms_ else serving.served_by_the_way(form.case_file)


class Partnered(ActForm):
    """Two officers do it: the one who writes it down, and a second one, proposed among the handlers."""

    second = "second_server"

    def offer_partner(self) -> None:
        others = [one for one in enforcers(self) if one.pk != self.officer.pk]
        self.fields[self.second].offer(others)  # type: ignore[attr-defined]
        partners = [one for one in self.case_file.handlers if one.pk != self.officer.pk]
        if partners:
            self.fields[self.second].initial = str(partners[0].pk)


class ServeForm(Partnered):
    """First the manner; then only what this manner's proof shows. Works without scripts: another manner is asked anew."""

    serves: tuple[str, ...] | None = ()
    document = RowChoice(label=_("文书"), describe=lambda paper: f"{paper.title} {paper.number} {paper.party}")
    manner = forms.ChoiceField(
        label=_("送达方式"),
        choices=Manner.choices,
        widget=forms.RadioSelect,
        initial="direct",
        help_text=_("换一种方式后按“核对”，再填写这种方式需要的内容。"),
    )
    shown = forms.CharField(widget=forms.HiddenInput, required=False)
    happened_on = day(_("送达的日期"))
    place = forms.CharField(label=_("送达地点"), max_length=120)
    receiver = forms.CharField(label=_("收件人"), max_length=60)
    receiver_relation = forms.ChoiceField(label=_("收件人与受送达人关系"))
    receiver_age = forms.IntegerField(
        label=_("收件人年龄"), min_value=0, max_value=130, required=False, help_text=_("同住成年家属代收的要写。")
    )
    refusal = forms.CharField(label=_("拒收的事由"), max_length=200)
    witness = forms.CharField(
        label=_("见证人"), max_length=60, help_text=_("见证人的姓名和单位；没有见证人的，写明拍照、录像的情况。")
    )
    post_number = forms.CharField(label=_("邮件号码"), max_length=40)
    through = forms.CharField(label=_("受托或者转交的机关、单位"), max_length=120)
    forwarding_ground = forms.ChoiceField(label=_("转交的原因"), choices=GROUNDS)
    remedy_channel = forms.CharField(
        label=_("提交复议申请的互联网渠道"), max_length=200, required=False, help_text=_("送达决定书的必填。")
    )
    second_server = RowChoice(label=_("另一名送达人"))
    note = forms.CharField(label=_("备注"), max_length=200, required=False)

    def prepare(self) -> None:
        waiting = papers_to_serve(self, self.serves)
        self.fields["document"].offer(waiting)  # type: ignore[attr-defined]
        self.manner_chosen = self._chosen()
        self._ask_for(self.manner_chosen)
        self._propose(waiting)
        self.offer_partner()

    def _chosen(self) -> str:
        """The manner that was picked; the fields of another one were on the page when `asks_anew`."""
        typed = str(self.data.get("manner", "")) if self.is_bound else ""
        chosen = typed if typed in ASKED else "direct"
        # Facts that come without the page (its preview, a test) are taken as they are.
        shown = str(self.data.get("shown") or "") if self.is_bound else ""
        self.asks_anew = shown in ASKED and shown != chosen
        if self.asks_anew:
            data: Any = self.data
            self.data = data.copy()
            self.data["shown"] = chosen  # type: ignore[index]
        self.fields["shown"].initial = chosen
        return chosen

    def _ask_for(self, manner: str) -> None:
        for name in PARTICULAR:
            if name not in ASKED[manner]:
                del self.fields[name]
                continue
            field: Any = self.fields[name]
            field.label = LABELS.get((manner, name), field.label)
            field.required = name not in OPTIONAL and not self.asks_anew
        if "happened_on" in self.fields:
            self.fields["happened_on"].label = manner_rule(manner, self.today).event
            self.fields["happened_on"].initial = self.today

    def _propose(self, waiting: list[Any]) -> None:
        kinds = {one.party.kind for one in waiting}
        allowed = {one.title: one.title for kind in sorted(kinds) for one in receivers(kind, self.today)}
        if "receiver_relation" in self.fields:
            choices = [("", _("请选择")), *allowed.items()]
            self.fields["receiver_relation"].choices = choices  # type: ignore[attr-defined]
        only = waiting[0] if len(waiting) == 1 else None
        if only and "place" in self.fields:
            known = serving.confirmed_address(self.case_file, only.party, self.today)
            self.fields["place"].initial = (known.address if known else only.party.address)[:120]
        if only and self.manner_chosen == "entrusted":
            asked: list[Entrustment] = serving.entrustments_of(self.case_file, only)
            self.fields["through"].initial = asked[-1].organ if asked else ""

    def field_groups(self) -> list[tuple[Text, Text, tuple[str, ...]]]:
        asked = ASKED[self.manner_chosen]
        particular = [(Manner(self.manner_chosen).label, "", asked)] if asked else []
        return [
            (_("送达什么，怎么送的"), "", ("document", "manner")),
            *particular,
            (_("送达人"), "", ("second_server", "on", "note")),
        ]

    def clean_manner(self) -> str:
        chosen: str = self.cleaned_data["manner"]
        if self.asks_anew:
            label = {"manner": Manner(self.manner_chosen).label}
            raise forms.ValidationError(gettext("接着填写%(manner)s的情况，再按“核对”。") % label)
        return chosen

    def to_facts(self) -> dict[str, Any]:
        facts = super().to_facts()
        facts.pop("shown")
        return facts

    def reckoned(self) -> list[tuple[Text, str]]:
        """The day of service with its article, and each period that starts on it."""
        document, facts = self.cleaned_data["document"], self.to_facts()
        try:
            found = serving.reckon(self.case_file.terms, facts, self.cleaned_data["on"])
        except serving.NotPosted:
            return []
        why = f"{date_format(found.on)}，{found.event}（{print_citations(cite_all(found.basis))}）"
        rows: list[tuple[Text, str]] = [(_("送达日期"), why)]
        for key in document.form.rule.service_opens:
            if key in serving.WHEN and not serving.WHEN[key](self.case_file, document.party):
                continue
            rule = term_rule(key, found.on)
            try:
                rows.append((rule.title, compute(rule, found.on).text))
            except CalendarMissing:
                continue  # perform() refuses it in words
        return rows


class ServeNoticeForm(ServeForm):
    serves: tuple[str, ...] | None = ("violation-notice",)


class ServeDecisionForm(ServeForm):
    serves: tuple[str, ...] | None = ("penalty-decision", "no-penalty-decision")


class ServeOtherForm(ServeForm):
    serves: tuple[str, ...] | None = None
