"""Is this random draw what its published pool and its revealed nonce make it? For anyone: Python 3.11 and nothing else.

    python3 verify_draw.py FILE [--pool HASH]

FILE is a draw as the portal hands it out (JSON). Everything is reckoned again: the hash of the pool, the supervisor's
commitment, the seed, the drawn objects, their officers, the substitutes. --pool: the hash that you noted from the
portal before the draw. Nothing is written. Exit code 0: it is right; 1: it is not; 2: the file cannot be read.
How a draw goes: docs/decisions/0014.
"""

import argparse
import hashlib
import hmac
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FORMAT = "random-draw/1"
FIELDS = {
    "format", "number", "plan", "state", "commitment", "pool", "pool_sha256", "times", "nonce", "seed", "result",
    "result_sha256", "cancelled", "redraw_of", "substitutions", "digest",
}  # fmt: skip

SAID = {"drawn": "全部一致，结果由抽取池和口令算得。", "cancelled": "已取消，没有结果。", "waiting": "还没有抽取。"}


def written(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def numbers(seed: str, label: str) -> Iterator[int]:
    count = 0
    while True:
        mac = hmac.new(bytes.fromhex(seed), f"{label}/{count}".encode(), hashlib.sha256).digest()
        yield int.from_bytes(mac[:8], "big")
        count += 1


def pick(source: Iterator[int], size: int) -> int:
    """Uniform below size: numbers in the incomplete last round of 2**64 are passed over."""
    rounds = 2**64 // size * size
    return next(number for number in source if number < rounds) % size


def drawn_again(pool: dict[str, Any], seed: str) -> list[dict[str, Any]]:
    found, tasks = [], {one["id"]: 0 for one in pool["inspectors"]}
    for name in pool["classes"]:
        order = sorted(one["id"] for one in pool["objects"] if one["class"] == name)
        listed = len(order) + len([one for one in pool["objects_excluded"] if one["class"] == name])
        wanted = min((listed * pool["permille"][name] + 999) // 1000, len(order))
        source = numbers(seed, f"objects/{name}")
        for place in range(wanted):
            swap = place + pick(source, len(order) - place)
            order[place], order[swap] = order[swap], order[place]
        for target in order[:wanted]:
            team: list[int] = []
            chance = numbers(seed, f"officers/{target}")
            while len(team) < pool["officers_per_object"]:
                may = [one for one in allowed(pool, target) if one not in team]
                may = [one for one in may if tasks[one] == min(tasks[other] for other in may)]
                team.append(may[pick(chance, len(may))])
                tasks[team[-1]] += 1
            found.append({"id": target, "class": name, "officers": team})
    return found


def allowed(pool: dict[str, Any], target: int) -> list[int]:
    return sorted(one["id"] for one in pool["inspectors"] if [target, one["id"]] not in pool["recusals"])


def faults(text: str, noted: str) -> Iterator[str]:
    told = json.loads(text)
    if not isinstance(told, dict) or set(told) != FIELDS or told["format"] != FORMAT:
        yield "不是抽取的导出文件，或者多了、少了栏目"
        return
    if written(told) + "\n" != text:
        yield "文件的写法改动过"
    if sha256(written({name: value for name, value in told.items() if name != "digest"})) != told["digest"]:
        yield "内容与文件末尾的摘要不一致"
    pool = told["pool"]
    if told["pool_sha256"] != (sha256(written(pool)) if pool else ""):
        yield "抽取池与公布的摘要不一致"
    if noted and noted.lower() != told["pool_sha256"]:
        yield "不是你抽取前记下的那个抽取池"
    if pool:
        yield from pool_faults(told, pool)
    if told["state"] == "drawn":
        yield from draw_faults(told, pool)
    elif told["nonce"] or told["seed"] or told["result"] or told["result_sha256"] or told["substitutions"]:
        yield "没有抽取，却有口令或者结果"
    if told["state"] not in SAID or (told["state"] == "cancelled") != bool(told["cancelled"]):
        yield "是否取消，前后不一"


def pool_faults(told: dict[str, Any], pool: dict[str, Any]) -> Iterator[str]:
    if [pool[name] for name in ("number", "plan", "commitment", "redraw_of")] != [
        told[name] for name in ("number", "plan", "commitment", "redraw_of")
    ]:
        yield "编号、计划、承诺或者重抽的关系与抽取池所载不一致"
    for name in ("objects", "inspectors"):
        inside = [one["id"] for one in pool[name]]
        outside = [one["id"] for one in pool[f"{name}_excluded"]]
        if inside != sorted(set(inside)) or set(inside) & set(outside):
            yield "抽取池中有重复，或者没有按编号排列"
    if any(not one["reason"] for one in [*pool["objects_excluded"], *pool["inspectors_excluded"]]):
        yield "有人或者单位被排除而没有理由"
    if pool["officers_per_object"] < 2:
        yield "检查人员少于两人"
    times = told["times"]
    if not times["committed"] < times["pooled"]:
        yield "口令的承诺不在公布抽取池之前"


def draw_faults(told: dict[str, Any], pool: dict[str, Any]) -> Iterator[str]:
    if sha256(told["nonce"]) != told["commitment"]:
        yield "揭示的口令与事先的承诺不一致"
    if told["times"]["pooled"] >= told["times"]["revealed"] or told["times"]["revealed_on"] < pool["date"]:
        yield "口令在公布抽取池或者抽取日期之前揭示"
    if told["seed"] != sha256("\n".join([told["pool_sha256"], pool["date"], told["nonce"]])):
        yield "种子算得不对"
    result = {"objects": drawn_again(pool, told["seed"])}
    if told["result"] != result:
        yield "抽取结果与重新计算的不一致"
    if told["result_sha256"] != sha256(written(told["result"])):
        yield "抽取结果与其摘要不一致"
    teams = {one["id"]: list(one["officers"]) for one in result["objects"]}
    gone: dict[int, list[int]] = {target: [] for target in teams}
    for one in told["substitutions"]:
        target, team = one["object"], teams.get(one["object"], [])
        if one["out"] not in team or one["number"] != len(gone[target]) + 1 or not one["reason"]:
            yield "替换的不是这一组的人、没有理由，或者次序不对"
            return
        away = {*team, *gone[target], *(each["id"] for each in one["excluded"])}
        may = [each for each in allowed(pool, target) if each not in away]
        if not may or may[pick(numbers(told["seed"], f"substitute/{target}/{one['number']}"), len(may))] != one["in"]:
            yield "替换人员与重新计算的不一致"
            return
        team[team.index(one["out"])] = one["in"]
        gone[target].append(one["out"])


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("file", type=Path)
    asked.add_argument("--pool", default="", help="抽取前从公示网站记下的抽取池摘要")
    given = asked.parse_args()
    try:
        text = given.file.read_bytes().decode()
    except (OSError, UnicodeDecodeError) as error:
        sys.stderr.write(f"读不出来：{error}\n")
        return 2
    try:
        found = list(faults(text, given.pool))
        told = json.loads(text)
    except (ValueError, KeyError, TypeError, IndexError, ZeroDivisionError, AttributeError, RecursionError) as error:
        sys.stdout.write(f"不是完好的抽取文件：{error!r}\n")
        return 1
    if found:
        sys.stdout.write("\n".join([*dict.fromkeys(found), f"发现 {len(set(found))} 处问题。"]) + "\n")
        return 1
    sys.stdout.write(f"第 {told['number']} 次抽取：{SAID[told['state']]}\n")
    sys.stdout.write(f"抽取池 {told['pool_sha256']}\n承诺 {told['commitment']}\n请与公示网站所载核对。\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
