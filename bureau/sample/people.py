"""Who works at the sample bureau?"""

from dataclasses import dataclass
from datetime import date

from officers.models import Bureau, Certificate, Department, Officer
from officers.roles import Role
from officers.services import grant_role

PASSWORD = "sample-bureau-2026"
"""Printed in the README; seed_demo refuses to use it in production."""
SINCE = date(2023, 1, 1)


@dataclass(frozen=True)
class Person:
    number: str
    name: str
    unit: str
    position: str
    roles: tuple[Role, ...]
    enforces: bool = False
    legal: bool = False


BUREAU = {
    "name": "样例旗交通运输局",
    "short_name": "样例旗交通局",
    "seal_name": "样例旗交通运输局",
    "division_code": "150599",
    "number_prefix": "蒙样交执",
    "address": "样例旗样例镇交通路1号",
    "postcode": "028399",
    "phone": "0475-0000001",
    "contact": "法制股",
    "supervision_phone": "0475-0000002",
    "bank_name": "样例银行样例旗支行",
    "bank_address": "样例旗样例镇银行街2号",
    "bank_account": "0000 0000 0000 0001",
    "reviewing_government": "样例旗人民政府",
    "court": "样例旗人民法院",
}
UNITS = (
    ("局领导", False),
    ("一中队", True),
    ("二中队", True),
    ("治超站", True),
    ("法制股", False),
    ("办公室", False),
    ("财务股", False),
)
PEOPLE = (
    Person("1001", "李明", "治超站", "执法员", (Role.OFFICER,), enforces=True),
    Person("1002", "王强", "治超站", "执法员", (Role.OFFICER,), enforces=True),
    Person("1003", "赵刚", "一中队", "执法员", (Role.OFFICER,), enforces=True),
    Person("1004", "孙丽", "一中队", "执法员", (Role.OFFICER,), enforces=True),
    Person("1005", "周勇", "二中队", "执法员", (Role.OFFICER,), enforces=True),
    Person("1006", "吴敏", "二中队", "执法员", (Role.OFFICER,), enforces=True),
    Person("2001", "郑海", "治超站", "站长", (Role.TEAM_HEAD,), enforces=True),
    Person("2002", "冯涛", "一中队", "中队长", (Role.TEAM_HEAD,), enforces=True),
    Person("2003", "陈军", "二中队", "中队长", (Role.TEAM_HEAD,), enforces=True),
    Person("3001", "陈静", "法制股", "法制审核员", (Role.LEGAL_REVIEWER,), legal=True),
    Person("3002", "褚文", "法制股", "法制股股长", (Role.HEARING_CHAIR,), legal=True),
    Person("4001", "卫国", "局领导", "局长", (Role.BUREAU_HEAD,)),
    Person("4002", "蒋平", "局领导", "副局长", (Role.BUREAU_HEAD,)),
    Person("4003", "沈红", "局领导", "副局长", (Role.BUREAU_HEAD,)),
    Person("5001", "韩雪", "办公室", "业务管理员", (Role.ADMINISTRATOR,)),
    Person("5002", "杨兰", "财务股", "会计", (Role.FINANCE,)),
    Person("5003", "朱玉", "办公室", "档案员", (Role.ARCHIVIST,)),
    Person("5004", "秦芳", "办公室", "公示员", (Role.PUBLISHER,)),
    Person("5005", "尤佳", "办公室", "公示审核员", (Role.PUBLISHER,)),
    Person("5006", "施康", "办公室", "财物保管员", (Role.KEEPER,)),
    Person("5007", "华章", "办公室", "印章保管员", (Role.SEAL_KEEPER,)),
    Person("5008", "严律", "法制股", "公职律师", (Role.LEGAL_COUNSEL,)),
    Person("9001", "许系", "办公室", "系统管理员", (Role.SYSTEM_ADMIN,)),
    Person("9002", "何安", "办公室", "安全管理员", (Role.SECURITY_ADMIN,)),
    Person("9003", "吕审", "办公室", "审计管理员", (Role.AUDIT_ADMIN,)),
)


def hire_everyone(password: str = PASSWORD) -> dict[str, Officer]:
    """Create the bureau, its units and its people; the answer is by name."""
    Bureau.objects.create(pk=1, **BUREAU)
    units = {name: Department.objects.create(name=name, handles_cases=handles) for name, handles in UNITS}
    return {person.name: hire(person, units[person.unit], password) for person in PEOPLE}


def hire(person: Person, unit: Department, password: str) -> Officer:
    officer = Officer.objects.create_user(
        person.number, person.name, password, department=unit, position=person.position
    )
    for role in person.roles:
        grant_role(officer, role, SINCE)
    if person.enforces:
        _certify(officer, Certificate.Kind.ENFORCEMENT, f"05999{person.number}", date(2028, 12, 31))
    if person.legal:
        _certify(officer, Certificate.Kind.LEGAL, f"A2099{person.number}", None)
    return officer


def _certify(officer: Officer, kind: Certificate.Kind, number: str, until: date | None) -> None:
    certificate = Certificate.objects.create(
        officer=officer,
        kind=kind,
        number=number,
        issued_by="样例自治区人民政府" if kind == Certificate.Kind.ENFORCEMENT else "司法部",
        valid_from=SINCE,
        valid_until=until,
    )
    if kind == Certificate.Kind.ENFORCEMENT:
        for year in (2024, 2025, 2026):
            certificate.annual_reviews.create(year=year, reviewed_on=date(year, 1, 15), passed=True)
