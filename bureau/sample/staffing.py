"""What does the sample bureau keep about its people, vehicles, counsel, regulations and services?"""

from datetime import date, timedelta

from bureau.sample.story import Cast
from officers.models import (
    Certificate,
    CounselContract,
    Department,
    EquipmentCheck,
    Leave,
    QualificationExam,
    Training,
    Vehicle,
    VehicleTrip,
)
from oversight.library import Consultation, Regulation, RegulationLink, add_version
from publicity.information import InformationItem, ServiceItem, ServiceMonth

REGULATIONS = (
    (
        "制〔2023〕1号",
        "重大行政执法决定法制审核制度",
        "为规范重大行政执法决定法制审核，制定本制度。",
        "act:case.pass_review",
    ),
    ("制〔2023〕2号", "重大案件集体讨论制度", "重大案件由负责人集体讨论决定。", "act:case.hold_discussion"),
    ("制〔2023〕3号", "行政执法证件管理制度", "未经年度审验的，不得执法。", "guard:handlers_hold_certificates"),
    ("制〔2023〕4号", "执法车辆使用管理制度", "出车登记用途和里程。", ""),
)
SERVICES = (
    ("SY-001", "道路旅客运输经营许可", ServiceItem.Kind.LICENCE, 3),
    ("SY-002", "道路普通货物运输经营许可", ServiceItem.Kind.LICENCE, 21),
    ("SY-003", "机动车维修经营备案", ServiceItem.Kind.OTHER, 9),
)


def staff_and_rules(cast: Cast, today: date) -> None:
    """Small, so that every new page shows something."""
    since = today - timedelta(days=200)
    _people(cast, today, since)
    _vehicles(cast, today)
    contract = CounselContract.objects.create(
        number="GW-001", firm="样例律师事务所", lawyer="林律", begins=since, ends=since + timedelta(days=364)
    )
    _library(cast, contract, since)
    _public(cast, today)


def _people(cast: Cast, today: date, since: date) -> None:
    yearly = Training.objects.create(
        topic="行政处罚法和案卷制作", kind="yearly", held_on=date(today.year, 1, 2), hours=16, organiser="法制股"
    )
    yearly.attendees.set([cast[name] for name in ("李明", "王强", "赵刚", "孙丽", "郑海")])
    QualificationExam.objects.create(
        officer=cast["吴敏"], title="行政执法资格统一考试", held_on=date(2022, 11, 20), score="91", passed=True
    )
    Leave.objects.create(officer=cast["蒋平"], kind="annual", since=today, until=today + timedelta(days=6))
    # The ministry's certificate beside the government's.
    card = Certificate.objects.create(
        officer=cast["李明"],
        kind=Certificate.Kind.ENFORCEMENT,
        series=Certificate.Series.MINISTRY,
        category=Certificate.Category.ROAD,
        area="样例旗",
        number="JT-15059901",
        issued_by="样例自治区交通运输厅",
        valid_from=since,
        valid_until=today + timedelta(days=45),
    )
    for year in range(since.year, today.year + 1):
        card.annual_reviews.create(year=year, reviewed_on=min(max(since, date(year, 1, 15)), today), passed=True)


def _vehicles(cast: Cast, today: date) -> None:
    car = Vehicle.objects.create(
        plate="蒙G0001警",
        model="执法面包车",
        unit=Department.objects.get(name="治超站"),
        inspected_until=today + timedelta(days=25),
        insured_until=today + timedelta(days=200),
    )
    trip = {"driver": cast["王强"], "purpose": "国道巡查"}
    VehicleTrip.objects.create(vehicle=car, on=today - timedelta(days=2), km_from=30120, km_to=30198, **trip)
    VehicleTrip.objects.create(vehicle=car, on=today, km_from=30198, **trip)
    EquipmentCheck.objects.create(vehicle=car, on=today - timedelta(days=2), by=cast["郑海"], fit=True)
    EquipmentCheck.objects.create(
        item="便携式称重仪 CZ-02", on=today, by=cast["施康"], fit=False, finding="电池不能充电，送修。"
    )


def _library(cast: Cast, contract: CounselContract, since: date) -> None:
    keeper = cast["韩雪"]
    for number, title, text, rule in REGULATIONS:
        made = Regulation.objects.create(number=number, title=title)
        add_version(made, text=text, document="", change="", in_force_from=date(2023, 1, 1), by=keeper)
        if rule:
            RegulationLink.objects.create(regulation=made, rule=rule)
    first = Regulation.objects.get(number=REGULATIONS[0][0])
    text = f"{REGULATIONS[0][2]}法律顾问可以列席并提出意见。"
    add_version(first, text=text, document="", change="增加法律顾问列席", in_force_from=since, by=keeper)
    Consultation.objects.create(
        asked_on=since,
        contract=contract,
        regulation=first,
        question="修订后的审核制度是否需要报备？",
        advice="属于内部制度，印发后报送本级司法行政部门备查即可。",
        entered_by=cast["陈静"],
    )


def _public(cast: Cast, today: date) -> None:
    who = cast["秦芳"]
    for title, channel in (("行政检查计划", "government_site"), ("执法人员名录", "disclosure_platform")):
        InformationItem.objects.create(
            title=title, channel=channel, published_on=date(today.year, 1, 1), entered_by=who
        )
    month = date(today.year, 1, 1)
    for code, name, kind, count in SERVICES:
        item = ServiceItem.objects.create(code=code, name=name, kind=kind)
        ServiceMonth.objects.create(
            item=item, month=month, handled=count, on_time=count, rated=count, satisfied=count, loaded_by=who,
            loaded_on=today,
        )  # fmt: skip
