"""Every cell of the yearly tables once more, in SQL written by hand from the counting rules; nothing of the product is asked."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from django.db import connection

# 从轻到重, as 沂水县交通运输局 2021 prints it; 其他 counts only where it stands alone.
LIGHT_TO_HEAVY = (
    "other", "warning", "notice_of_criticism", "fine", "confiscate_income", "confiscate_goods", "suspend_licence",
    "downgrade", "revoke", "restrict", "stop", "close", "ban",
)  # fmt: skip
COLUMNS = {
    "warning": ["warning"], "notice_of_criticism": ["notice_of_criticism"], "fine": ["fine"],
    "confiscate": ["confiscate_income", "confiscate_goods"], "suspend_licence": ["suspend_licence"],
    "downgrade": ["downgrade"], "revoke": ["revoke"], "restrict": ["restrict"], "stop": ["stop"],
    "close": ["close", "ban"], "other": ["other"],
}  # fmt: skip
DECIDED = """
FROM cases_decision d JOIN cases_case k ON k.id = d.case_id
WHERE d.decided_on BETWEEN %s AND %s AND (%s = 0 OR k.department_id = %s)
"""
IMPOSED = """
SELECT 1 FROM cases_sanction s JOIN cases_charge c ON c.id = s.charge_id
WHERE c.case_id = d.case_id AND c.party_id = d.party_id AND s.round = d.round AND s.stage = 'decided'
"""
BELOW = f"""EXISTS ({IMPOSED} AND EXISTS (SELECT 1 FROM cases_reckoning r WHERE r.charge_id = c.id AND r.round = s.round
AND r.effect IN ('mitigate', 'may_mitigate') AND r.range_low IS NOT NULL AND s.fine < r.range_low))"""
LIGHTER = f"""EXISTS ({IMPOSED} AND EXISTS (SELECT 1 FROM cases_reckoning r WHERE r.charge_id = c.id AND r.round = s.round
AND r.effect IN ('mitigate', 'may_mitigate', 'may_exempt', 'lighten')))"""
OF_CASE = "JOIN cases_case k ON k.id = t.case_id WHERE (%s = 0 OR k.department_id = %s)"
OF_ENFORCEMENT = (
    "JOIN cases_enforcement e ON e.id = t.enforcement_id "
    "JOIN cases_case k ON k.id = e.case_id WHERE (%s = 0 OR k.department_id = %s)"
)
SET_ASIDE = "t.outcome IN ('changed', 'annulled', 'illegal', 'invalid')"


class Recount:
    """Of one period; unit 0 is the whole bureau."""

    def __init__(self, begins: date, ends: date, unit: int = 0) -> None:
        self.days: list[Any] = [begins, ends]
        self.unit: list[Any] = [unit, unit]
        zone = ZoneInfo("Asia/Shanghai")
        midnights = [datetime.combine(day, time.min, zone) for day in (begins, ends + timedelta(days=1))]
        self.moments: list[Any] = [f"{one.astimezone(ZoneInfo('UTC')):%Y-%m-%d %H:%M:%S}" for one in midnights]

    def one(self, sql: str, values: list[Any]) -> Any:
        with connection.cursor() as cursor:
            cursor.execute(sql, [str(value) if isinstance(value, date) else value for value in values])
            return cursor.fetchone()[0]

    def decided(self, condition: str, *values: Any) -> int:
        return int(self.one(f"SELECT COUNT(*) {DECIDED} AND {condition}", [*self.days, *self.unit, *values]))

    def heaviest(self, kind: str) -> int:
        """Has this kind and none that is heavier."""
        heavier = LIGHT_TO_HEAVY[LIGHT_TO_HEAVY.index(kind) + 1 :]
        having = f"EXISTS ({IMPOSED} AND CAST(s.kinds AS text) LIKE %s)"
        none = " AND ".join(["NOT " + having] * len(heavier)) or "1 = 1"
        return self.decided(
            f"d.kind = 'penalty' AND {having} AND {none}", f'%"{kind}"%', *(f'%"{one}"%' for one in heavier)
        )

    def money(self) -> Decimal:
        amount = f"SELECT COALESCE(SUM(s.fine + s.confiscation), 0) {IMPOSED.replace('SELECT 1 ', '')}"
        total = self.one(
            f"SELECT COALESCE(SUM(({amount})), 0) {DECIDED} AND d.kind = 'penalty'", [*self.days, *self.unit]
        )
        return Decimal(str(total)).quantize(Decimal("0.01"))

    def rows(self, table: str, condition: str, values: list[Any], join: str = OF_CASE) -> int:
        return int(self.one(f"SELECT COUNT(*) FROM {table} t {join} AND {condition}", [*self.unit, *values]))

    def cases(self, condition: str) -> int:
        where = f"(%s = 0 OR department_id = %s) AND {condition}"
        return int(self.one(f"SELECT COUNT(*) FROM cases_case WHERE {where}", [*self.unit, *self.days]))

    def penalties(self) -> dict[str, Any]:
        kinds = {column: sum(self.heaviest(kind) for kind in kinds) for column, kinds in COLUMNS.items()}
        return {
            **kinds,
            "filed": self.cases("filed_on BETWEEN %s AND %s"),
            "closed": self.cases("closed_on BETWEEN %s AND %s AND number IS NOT NULL"),
            "detention": 0,
            "total": self.decided("d.kind = 'penalty'"),
            "money": self.money(),
            "summary": self.decided("d.kind = 'penalty' AND k.procedure = 'summary'"),
            "ordinary": self.decided("d.kind = 'penalty' AND k.procedure = 'ordinary'"),
            "no-penalty": self.decided("d.kind = 'no_penalty'"),
            "mitigated": self.decided(f"d.kind = 'penalty' AND {BELOW}"),
            "lightened": self.decided(f"d.kind = 'penalty' AND {LIGHTER} AND NOT {BELOW}"),
            "reviewed": self.rows(
                "cases_legalreview", "t.outcome <> '' AND t.concluded_on BETWEEN %s AND %s", self.days
            ),
            "review-corrected": self.rows(
                "cases_legalreview",
                "t.outcome IN ('returned', 'corrected') AND t.concluded_on BETWEEN %s AND %s",
                self.days,
            ),
            **self.remedies(),
            "police": self.rows("cases_policetransfer", "t.sent_at >= %s AND t.sent_at < %s", self.moments),
            "police-filed": self.rows(
                "cases_policetransfer",
                "t.state IN ('filed', 'handed_over') AND t.answered_on BETWEEN %s AND %s",
                self.days,
            ),
        }

    def remedies(self) -> dict[str, int]:
        return {
            f"{kind}{suffix}": self.rows("cases_remedy", f"t.kind = '{kind}' AND {condition}", self.days)
            for kind in ("reconsideration", "litigation")
            for suffix, condition in (
                ("", "t.received_on BETWEEN %s AND %s"),
                ("-lost", f"{SET_ASIDE} AND t.effective_on BETWEEN %s AND %s"),
            )
        }

    def executed(self, condition: str) -> int:
        over = "((t.carried_out_at >= %s AND t.carried_out_at < %s) OR (t.carried_out_at IS NULL AND e.state = 'ended' AND e.over_on BETWEEN %s AND %s))"
        return self.rows("cases_ownexecution", f"{condition} AND {over}", [*self.moments, *self.days], OF_ENFORCEMENT)

    def coercion(self) -> dict[str, int]:
        approved = "t.approved_at >= %s AND t.approved_at < %s"
        measures = {
            column: self.rows("cases_coercivemeasure", f"{condition} AND {approved}", self.moments)
            for column, condition in (
                ("seal", "t.manner = 'seal'"),
                ("seize", "t.manner IN ('seize', 'detain')"),
                ("freeze", "t.manner = 'freeze'"),
                ("other-measure", "t.manner NOT IN ('seal', 'seize', 'detain', 'freeze')"),
            )
        }
        cleared = self.rows("cases_clearing", "t.carried_out_at >= %s AND t.carried_out_at < %s", self.moments)
        done = {
            "transfer-deposit": 0,
            "auction": self.executed("t.kind = 'own' AND t.power = 'auction'"),
            "restore": self.executed("t.kind = 'own' AND t.power = 'remove_obstacle'"),
            "other-execution": self.executed("t.kind = 'own' AND t.power NOT IN ('auction', 'remove_obstacle')"),
            "substitute": self.executed("t.kind = 'substitute'") + cleared,
            "court": self.rows("cases_courtapplication", "t.applied_on BETWEEN %s AND %s", self.days, OF_ENFORCEMENT)
            + self.rows("cases_costclaim", "t.applied_on BETWEEN %s AND %s", self.days),
        }
        return {**measures, **done, "total": sum(measures.values()) + sum(done.values())}

    def vehicles(self) -> int:
        """查扣非法营运车辆: each vehicle of a measure under 道路运输条例 62."""
        return int(
            self.one(
                "SELECT COUNT(*) FROM cases_thing h JOIN cases_coercivemeasure t ON t.id = h.measure_id "
                f"{OF_CASE} AND h.kind = 'vehicle' AND t.authority = 'detain-without-permit' "
                "AND t.approved_at >= %s AND t.approved_at < %s",
                [*self.unit, *self.moments],
            )
        )

    def permits(self) -> dict[str, int]:
        said = "SELECT COUNT(*) FROM oversight_permitmatter m JOIN oversight_permitbatch b ON b.id = m.batch_id "
        said += "WHERE b.approved_by_id IS NOT NULL AND "
        return {
            column: int(self.one(f"{said}{condition} BETWEEN %s AND %s", self.days))
            for column, condition in (
                ("applied", "m.applied_on"),
                ("accepted", "m.accepted_on"),
                ("granted", "m.outcome = 'granted' AND m.decided_on"),
                ("refused", "m.outcome = 'refused' AND m.decided_on"),
                ("revoked", "m.revoked_on"),
            )
        }

    def everything(self) -> dict[str, Any]:
        """By "table.column", all that a table of 2022 can count from these rows."""
        tables = {"penalties": self.penalties(), "coercion": self.coercion()}
        if not self.unit[0]:
            tables["permits"] = self.permits()
        tables["work"] = {"closed": tables["penalties"]["closed"], "impounded": self.vehicles()}
        return {f"{table}.{column}": value for table, cells in tables.items() for column, value in cells.items()}
