"""Which registers are kept about people, vehicles and counsel, who sees each, and who writes in it?"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Count, Model
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from officers import house_forms as forms
from officers.listing import SHOWN, Line, Link, Table
from officers.models import (
    CounselContract,
    EquipmentCheck,
    Leave,
    Officer,
    QualificationExam,
    RoleGrant,
    Training,
    Vehicle,
    VehicleTrip,
)
from officers.roles import Role
from officers.training_due import written

Text = str | Promise
HEADS = frozenset({Role.ADMINISTRATOR, Role.BUREAU_HEAD})
LEADERS = HEADS | {Role.TEAM_HEAD}
FIELD = LEADERS | {Role.OFFICER}
COUNSELLED = HEADS | {Role.LEGAL_REVIEWER, Role.LEGAL_COUNSEL}
KEEPERS = frozenset({Role.ADMINISTRATOR})
MAY_BE_CALLED: frozenset[Role] = FIELD | COUNSELLED | {Role.KEEPER}


@dataclass(frozen=True)
class Change:
    """A form about a row that is there; offered() says for which rows."""

    title: Text
    form: type[forms.RowForm]
    roles: frozenset[Role]
    offered: Callable[[Any], bool] = lambda row: True


@dataclass(frozen=True)
class Register:
    title: Text
    lead: Text
    model: type[Model]
    seen_by: frozenset[Role]
    table: Callable[[Officer, date], Table]
    add: Change
    changes: dict[str, Change] = field(default_factory=dict)
    beside: tuple[tuple[Text, str, frozenset[Role]], ...] = ()
    """Pages of other apps that belong to it: title, name of the address, who may open it."""


def acts_on(key: str, row: Any, officer: Officer) -> tuple[Link, ...]:
    changes = REGISTERS[key].changes.items()
    return tuple(
        Link(change.title, reverse("officers:house-change", args=[key, row.pk, name]))
        for name, change in changes
        if officer.holds(*change.roles) and change.offered(row)
    )


def span(first: date, last: date) -> str:
    return f"{date_format(first)} – {date_format(last)}"


def _yes(value: bool, yes: str, no: str) -> str:
    return yes if value else no


def _trainings(officer: Officer, today: date) -> Table:
    rows = Training.objects.annotate(people=Count("attendees"))[:SHOWN]
    headings = (_("培训内容"), _("种类"), _("结束日期"), _("学时"), _("参加人数"), _("举办单位"))
    lines = [
        Line(
            (one.topic, one.get_kind_display(), one.held_on, written(one.hours), one.people, one.organiser),
            acts=acts_on("trainings", one, officer),
        )
        for one in rows
    ]
    return Table(headings, lines, _("还没有登记培训。"))


def _exams(officer: Officer, today: date) -> Table:
    rows = QualificationExam.objects.select_related("officer")[:SHOWN]
    headings = (_("应考人员"), _("考试名称"), _("考试日期"), _("成绩"), _("结果"))
    lines = [
        Line((one.officer.name, one.title, one.held_on, one.score, _yes(one.passed, _("合格"), _("不合格"))))
        for one in rows
    ]
    return Table(headings, lines, _("还没有登记考试。"))


def _leave(officer: Officer, today: date) -> Table:
    rows = Leave.objects.select_related("officer__department")[:SHOWN]
    stands_in = _substitutes()
    headings = (_("人员"), _("部门"), _("种类"), _("起止"), _("代理人"), _("备注"))
    lines = [
        Line(
            (
                one.officer.name,
                one.officer.department,
                one.get_kind_display(),
                span(one.since, one.until),
                "、".join(grant.officer.name for grant in stands_in if _is_for(grant, one)),
                one.note,
            ),
            acts=acts_on("leave", one, officer),
        )
        for one in rows
    ]
    return Table(headings, lines, _("没有登记休假。"))


def _is_for(grant: RoleGrant, leave: Leave) -> bool:
    """Does the substitution fall into this leave?"""
    within = grant.granted_on <= leave.until and grant.ended_on is not None and leave.since < grant.ended_on
    return grant.acts_for_id == leave.officer_id and within


def _substitutes() -> list[RoleGrant]:
    return list(RoleGrant.objects.exclude(acts_for=None).select_related("officer").order_by("-granted_on")[:SHOWN])


def _contracts(officer: Officer, today: date) -> Table:
    headings = (_("律师事务所"), _("律师"), _("合同编号"), _("合同期"), _("今天"))
    lines = [
        Line(
            (
                one.firm,
                one.lawyer,
                one.number,
                span(one.begins, one.ends),
                _yes(one.covers(today), _("在合同期内"), _("不在合同期内")),
            ),
            acts=acts_on("counsel", one, officer),
        )
        for one in CounselContract.objects.all()[:SHOWN]
    ]
    return Table(headings, lines, _("还没有登记法律顾问合同。"))


def _vehicles(officer: Officer, today: date) -> Table:
    headings = (_("车牌号"), _("使用单位"), _("年检有效期至"), _("保险有效期至"), _("今天"))
    lines = [
        Line(
            (
                f"{one.plate} {one.model}".strip(),
                one.unit,
                one.inspected_until,
                one.insured_until,
                vehicle_standing(one, today),
            ),
            acts=acts_on("vehicles", one, officer),
        )
        for one in Vehicle.objects.select_related("unit")[:SHOWN]
    ]
    return Table(headings, lines, _("还没有登记执法车辆。"))


def vehicle_standing(vehicle: Vehicle, today: date) -> str:
    """May it go out today, and if not, every reason."""
    faults = [
        said
        for said, holds in (
            (_("已停用"), vehicle.retired_on is not None and vehicle.retired_on <= today),
            (_("年检已过期"), vehicle.inspected_until < today),
            (_("保险已过期"), vehicle.insured_until < today),
        )
        if holds
    ]
    return _("、").join(faults) or _("可以使用")


def _trips(officer: Officer, today: date) -> Table:
    rows = VehicleTrip.objects.select_related("vehicle", "driver")[:SHOWN]
    headings = (_("车辆"), _("出车日期"), _("驾驶人"), _("用途"), _("里程"))
    lines = [
        Line((one.vehicle, one.on, one.driver.name, one.purpose, _metre(one)), acts=acts_on("trips", one, officer))
        for one in rows
    ]
    return Table(headings, lines, _("还没有用车记录。"))


def _metre(trip: VehicleTrip) -> str:
    if trip.km_to is None:
        return _("%(from)d 公里出车，还没有收车") % {"from": trip.km_from}
    words = {"from": trip.km_from, "to": trip.km_to, "driven": trip.km_to - trip.km_from}
    return _("%(from)d – %(to)d，共 %(driven)d 公里") % words


def _checks(officer: Officer, today: date) -> Table:
    headings = (_("装备"), _("检查日期"), _("检查人"), _("结果"), _("情况"))
    lines = [
        Line(
            (
                one.vehicle or one.item,
                one.on,
                one.by.name,
                _yes(one.fit, _("可以使用"), _("不能使用")),
                one.finding,
            )
        )
        for one in EquipmentCheck.objects.select_related("vehicle", "by")[:SHOWN]
    ]
    return Table(headings, lines, _("还没有检查记录。"))


REGISTERS: dict[str, Register] = {
    "trainings": Register(
        gettext_lazy("培训"),
        gettext_lazy("岗前培训和在岗培训各多少学时由有日期的规则定。每人还差多少，本人和业务管理员看得到。"),
        Training,
        LEADERS,
        _trainings,
        Change(gettext_lazy("登记培训"), forms.TrainingForm, KEEPERS),
        {"correct": Change(gettext_lazy("更正"), forms.TrainingForm, KEEPERS)},
    ),
    "exams": Register(
        gettext_lazy("执法资格考试"),
        gettext_lazy("每人每次考试一行。"),
        QualificationExam,
        HEADS,
        _exams,
        Change(gettext_lazy("登记考试"), forms.ExamForm, KEEPERS),
    ),
    "leave": Register(
        gettext_lazy("休假和代理"),
        gettext_lazy("休假由业务管理员登记；代理是临时的职务，由安全管理员在人员页登记，到期自动终止。"),
        Leave,
        LEADERS,
        _leave,
        Change(gettext_lazy("登记休假"), forms.LeaveForm, KEEPERS),
        {"back": Change(gettext_lazy("提前返岗"), forms.BackForm, KEEPERS, lambda row: row.until > row.since)},
    ),
    "counsel": Register(
        gettext_lazy("法律顾问"),
        gettext_lazy("法律顾问提供意见，不参加表决。咨询记录另列。"),
        CounselContract,
        COUNSELLED,
        _contracts,
        Change(gettext_lazy("登记合同"), forms.ContractForm, KEEPERS),
        {"correct": Change(gettext_lazy("更正"), forms.ContractForm, KEEPERS)},
        ((gettext_lazy("法律咨询"), "oversight:consultations", COUNSELLED),),
    ),
    "vehicles": Register(
        gettext_lazy("执法车辆"),
        gettext_lazy("年检、保险到期前，业务管理员的待办里有提醒。"),
        Vehicle,
        FIELD,
        _vehicles,
        Change(gettext_lazy("登记车辆"), forms.VehicleForm, KEEPERS),
        {"renew": Change(gettext_lazy("续期或者停用"), forms.RenewForm, KEEPERS)},
    ),
    "trips": Register(
        gettext_lazy("用车记录"),
        gettext_lazy("每次出车一行：谁开、去做什么、里程多少。"),
        VehicleTrip,
        FIELD,
        _trips,
        Change(gettext_lazy("登记出车"), forms.TripForm, FIELD),
        {"return": Change(gettext_lazy("收车"), forms.ReturnForm, FIELD, lambda row: row.km_to is None)},
    ),
    "equipment": Register(
        gettext_lazy("装备检查"),
        gettext_lazy("车辆和其他装备的检查。执法记录仪和采集站在音像记录设备中登记。"),
        EquipmentCheck,
        FIELD | {Role.KEEPER},
        _checks,
        Change(gettext_lazy("登记检查"), forms.CheckForm, FIELD | {Role.KEEPER}),
        beside=((gettext_lazy("音像记录设备"), "recordings:devices", frozenset({Role.KEEPER, Role.ADMINISTRATOR})),),
    ),
}
