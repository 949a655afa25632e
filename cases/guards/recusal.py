"""Does nobody act who is too close to the case, and does nobody decide that for himself (行政处罚法 43)?"""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.act import Actor, Ask, Text
from cases.duties import FUNCTIONS
from cases.guards.apart import guard_apart
from cases.guards.declare import guard
from cases.guards.people import HEAD, TEAM_HEAD
from officers.roles import Role

JUDGES = (Role.LEGAL_REVIEWER, Role.HEARING_CHAIR, Role.BUREAU_HEAD)


def _takes_part(ask: Ask) -> bool:
    """A handler enters what the party asks for; whoever has a post in the case may ask to be left out of it."""
    officer = ask.officer
    handles = officer.holds(Role.OFFICER) and officer.pk in {one.pk for one in ask.file.handlers}
    heads = officer.holds(Role.TEAM_HEAD) and officer.department_id == ask.file.case.department_id
    return handles or heads or officer.holds(*JUDGES)


taking_part = Actor("taking_part", gettext_lazy("承办人或者参与办理本案的人员"), _takes_part)


@guard(basis="行政处罚法:43", cure=gettext_lazy("由没有回避的人员办理"), by=HEAD)
def is_not_recused(ask: Ask) -> Iterator[Text]:
    """Asked for every act of a case, once, by cases.services."""
    if ask.officer.pk and ask.officer.pk in FUNCTIONS["recused"].held_by(ask.file):
        yield _("%(name)s已回避本案，不得办理。") % {"name": ask.officer.name}


@guard(basis="行政处罚法:43.3", cure=gettext_lazy("由其他负责人决定"), by=HEAD)
def not_about_oneself(ask: Ask) -> Iterator[Text]:
    if ask.subject is not None and getattr(ask.subject, "person_id", None) == ask.officer.pk:
        yield _("%(name)s不得决定本人是否回避。") % {"name": ask.officer.name}


@guard(basis="行政处罚法:43.3", cure=gettext_lazy("由负责人集体讨论决定，写明参加人员和意见"), by=HEAD)
def heads_decide_together_on_a_head(ask: Ask) -> Iterator[Text]:
    person = getattr(ask.subject, "person", None)
    if person is None or "opinion" not in ask.facts or not person.holds(Role.BUREAU_HEAD):
        return
    if not ask.facts.get("collective", "").strip():
        yield _("%(name)s是本机关负责人，其回避由负责人集体讨论决定。") % {"name": person.name}


@guard(basis="行政处罚法:43", cure=gettext_lazy("已经提出的，等待决定"), by=HEAD)
def recusal_is_not_yet_asked_for(ask: Ask) -> Iterator[Text]:
    person = ask.facts.get("person") or ask.facts.get("recused") or getattr(ask.subject, "person", None)
    standing = ("requested", "reconsidering", "granted")
    rows = [one for one in ask.file.case.recusals.all() if one != ask.subject]
    if person and any(one.person_id == person.pk and one.state in standing for one in rows):
        yield _("%(name)s的回避已在办理或者已经决定回避。") % {"name": person.name}


@guard(basis="行政处罚法:43.1", cure=gettext_lazy("自行申请回避的，由本人登记"), by=gettext_lazy("本人"))
def own_motion_is_ones_own(ask: Ask) -> Iterator[Text]:
    person = ask.facts.get("person")
    if person and ask.facts.get("origin") == "own" and person.pk != ask.officer.pk:
        yield _("自行申请回避由%(name)s本人登记。") % {"name": person.name}


@guard(basis="行政处罚法:43", cure=gettext_lazy("已回避的负责人不参加讨论和表决"), by=HEAD)
def recused_do_not_vote(ask: Ask) -> Iterator[Text]:
    recused = FUNCTIONS["recused"].held_by(ask.file)
    for one in ask.facts.get("voices", ()):
        if one["officer"].pk in recused:
            yield _("%(name)s已回避本案，不得参加讨论和表决。") % {"name": one["officer"].name}


@guard(basis="行政处罚法:42.1", cure=gettext_lazy("写明移交的案卷材料、物品和未办事项"), by=TEAM_HEAD)
def hand_over_is_listed(ask: Ask) -> Iterator[Text]:
    if "handed_over" in ask.facts and not ask.facts["handed_over"].strip():
        yield _("更换承办人须写明移交了什么。")


recused_handler = guard_apart("recused_handler", lambda ask: ask.facts.get("assigned"))
recused_chair = guard_apart("recused_chair", lambda ask: ask.facts.get("chair"))
recused_recorder = guard_apart("recused_recorder", lambda ask: ask.facts.get("recorder"))
