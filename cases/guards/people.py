"""Are the right people acting, and only they?"""

from collections.abc import Iterator

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.act import Actor, Ask, Text
from cases.case_file import CaseFile
from cases.guards.declare import guard
from officers.models import Officer
from officers.roles import Role

HANDLERS = gettext_lazy("承办人")
HEAD = gettext_lazy("执法部门负责人")
ADMINISTRATOR = gettext_lazy("业务管理员")
TEAM_HEAD = gettext_lazy("办案机构负责人")


def _is_handler(ask: Ask) -> bool:
    return ask.officer.holds(Role.OFFICER) and ask.officer.pk in {one.pk for one in ask.file.handlers}


def _heads_the_unit(ask: Ask) -> bool:
    return ask.officer.holds(Role.TEAM_HEAD) and ask.officer.department_id == ask.file.case.department_id


def _heads_of_the_unit(file: CaseFile) -> QuerySet[Officer]:
    return Officer.objects.holding(Role.TEAM_HEAD).filter(department_id=file.case.department_id)


def _chairs_it(ask: Ask) -> bool:
    return ask.officer.holds(Role.HEARING_CHAIR) and getattr(ask.subject, "chair_id", None) == ask.officer.pk


def _chairs_of(file: CaseFile) -> QuerySet[Officer]:
    return Officer.objects.filter(pk__in=[one.chair_id for one in file.hearings if one.chair_id])


def _chairs_it_or_prepares_it(ask: Ask) -> bool:
    return _is_handler(ask) if ask.subject.chair_id is None else _chairs_it(ask)


def _with_role(role: Role) -> Actor:
    return Actor(
        role.value, role.label, lambda ask: ask.officer.holds(role), lambda file: Officer.objects.holding(role)
    )


case_officers = Actor(
    "case_officers",
    HANDLERS,
    _is_handler,
    lambda file: Officer.objects.filter(pk__in=[one.pk for one in file.handlers]),
)
head_of_unit = Actor(
    "head_of_unit",
    TEAM_HEAD,
    _heads_the_unit,
    _heads_of_the_unit,
)
head_of_bureau = _with_role(Role.BUREAU_HEAD)
legal_reviewer = _with_role(Role.LEGAL_REVIEWER)
hearing_chair = Actor("hearing_chair", Role.HEARING_CHAIR.label, _chairs_it, _chairs_of)
hearing_side = Actor("hearing_side", gettext_lazy("听证主持人（尚未指定的，承办人）"), _chairs_it_or_prepares_it)
finance = _with_role(Role.FINANCE)
archivist = _with_role(Role.ARCHIVIST)
publisher = _with_role(Role.PUBLISHER)
# Nobody signs in as the system: cases.sweep acts in its name, with an officer who has no row.
system = Actor("system", gettext_lazy("系统"), lambda ask: ask.officer.pk is None)


@guard(basis="行政处罚法:42", cure=gettext_lazy("由业务管理员指派第二名持有效执法证件的承办人"), by=ADMINISTRATOR)
def two_handlers(ask: Ask) -> Iterator[Text]:
    count = len(ask.file.handlers)
    if count < 2:
        yield _("本案只有 %(count)d 名承办人，执法人员不得少于两人。") % {"count": count}


@guard(basis="行政处罚法:42.1", cure=gettext_lazy("更新证件或年度审验记录，或者更换承办人"), by=ADMINISTRATOR)
def handlers_hold_certificates(ask: Ask) -> Iterator[Text]:
    for officer in ask.file.handlers:
        if why := officer.why_not_enforcing(ask.on):
            words = {"name": officer.name, "on": ask.on, "why": why}
            yield _("承办人%(name)s在 %(on)s 没有有效的行政执法证：%(why)s。") % words


@guard(basis="行政处罚法:57.1", cure=gettext_lazy("由未参与调查的负责人办理"), by=HEAD)
def decider_did_not_investigate(ask: Ask) -> Iterator[Text]:
    if ask.officer.pk in ask.file.everyone_who_handled:
        yield _("%(name)s承办过本案，不得审批或者决定。") % {"name": ask.officer.name}


@guard(basis="行政处罚法:58", cure=gettext_lazy("由未审核过本案的负责人办理"), by=HEAD)
def decider_did_not_review(ask: Ask) -> Iterator[Text]:
    if ask.officer.pk in ask.file.everyone_who_reviewed:
        yield _("%(name)s是本案的法制审核人员，不得决定本案。") % {"name": ask.officer.name}


@guard(basis="行政处罚法:58", cure=gettext_lazy("由未参与调查的法制审核人员审核"), by=Role.LEGAL_REVIEWER.label)
def reviewer_did_not_investigate(ask: Ask) -> Iterator[Text]:
    if ask.officer.pk in ask.file.everyone_who_handled:
        yield _("%(name)s承办过本案，不得审核本案。") % {"name": ask.officer.name}


@guard(basis="行政处罚法:58.2", cure=gettext_lazy("由取得法律职业资格的人员审核"), by=ADMINISTRATOR)
def reviewer_is_qualified(ask: Ask) -> Iterator[Text]:
    if not ask.officer.has_legal_qualification(ask.on):
        yield _("%(name)s没有登记国家统一法律职业资格证书。") % {"name": ask.officer.name}


@guard(basis="行政处罚法:64(4)", cure=gettext_lazy("由未参加听证的法制审核人员审核"), by=Role.LEGAL_REVIEWER.label)
def reviewer_did_not_chair(ask: Ask) -> Iterator[Text]:
    if any(ask.officer.pk in (one.chair_id, one.recorder_id) for one in ask.file.hearings):
        yield _("%(name)s主持或者记录过本案听证，不得审核本案。") % {"name": ask.officer.name}


@guard(basis="行政处罚法:58", cure=gettext_lazy("另选没有审核、听证、表决或者决定过本案的执法人员"), by=TEAM_HEAD)
def assigned_did_not_judge(ask: Ask) -> Iterator[Text]:
    assigned = ask.facts.get("assigned")
    if assigned and assigned.pk in ask.file.everyone_who_judged:
        yield _("%(name)s审核、听证、表决或者决定过本案，不能再承办。") % {"name": assigned.name}


@guard(basis="行政处罚法:42.1", cure=gettext_lazy("另选一名持有效执法证件的执法人员一同办理"), by=HANDLERS)
def partner_is_another_certified_officer(ask: Ask) -> Iterator[Text]:
    partner = ask.facts.get("second_officer") or ask.facts.get("second_server")
    # A team that is named as a pair has a guard of its own.
    if partner is None or "first_officer" in ask.facts:
        return
    if partner.pk == ask.officer.pk:
        yield _("%(name)s不能自己和自己一同办理，执法人员不得少于两人。") % {"name": partner.name}
    elif why := partner.why_not_enforcing(ask.on):
        yield _("%(name)s在 %(on)s 没有有效的行政执法证：%(why)s。") % {"name": partner.name, "on": ask.on, "why": why}
