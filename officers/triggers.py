"""How is a rule of law held below the application, alike on SQLite and PostgreSQL?"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import StateApps

Step = Callable[[StateApps, BaseDatabaseSchemaEditor], None]


@dataclass(frozen=True)
class Bar:
    """A row that must never be written: SQL that both databases read alike, over NEW and OLD."""

    name: str
    table: str
    event: str
    """INSERT, UPDATE or DELETE"""
    when: str
    message: str


def bars(rules: Iterable[Bar]) -> migrations.RunPython:
    """A migration step that puts up these bars; its reverse takes them down."""
    return migrations.RunPython(*_up_and_down(tuple(rules)))


def _up_and_down(rules: tuple[Bar, ...]) -> tuple[Step, Step]:
    def up(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
        make = _postgresql if editor.connection.vendor == "postgresql" else _sqlite
        for rule in rules:
            for statement in make(rule):
                editor.execute(statement)

    def down(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
        for rule in rules:
            on_table = f" ON {rule.table}" if editor.connection.vendor == "postgresql" else ""
            editor.execute(f"DROP TRIGGER {rule.name}{on_table}")

    return up, down


def _sqlite(rule: Bar) -> list[str]:
    return [
        f"CREATE TRIGGER {rule.name} BEFORE {rule.event} ON {rule.table} WHEN {rule.when} "
        f"BEGIN SELECT RAISE(ABORT, '{rule.message}'); END"
    ]


def _postgresql(rule: Bar) -> list[str]:
    row = "OLD" if rule.event == "DELETE" else "NEW"
    return [
        f"CREATE OR REPLACE FUNCTION {rule.name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF {rule.when} THEN RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', "
        f"MESSAGE = '{rule.message}'; END IF; RETURN {row}; END $$",
        f"CREATE TRIGGER {rule.name} BEFORE {rule.event} ON {rule.table} FOR EACH ROW EXECUTE FUNCTION {rule.name}()",
        # Also while a replica or a restore session role is set: these bars have no back door.
        f"ALTER TABLE {rule.table} ENABLE ALWAYS TRIGGER {rule.name}",
    ]


def with_bars_lifted(*operations: Operation) -> list[Operation]:
    """Operations that change tables on which bars stand, or at which bars look.

    SQLite changes a table by making it anew: it would drop the table's bars without a word and stumble over those
    of other tables that look at it. So they are taken down, and put up again as they were, within the migration.
    """
    kept: list[tuple[str, str]] = []

    def lift(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
        if editor.connection.vendor == "sqlite":
            with editor.connection.cursor() as cursor:
                cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND sql IS NOT NULL")
                kept[:] = cursor.fetchall()
            for name, _sql in kept:
                editor.execute(f"DROP TRIGGER {name}", params=None)

    def restore(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
        for _name, sql in kept:
            editor.execute(sql, params=None)
        kept.clear()

    return [migrations.RunPython(lift, restore), *operations, migrations.RunPython(restore, lift)]
