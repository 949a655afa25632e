"""Which things does the authority hold by force, on what ground, until when, and where are they?"""

from datetime import date, datetime, timedelta
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.formats import date_format
from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.coercion import HOLDING, NEVER_HELD, OVER, UNSETTLED, Fate, MeasureState
from cases.models.evidence import Evidence, Inquiry
from cases.models.party import Party
from cases.objects import LegalObject, about_of
from cases.procedure.coercion import Imposing
from cases.procedure.coercion_ends import Ending
from cases.procedure.coercion_holds import Holding
from law.terms import term_rule
from officers.state_field import StateField

REPORT, HOLD = "measure_report", "seizure"


class CoerciveMeasure(Imposing, Holding, Ending, LegalObject):
    """One measure against one party: 查封、扣押、暂扣车辆 (行政强制法 16–28)."""

    slug = "measure"
    relation = "measures"
    ended = frozenset(OVER)

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="measures")
    party = models.ForeignKey(Party, models.PROTECT, related_name="measures")
    state = StateField(default=MeasureState.PROPOSED, choices=MeasureState.choices, db_index=True)
    authority = models.CharField(max_length=40)
    """Its row in law/data/measures.toml."""
    title = models.CharField(max_length=40)
    manner = models.CharField(max_length=10)
    basis = models.CharField(max_length=120)
    reason = models.TextField(gettext_lazy("采取措施的事实和理由"))
    relation_to_conduct = models.CharField(gettext_lazy("财物与违法行为的关系"), max_length=200)
    follows = models.CharField(gettext_lazy("转自"), max_length=120, blank=True)
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    proposed_on = models.DateField()
    urgent = models.BooleanField(default=False)
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    approved_at = models.DateTimeField(null=True, blank=True)
    approval_opinion = models.TextField(blank=True)
    carried_out_at = models.DateTimeField(null=True, blank=True)
    scene = models.ForeignKey(Inquiry, models.PROTECT, related_name="measures", null=True, blank=True)
    second_officer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True
    )
    witness = models.CharField(max_length=60, blank=True)
    heard = models.TextField(blank=True)
    handed_to = models.CharField(max_length=60, blank=True)
    reported_at = models.DateTimeField(null=True, blank=True)
    late_reason = models.CharField(max_length=200, blank=True)
    place = models.CharField(max_length=120, blank=True)
    keeper = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    ground = models.PositiveSmallIntegerField(null=True, blank=True)
    """Which of the five of 行政强制法 28.1 released it."""
    release_reason = models.TextField(blank=True)
    released_on = models.DateField(null=True, blank=True)
    returned_on = models.DateField(null=True, blank=True)
    returned_to = models.CharField(max_length=60, blank=True)
    return_note = models.CharField(max_length=200, blank=True)
    handed_along_to = models.CharField(max_length=120, blank=True)
    receipt = models.CharField(max_length=120, blank=True)

    class Meta:
        verbose_name = gettext_lazy("强制措施")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(state__in=MeasureState.values),
                name="a_measure_is_in_a_known_state",
                violation_error_message=gettext_lazy("强制措施的状态不在法定程序之内。"),
            ),
            models.CheckConstraint(
                condition=Q(carried_out_at=None)
                | Q(urgent=True)
                | (Q(approved_by__isnull=False) & Q(carried_out_at__gte=F("approved_at"))),
                name="a_measure_is_approved_before_it_is_carried_out",
                violation_error_message=gettext_lazy("实施强制措施前须经负责人批准（行政强制法第十八条）。"),
            ),
            models.CheckConstraint(
                condition=Q(state__in=NEVER_HELD) | Q(carried_out_at__isnull=False),
                name="a_hold_has_its_moment",
                violation_error_message=gettext_lazy("已实施的强制措施必须有实施时间。"),
            ),
            models.CheckConstraint(
                condition=~Q(state=MeasureState.IN_FORCE) | Q(approved_by__isnull=False),
                name="a_measure_in_force_is_approved",
                violation_error_message=gettext_lazy(
                    "未经负责人批准或者补批，强制措施不能继续（行政强制法第十九条）。"
                ),
            ),
            models.CheckConstraint(
                condition=Q(reported_at=None) | Q(reported_at__gte=F("carried_out_at")),
                name="a_measure_is_reported_after_it_is_carried_out",
                violation_error_message=gettext_lazy("报告时间早于实施时间。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} {self.party}"

    @property
    def heading(self) -> str:
        return f"{self.title}：{_('、').join(one.name for one in self.things.all())}"

    @property
    def holds(self) -> bool:
        return self.state in HOLDING

    def still_held(self) -> "list[Thing]":
        return [one for one in self.things.all() if one.fate == Fate.HELD]

    def unsettled(self) -> "list[Thing]":
        return [one for one in self.things.all() if one.fate in UNSETTLED]

    def terms_of(self, key: str) -> list[Any]:
        """Its own terms of a kind, oldest first, out of the case's rows."""
        mine = [one for one in self.case.terms.all() if one.about == about_of(self) and one.key == key]
        return sorted(mine, key=lambda one: one.pk)

    @property
    def hold(self) -> Any | None:
        """The term of the hold, running or ended; None before it is carried out."""
        return next(iter(self.terms_of(HOLD)), None)

    @property
    def report_due_at(self) -> datetime | None:
        """Twenty-four hours by the clock, through nights and holidays (行政强制法 19)."""
        if not (self.urgent and self.carried_out_at):
            return None
        hours = term_rule(REPORT, localdate(self.carried_out_at)).length
        return self.carried_out_at + timedelta(hours=hours)

    def late_by(self, moment: datetime | None) -> timedelta:
        """By how much a report at this moment is late; nothing when it is in time."""
        due = self.report_due_at
        return max(moment - due, timedelta()) if moment and due else timedelta()

    def told(self) -> list[tuple[str, str]]:
        # A page is read today; what it says about days left is of today.
        return told(self, localdate())


class Thing(models.Model):
    """One place, facility or object on the inventory, and what has become of it."""

    measure = models.ForeignKey(CoerciveMeasure, models.PROTECT, related_name="things")
    kind = models.CharField(max_length=10)
    name = models.CharField(max_length=120)
    specification = models.CharField(max_length=60, blank=True)
    quantity = models.CharField(max_length=20)
    condition = models.CharField(max_length=120, blank=True)
    photos = models.ManyToManyField(Evidence, related_name="things", blank=True)
    fate = models.CharField(max_length=12, choices=Fate.choices, default=Fate.HELD)
    fate_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(fate=Fate.HELD, fate_on=None) | (~Q(fate=Fate.HELD) & Q(fate_on__isnull=False)),
                name="the_fate_of_a_thing_has_its_day",
                violation_error_message=gettext_lazy("财物的去向必须有日期。"),
            )
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.quantity}"


class MeasureTest(models.Model):
    """A period of testing, told to the party beforehand; its days do not count towards the hold (行政强制法 25.3)."""

    measure = models.ForeignKey(CoerciveMeasure, models.PROTECT, related_name="tests")
    purpose = models.CharField(max_length=60)
    institution = models.CharField(max_length=120)
    first = models.DateField()
    last = models.DateField()
    announced_on = models.DateField()
    exclusion = models.OneToOneField("cases.TermExclusion", models.PROTECT, related_name="test")
    ended_on = models.DateField(null=True, blank=True)
    result = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(last__gte=F("first")) & Q(first__gte=F("announced_on")),
                name="a_test_is_announced_before_it_begins",
                violation_error_message=gettext_lazy("检测期间应当明确并事先书面告知当事人（行政强制法第二十五条）。"),
            )
        ]

    def __str__(self) -> str:
        return f"{self.purpose} {self.first}…{self.last}"

    @property
    def party(self) -> Party:
        return self.measure.party


def told(measure: CoerciveMeasure, today: date) -> list[tuple[str, str]]:
    """What the box of a measure says: things, keeper, place, days left."""
    return [
        (_("期限"), _days_left(measure, today)),
        (_("紧急情况报告"), _report(measure)),
        (_("财物"), _("；").join(_thing(one) for one in measure.things.all())),
        (_("存放地点"), measure.place),
        (_("保管人"), measure.keeper.name if measure.keeper else ""),
        (_("当事人"), measure.party.name),
        (_("理由"), measure.reason),
        (_("实施时间"), _moment(measure.carried_out_at)),
        (_("批准"), measure.approved_by.name if measure.approved_by else ""),
        (_("检测期间"), _("；").join(_test(one) for one in measure.tests.all())),
        (_("解除理由"), measure.release_reason),
        (_("退还"), _returned(measure)),
        (_("随案移送"), measure.handed_along_to),
    ]


def _days_left(measure: CoerciveMeasure, today: date) -> str:
    hold = measure.hold
    if hold is None or measure.has_ended:
        return ""
    due = date_format(hold.due_on)
    if measure.state == MeasureState.LAPSED or (measure.holds and hold.ended_on is None and today > hold.due_on):
        return _("已于 %(due)s 届满，没有处理决定，扣押失去效力，必须立即退还") % {"due": due}
    if not measure.holds or hold.ended_on is not None:
        return ""
    left = (hold.due_on - today).days
    if left == 0:
        return _("今天（%(due)s）届满") % {"due": due}
    return _("%(due)s 届满，还剩 %(left)d 日") % {"due": due, "left": left}


def _report(measure: CoerciveMeasure) -> str:
    due = measure.report_due_at
    if due is None:
        return ""
    if measure.reported_at is None:
        return _("须在 %(due)s 前向负责人报告") % {"due": _moment(due)}
    late = measure.late_by(measure.reported_at)
    said = _moment(measure.reported_at)
    return _("%(said)s 报告，超过 24 小时期限 %(late)s") % {"said": said, "late": clock_words(late)} if late else said


def clock_words(span: timedelta) -> str:
    """1 小时 5 分."""
    hours, minutes = divmod(-(-span // timedelta(minutes=1)), 60)
    return _("%(hours)d 小时 %(minutes)d 分") % {"hours": hours, "minutes": minutes}


def _thing(thing: Thing) -> str:
    parts = [str(thing), thing.get_fate_display()]
    if count := len(thing.photos.all()):
        parts.append(_("照片 %(count)d 张") % {"count": count})
    return _("，").join(parts)


def _test(test: MeasureTest) -> str:
    return _("%(first)s 至 %(last)s %(purpose)s（不计入扣押期限）") % {
        "first": date_format(test.first),
        "last": date_format(test.exclusion.last),
        "purpose": test.purpose,
    }


def _returned(measure: CoerciveMeasure) -> str:
    if measure.returned_on is None:
        return ""
    return _("%(on)s 退还%(to)s") % {"on": date_format(measure.returned_on), "to": measure.returned_to}


def _moment(moment: datetime | None) -> str:
    return f"{localtime(moment):%Y-%m-%d %H:%M}" if moment else ""
