"""What must be renewed before it lapses: certificates for their holders, everything for the administrator?"""

from collections.abc import Iterator
from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from cases.screens.dates import Due, due_by
from cases.screens.worklist import WorkRow
from law.certificates import NoCertificateRule, WarningRule, warning_rule
from officers.models import Certificate, CounselContract, Officer, Vehicle
from officers.roles import Role

SHOWN = 50


def renewal_errands(officer: Officer, today: date) -> list[WorkRow]:
    """So many days ahead as law/data/certificates.toml says, the soonest first."""
    try:
        rule = warning_rule(today)
    except NoCertificateRule:
        return []
    is_keeper = officer.holds(Role.ADMINISTRATOR)
    if not (is_keeper or officer.holds(Role.OFFICER, Role.TEAM_HEAD)):
        return []
    found = [*_certificates(officer, rule, today, everybody=is_keeper)]
    if is_keeper:
        found += [*_vehicles(rule, today), *_contracts(rule, today)]
    return sorted(found, key=lambda row: row.due.on if row.due else date.max)[:SHOWN]


def _certificates(officer: Officer, rule: WarningRule, today: date, *, everybody: bool) -> Iterator[WorkRow]:
    cards = Certificate.objects.filter(kind=Certificate.Kind.ENFORCEMENT, officer__is_active=True, replaced_by=None)
    cards = cards if everybody else cards.filter(officer=officer)
    for card in cards.select_related("officer").prefetch_related("annual_reviews", "stops").order_by("pk"):
        last = card.last_day(today)
        if last is None or not today <= last <= today + timedelta(days=rule.days) or not card.is_valid(today):
            continue
        is_end = last == card.valid_until
        url = (
            reverse("officers:person", args=[card.officer_id])
            if everybody
            else reverse("officers:standing", args=[officer.pk])
        )
        title = _("%(name)s的执法证有效期届满") if is_end else _("%(name)s的执法证未经年度审验将失效")
        verb = _("换发证件") if is_end else _("办理年审")
        yield _row(card.number, title % {"name": card.officer.name}, url, verb, last, rule, today)


def _vehicles(rule: WarningRule, today: date) -> Iterator[WorkRow]:
    """Also what is over already: a vehicle out of its inspection must not be driven."""
    last_call = today + timedelta(days=rule.days)
    for one in Vehicle.objects.filter(retired_on=None).order_by("pk"):
        url = reverse("officers:house-change", args=["vehicles", one.pk, "renew"])
        for title, ends in ((_("车辆年检到期"), one.inspected_until), (_("车辆保险到期"), one.insured_until)):
            if ends <= last_call:
                yield _row(one.plate, title, url, _("登记续期"), ends, rule, today)


def _contracts(rule: WarningRule, today: date) -> Iterator[WorkRow]:
    ending = CounselContract.objects.filter(ends__range=(today, today + timedelta(days=rule.days)))
    later = CounselContract.objects.filter(ends__gt=today + timedelta(days=rule.days))
    if later.exists():
        return
    for one in ending.order_by("ends", "pk"):
        url = reverse("officers:house-register", args=["counsel"])
        yield _row(one.number, _("法律顾问合同到期"), url, _("续签合同"), one.ends, rule, today)


def _row(number: str, title: str, url: str, verb: str, ends: date, rule: WarningRule, today: date) -> WorkRow:
    return WorkRow(
        number=number,
        title=title,
        party="",
        url=url,
        verb=verb,
        verb_url=url,
        due=_due(ends, rule, today, title),
        waiting_for="",
        since_days=0,
    )


def _due(ends: date, rule: WarningRule, today: date, title: str) -> Due:
    """Calm at first, marked as soon within the last days."""
    due = due_by(ends, today, title)
    is_near = due.level == "calm" and (ends - today).days <= rule.urgent_days
    return Due(due.label, "soon", due.on, due.term_title) if is_near else due
