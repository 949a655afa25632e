"""May the dossier be handed over, lent, or disposed of?"""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.act import Actor, Ask, Text
from cases.guards.declare import guard
from officers.roles import Role

READERS = (Role.OFFICER, Role.TEAM_HEAD, Role.LEGAL_REVIEWER)
OUT = frozenset({"requested", "approved", "lent"})

reader = Actor("reader", gettext_lazy("借阅人"), lambda ask: ask.officer.holds(*READERS))


@guard(basis="档案法:14", cure=gettext_lazy("由另一名人员移交"), by=Role.ARCHIVIST.label)
def two_people_hand_over(ask: Ask) -> Iterator[Text]:
    giver = ask.facts.get("handed_over_by")
    if giver is not None and giver.pk == ask.officer.pk:
        yield _("%(name)s不能既移交又接收案卷。") % {"name": giver.name}


@guard(basis="档案法:21", cure=gettext_lazy("等案卷归还以后再办理"), by=Role.ARCHIVIST.label, act="loan.return_loan")
def dossier_is_in_place(ask: Ask) -> Iterator[Text]:
    for loan in ask.file.case.loans.all():
        if loan.state in OUT:
            yield _("%(name)s已经申请借阅这份案卷，或者还没有归还。") % {"name": loan.borrower.name}


@guard(basis="档案法:21", cure=gettext_lazy("保管期限届满以后再鉴定"), by=Role.ARCHIVIST.label)
def retention_is_over(ask: Ask) -> Iterator[Text]:
    kept = ask.subject
    if kept is None or not hasattr(kept, "retain_until"):
        return
    if kept.retain_until is None:
        yield _("这份案卷永久保管，不得销毁。")
    elif ask.on <= kept.retain_until:
        yield _("保管期限到 %(until)s 届满，现在不得销毁。") % {"until": kept.retain_until}


@guard(basis="档案法:21", cure=gettext_lazy("办完案件的遗留事项"), by=Role.ARCHIVIST.label)
def nothing_runs_in_the_case(ask: Ask) -> Iterator[Text]:
    for term in ask.file.open_terms():
        if term.nature == "duty":
            yield _("“%(title)s”期限（%(due)s）还没有了结，案卷不得销毁。") % {"title": term.title, "due": term.due_on}
