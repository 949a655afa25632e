"""How fast does the one box find a case among many, next to a plain LIKE over the tables?

python -m benchmarks.search --cases 50000
python -m benchmarks.search --cases 1000000 --postgresql
"""

import argparse
import os
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from benchmarks.installation import begin, machine, milliseconds, table
from tests.servers import postgresql_server

SERVER = "BENCHMARK_DATABASE"
begin(os.environ.get(SERVER, ""))

from django.core.management import call_command  # noqa: E402
from django.db import OperationalError, connection, transaction  # noqa: E402
from django.db.models import Q  # noqa: E402
from django.utils import timezone  # noqa: E402

from bureau.sample.people import hire_everyone  # noqa: E402
from cases.models import Case, Charge, Party  # noqa: E402
from cases.states import State  # noqa: E402
from officers.models import Department, Officer  # noqa: E402
from search.engine import candidates  # noqa: E402
from search.finding import find  # noqa: E402
from search.models import CaseWords  # noqa: E402
from search.tokens import code_words, joined, name_words, number_words, phone_words, plate_words, text_words, wanted  # noqa: E402

CHUNK = 5_000
BASE = 10_000
PATIENCE = 15
"""Seconds; a plain LIKE whose parts do not fit into memory goes on for an hour."""
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎"
GIVEN = "明强丽刚勇敏海涛军静文平红雪兰玉芳佳宏达顺安通远泰和兴隆嘉恒瑞祥鑫旺昌盛金诚信德义仁礼智国民"
FACTS = (
    "执法人员在{place}检查时发现，{name}驾驶{plate}运输{goods}，经称重车货总质量{mass}千克，超过限定质量{over}千克。",
    "{name}未取得道路运输经营许可，使用{plate}在{place}从事{goods}运输，收取运费{mass}元。",
    "{name}所属{plate}运输{goods}时未采取必要措施防止货物脱落、扬撒，在{place}被查获，当事人对事实无异议{over}。",
)
GOODS = ("砂石", "水泥", "煤炭", "玉米", "危险化学品", "钢材", "木材", "牲畜", "建筑垃圾", "面粉")


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--cases", type=int, default=50_000)
    options.add_argument("--rounds", type=int, default=40)
    options.add_argument("--postgresql", action="store_true", help="on a server of its own instead of SQLite")
    given = options.parse_args()
    if given.postgresql and SERVER not in os.environ:
        with postgresql_server() as url:
            return subprocess.run(
                [sys.executable, "-m", "benchmarks.search", *sys.argv[1:]], env=os.environ | {SERVER: url}
            ).returncode
    call_command("migrate", verbosity=0)
    hire_everyone()
    began = time.perf_counter()
    fill(given.cases)
    print(f"Filled in {time.perf_counter() - began:.0f} s.", file=sys.stderr)
    rows = []
    for one in kinds(given.cases):
        rows.append(measured(*one, given.rounds))
        print(rows[-1], file=sys.stderr)
    head = ("what is typed", "clock p50", "p95", "CPU", "index alone, CPU", "LIKE, CPU", "LIKE ÷ ours")
    print(table(head, rows))
    print(f"\n{given.cases:,} cases, {connection.vendor}; {machine()}.")
    return 0


# --- the book -------------------------------------------------------------------------------------
def fill(cases: int) -> None:
    """The first BASE cases one by one; the rest are later cases of the same firms, copied within the database."""
    units = list(Department.objects.filter(handles_cases=True).order_by("pk"))
    is_server = connection.vendor == "postgresql"
    with connection.cursor() as cursor:
        if is_server:
            cursor.execute("DROP INDEX search_casewords_by_word")
            cursor.execute("SET session_replication_role = replica")
        for start in range(0, min(cases, BASE), CHUNK):
            with transaction.atomic():
                _write(range(start, min(start + CHUNK, cases)), units)
        for offset in range(BASE, cases, BASE):
            with transaction.atomic():
                for model in (Case, Party, Charge, CaseWords):
                    cursor.execute(_copied(model, offset))
            print(f"\r{offset + BASE:,}", end="", file=sys.stderr)
        if is_server:
            cursor.execute("SET session_replication_role = DEFAULT")
            cursor.execute(
                "CREATE INDEX search_casewords_by_word ON search_casewords USING gin (string_to_array(words, ' '))"
            )
            cursor.execute("VACUUM")
        cursor.execute("ANALYZE")


def _copied(model: Any, offset: int) -> str:
    """Rows of the base once more, with later ids and, where the number of the case stands, a later number."""
    columns = [field.column for field in model._meta.concrete_fields]
    key = model._meta.pk.column
    old, new = (_serial(f"{key} - 1 + {more}") for more in (0, offset))
    moved = {key, "case_id", "party_id"}
    changed = {
        column: f"{column} + {offset}" if column in moved else f"replace({column}, {old}, {new})"
        for column in columns
        if column in moved or (column in ("number", "words"))
    }
    names = ", ".join(f'"{one}"' for one in columns)
    values = ", ".join(changed.get(one, f'"{one}"') for one in columns)
    return f"INSERT INTO {model._meta.db_table} ({names}) SELECT {values} FROM {model._meta.db_table} WHERE {key} <= {BASE}"


def _serial(number: str) -> str:
    text = f"('00000' || ({number}))"
    return f"right({text}, 6)" if connection.vendor == "postgresql" else f"substr({text}, -6)"


def any_case(number: int) -> dict[str, Any]:
    """What is true of any case: of a copied one all but its number is as in the base."""
    one = about(number % BASE)
    return one | {"number": one["number"].replace(f"{number % BASE:06}", f"{number:06}")}


def _write(numbers: range, units: list[Department]) -> None:
    facts = [about(number) for number in numbers]
    made = Case.objects.bulk_create(_case(one, units) for one in facts)
    pairs = list(zip(made, facts, strict=True))
    parties = Party.objects.bulk_create(
        Party(
            case=case,
            kind="organisation",
            name=one["name"],
            uscc=one["code"],
            representative=one["head"],
            phone=one["phone"],
            address="样例旗样例镇",
        )
        for case, one in pairs
    )
    Charge.objects.bulk_create(
        Charge(
            case=case,
            party=party,
            violation_code="CX-001",
            conduct_on=one["on"],
            facts=one["facts"],
            plate=one["plate"],
        )
        for (case, one), party in zip(pairs, parties, strict=True)
    )
    CaseWords.objects.bulk_create(CaseWords(case_id=case.pk, words=words(one)) for case, one in pairs)


def about(number: int) -> dict[str, Any]:
    """What is true of the case of this number: the same on every run."""
    chance = random.Random(number)
    on = date(2026, 11, 1) - timedelta(days=chance.randint(0, 3650))
    name = "样例" + "".join(chance.choices(GIVEN, k=3)) + "运输有限公司"
    plate = f"蒙{chance.choice('ABCDEFGH')}{chance.randint(0, 99999):05}"
    place = f"G{chance.randint(100, 400)}线K{chance.randint(1, 999)}+{chance.randint(0, 9)}00"
    told = {
        "name": name,
        "plate": plate,
        "place": place,
        "goods": chance.choice(GOODS),
        "mass": chance.randint(30000, 90000),
        "over": chance.randint(1000, 40000),
    }
    return told | {
        "on": on,
        "number": f"蒙样交执〔{on.year}〕{number:06}号",
        "head": chance.choice(SURNAMES) + "".join(chance.choices(GIVEN, k=chance.randint(1, 2))),
        "code": f"91{number:013}MAX",
        "phone": f"138{chance.randint(0, 99999999):08}",
        "facts": chance.choice(FACTS).format(**told),
    }


def _case(one: dict[str, Any], units: list[Department]) -> Case:
    return Case(
        state=State.ARCHIVED,
        number=one["number"],
        cause=f"{one['name']}涉嫌违法运输{one['goods']}",
        source="inspection",
        received_at=timezone.now(),
        occurred_on=one["on"],
        place=one["place"],
        summary=one["facts"],
        department=units[int(one["code"][-4]) % len(units)],
        registered_on=one["on"],
        filed_on=one["on"],
        closed_on=one["on"] + timedelta(days=60),
        round=1,
    )


def words(one: dict[str, Any]) -> str:
    """As search.upkeep makes them, without asking for the rows that were just written."""
    cause = f"{one['name']}涉嫌违法运输{one['goods']}"
    texts: Iterator[list[str]] = (text_words(text) for text in (cause, one["place"], one["facts"]))
    return joined(
        [
            number_words(one["number"]),
            *texts,
            name_words(one["name"]),
            name_words(one["head"]),
            code_words(one["code"]),
            phone_words(one["phone"]),
            plate_words(one["plate"]),
        ]
    )


# --- the questions ---------------------------------------------------------------------------------
Ask = Callable[[dict[str, Any]], str]


def kinds(cases: int) -> list[tuple[str, Ask, int]]:
    return [
        ("whole case number", lambda one: one["number"], cases),
        ("year and serial", lambda one: f"{one['on'].year} {one['number'][-7:-1].lstrip('0') or '10'}", cases),
        ("firm, in part", lambda one: one["name"][2:7], cases),
        ("person's name", lambda one: one["head"], cases),
        (
            "five letters in pinyin",
            lambda one: next(w for w in name_words(one["name"][2:7]) if w.isascii() and len(w) == 5),
            cases,
        ),
        ("two letters in pinyin", lambda one: next(w for w in name_words(one["head"]) if w.isascii()), cases),
        ("plate", lambda one: one["plate"], cases),
        ("end of a plate", lambda one: one["plate"][-4:], cases),
        ("credit code", lambda one: one["code"], cases),
        ("telephone", lambda one: one["phone"], cases),
        ("place and goods", lambda one: f"{one['place']} {one['goods']}", cases),
        ("a word of every third case", lambda one: "超过限定质量", cases),
        ("a word of every case", lambda one: "有限公司", cases),
        ("what is nowhere", lambda one: "龘靐物流", cases),
    ]


def measured(title: str, ask: Ask, cases: int, rounds: int) -> tuple[str, ...]:
    chance = random.Random(title)
    officers = [Officer.objects.get(name=name) for name in ("卫国", "赵刚")]
    asked = [ask(any_case(chance.randrange(cases))) for _ in range(rounds)]
    worked = cpu()
    ours = [timed(lambda q=q, at=at: find(officers[at % 2], q)) for at, q in enumerate(asked)]
    worked = (cpu() - worked) / rounds
    index = cpu()
    for query in asked:
        candidates(wanted(query).words)
    index = (cpu() - index) / rounds
    plain = cpu()
    ended = [ends(lambda q=q: like(officers[0], q)) for q in asked[:2]]
    plain, over = (cpu() - plain) / 2, "" if all(ended) else "over "
    half, most = milliseconds(ours)
    return (
        f"{title} ({asked[0]})",
        f"{half:.0f} ms",
        f"{most:.0f} ms",
        f"{worked * 1000:.1f} ms",
        f"{index * 1000:.1f} ms",
        f"{over}{plain * 1000:,.0f} ms",
        f"{over}×{plain / worked:,.1f}",
    )


def ends(work: Callable[[], Any]) -> bool:
    """Whether it is done within PATIENCE; the server is told to give up after that."""
    if connection.vendor != "postgresql":
        work()
        return True
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"SET LOCAL statement_timeout = '{PATIENCE}s'")
            work()
    except OperationalError:
        return False
    return True


def cpu() -> float:
    """Seconds of CPU that this process and its database have worked: on a shared machine the clock says little."""
    return time.process_time() + (_of_the_server() if connection.vendor == "postgresql" else 0)


def _of_the_server() -> float:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (pid,) = cursor.fetchone()
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def timed(work: Callable[[], Any]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def like(officer: Officer, query: str) -> list[Case]:
    """What the list of cases did before: every word somewhere in the tables, the newest twenty."""
    found = Case.objects.visible_to(officer)
    for word in query.split():
        parties = Party.objects.filter(
            Q(name__icontains=word) | Q(representative__icontains=word) | Q(uscc=word) | Q(phone__icontains=word)
        )
        charges = Charge.objects.filter(Q(plate__icontains=word) | Q(facts__icontains=word))
        found = found.filter(
            Q(number__icontains=word)
            | Q(cause__icontains=word)
            | Q(place__icontains=word)
            | Q(pk__in=parties.values("case"))
            | Q(pk__in=charges.values("case"))
        )
    return list(found.order_by("-pk")[:20])


if __name__ == "__main__":
    sys.exit(main())
