"""Which sources wait for this officer: to be given to somebody, decided, answered, told; and which records for a review?"""

from datetime import date

from django.db.models import F, Q
from django.db.models.functions import Coalesce, Least
from django.urls import reverse
from django.utils.translation import gettext as _

from cases.screens.dates import Due, due_by
from cases.screens.worklist import WorkRow
from inspections.models import Candidate, Equipment, Forwarding, Source
from inspections.models.sources import SourceQuerySet
from inspections.sources_screens import due_of_source
from officers.models import Officer
from officers.roles import Role

SHOWN = 20


def source_errands(officer: Officer, today: date) -> list[WorkRow]:
    """The own ones first, then what a head gives out or decides, soonest due first."""
    rows: list[WorkRow] = []
    if officer.holds(Role.OFFICER):
        mine = Source.objects.open().filter(handler=officer)
        rows += [_row(one, _verb(one), today) for one in _soonest(mine)]
        rows += [_late(one, today) for one in _unanswered(officer, today)]
    if officer.holds(Role.TEAM_HEAD):
        unit = Q(department=officer.department_id) | Q(department=None)
        waiting = Source.objects.open().reported().filter(unit, handler=None)
        rows += [_row(one, _("交办"), today) for one in _soonest(waiting)]
        decided = Source.objects.undecided().filter(department=officer.department_id).exclude(handler=None)
        rows += [_row(one, _("决定是否立案"), today) for one in _soonest(decided)]
    if officer.holds(Role.ADMINISTRATOR):
        nobodys = Source.objects.open().reported().filter(department=None, handler=None)
        rows += [_row(one, _("交办"), today) for one in _soonest(nobodys)]
    return rows


def _soonest(sources: SourceQuerySet) -> list[Source]:
    """Least() of a date and nothing differs between databases, so each is given the other first."""
    nearest = Least(Coalesce("verify_due_on", "reply_due_on"), Coalesce("reply_due_on", "verify_due_on"))
    return list(sources.order_by(F("nearest").asc(nulls_last=True), "pk").annotate(nearest=nearest)[:SHOWN])


def _verb(source: Source) -> str:
    if source.is_machines and source.cleared_on is None:
        return _("审核设备记录")
    if source.is_lead and not source.decision:
        return _("核查")
    return _("答复") if source.reply_due_on and not source.replied_on else _("办结")


def _row(source: Source, verb: str, today: date) -> WorkRow:
    url = reverse("inspections:source", args=[source.pk])
    return _work(str(source), source.title, url, verb, due_of_source(source, today))


def _work(number: str, title: str, url: str, verb: str, due: Due | None) -> WorkRow:
    return WorkRow(
        number=number,
        title=title,
        party="",
        url=url,
        verb=verb,
        verb_url=url,
        due=due,
        waiting_for="",
        since_days=0,
    )


def _unanswered(officer: Officer, today: date) -> list[Forwarding]:
    late = Forwarding.objects.filter(source__handler=officer, source__closed_on=None, replied_on=None)
    return list(late.filter(reply_due_on__lt=today).select_related("source").order_by("reply_due_on", "pk")[:SHOWN])


def _late(sent: Forwarding, today: date) -> WorkRow:
    url = reverse("inspections:source", args=[sent.source_id])
    return _work(str(sent.source), str(sent), url, _("催回复"), due_by(sent.reply_due_on, today, _("回复")))


def machine_errands(officer: Officer, today: date) -> list[WorkRow]:
    """One line for all records of the own unit that wait; a device without its legal review for the reviewers."""
    rows: list[WorkRow] = []
    if officer.holds(Role.OFFICER, Role.TEAM_HEAD):
        waiting = Candidate.objects.filter(reviewed_on=None, source__department=officer.department_id)
        if first := waiting.order_by("review_due_on").values_list("review_due_on", flat=True).first():
            title = _("待审核的设备记录 %(count)d 条") % {"count": waiting.count()}
            url = reverse("inspections:sources") + "?list=review"
            rows.append(_work(_("设备记录"), title, url, _("审核设备记录"), due_by(first, today, _("审核"))))
    if officer.holds(Role.LEGAL_REVIEWER):
        for one in Equipment.objects.filter(legal_on=None).order_by("pk")[:SHOWN]:
            url = reverse("inspections:equipment", args=[one.pk])
            rows.append(_work(one.number, str(one), url, _("设备法制审核"), None))
    return rows
