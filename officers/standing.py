"""May this person do what on a given day, and if not: every reason, its article and how it is put right."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from law.citations import cite_all, print_citations
from law.laws import law
from officers.models import Certificate, Officer
from officers.roles import Role

ENFORCING, QUALIFIED = "行政处罚法:42.1", "行政处罚法:58.2"
YEARLY = "证件管理规定"


@dataclass(frozen=True)
class Reason:
    """Why not; the names are those of components/obstacles.html."""

    sentence: str
    article: str
    cure: str


@dataclass(frozen=True)
class Activity:
    """What a post lets its holder do; needs: enforcement, legal or nothing beside the post."""

    title: str
    role: Role
    basis: str
    needs: str = ""


@dataclass(frozen=True)
class Standing:
    title: str
    article: str
    reasons: tuple[Reason, ...]
    stands_in_for: str = ""

    @property
    def may(self) -> bool:
        return not self.reasons


def activities() -> tuple[Activity, ...]:
    return (
        Activity(_("调查取证、检查、送达、实施强制措施"), Role.OFFICER, ENFORCING, "enforcement"),
        Activity(_("审查本单位承办人提出的意见"), Role.TEAM_HEAD, "行政处罚法:57.1"),
        Activity(_("法制审核"), Role.LEGAL_REVIEWER, QUALIFIED, "legal"),
        Activity(_("主持听证"), Role.HEARING_CHAIR, "行政处罚法:64(4)"),
        Activity(_("审批、决定、集体讨论"), Role.BUREAU_HEAD, "行政处罚法:57.1"),
        Activity(_("登记缴款"), Role.FINANCE, "行政处罚法:67.1"),
        Activity(_("公示"), Role.PUBLISHER, "行政处罚法:48.1"),
    )


CURES = {
    "early": gettext_lazy("等到有效期开始，或者由其他有证的人办理"),
    "over": gettext_lazy("换发证件，由业务管理员登记新证"),
    "suspended": gettext_lazy("暂扣解除以后再办，期间由其他有证的人办理"),
    "revoked": gettext_lazy("由其他有证的人办理；重新取得证件后登记新证"),
    "lost": gettext_lazy("申请补发，由业务管理员登记补发的证件"),
    "collected": gettext_lazy("由其他有证的人办理；调回执法岗位后重新申领"),
    "failed": gettext_lazy("重新审验合格后登记，期间由其他有证的人办理"),
    "unreviewed": gettext_lazy("补办年度审验并登记，或者重新申领"),
}


def standing_of(officer: Officer, on: date) -> list[Standing]:
    """For every activity, in the order of the procedure."""
    return [_standing(officer, one, on) for one in activities()]


def _standing(officer: Officer, activity: Activity, on: date) -> Standing:
    held = [one for one in officer.grants.all() if one.role == activity.role and one.was_held(on)]
    substituted = next((one.acts_for.name for one in held if one.acts_for), "")
    reasons = [*_of_account(officer), *([] if held else [_no_post(activity)])]
    if activity.needs == "enforcement":
        reasons += _of_certificate(officer, on)
    elif activity.needs == "legal" and not officer.has_legal_qualification(on):
        said = _("没有登记国家统一法律职业资格证书。")
        reasons.append(Reason(said, article(QUALIFIED), _("取得资格后由业务管理员登记，或者由取得资格的人审核")))
    return Standing(activity.title, article(activity.basis), tuple(reasons), substituted)


def _of_account(officer: Officer) -> Iterator[Reason]:
    if not officer.is_active:
        yield Reason(_("账号已停用。"), "", _("由系统管理员恢复账号"))


def _no_post(activity: Activity) -> Reason:
    said = _("这一天没有担任%(role)s，也没有代理。") % {"role": activity.role.label}
    return Reason(said, article(activity.basis), _("由担任这一职务的人办理，或者由安全管理员授予职务、登记代理"))


def _of_certificate(officer: Officer, on: date) -> Iterator[Reason]:
    if officer.enforcement_certificate(on):
        return
    cards = [one for one in officer.certificates.all() if one.kind == Certificate.Kind.ENFORCEMENT]
    if not cards:
        yield Reason(_("没有登记行政执法证。"), article(ENFORCING), _("取得执法证，由业务管理员登记"))
    for card in cards:
        flaw = card.flaw(on)
        if flaw is not None:
            said = _("%(title)s %(number)s %(fault)s。") % {
                "title": title_of(card),
                "number": card.number,
                "fault": flaw.sentence,
            }
            basis = YEARLY if flaw.kind == "unreviewed" else ENFORCING
            yield Reason(said, article(basis), str(CURES[flaw.kind]))


def title_of(card: Certificate) -> str:
    return card.get_series_display() or card.get_kind_display()


def article(basis: str) -> str:
    """《…》第四十二条第一款; a rule whose articles we have not read is named as a whole."""
    return print_citations(cite_all(basis)) if ":" in basis else f"《{law(basis).title}》"
