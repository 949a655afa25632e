"""Take in the plain text of a statute: `manage.py load_statute FILE --title 名称 --in-force 2021-07-15`."""

from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from law.statutes import Changes, Loaded, StatuteError, load_statute


class Command(BaseCommand):
    help = "Read a statute (UTF-8 text with 第…条) into dated articles; says what changed since the version before."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--title", required=True, help="full title, without 《》")
        parser.add_argument("--in-force", required=True, type=date.fromisoformat, help="first day, YYYY-MM-DD")
        parser.add_argument("--until", type=date.fromisoformat, help="last day, YYYY-MM-DD")
        parser.add_argument("--short", default="", help="key used in citations; found by the title if left out")
        parser.add_argument("--version-label", default="", help="such as 2021年修订")
        parser.add_argument("--source", default="", help="where the text comes from")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            loaded = load_statute(
                options["file"].read_bytes(),
                title=options["title"].strip("《》"),
                in_force_from=options["in_force"],
                in_force_until=options["until"],
                short=options["short"],
                version_label=options["version_label"],
                source=options["source"],
            )
        except (OSError, StatuteError) as reason:
            raise CommandError(str(reason)) from reason
        self._report(loaded)

    def _report(self, loaded: Loaded) -> None:
        count = loaded.statute.articles.count()
        if not loaded.is_new:
            self.stdout.write(f"{loaded.statute} 已录入（{count} 条），未作改动。")
            return
        self.stdout.write(self.style.SUCCESS(f"{loaded.statute} 录入 {count} 条，引用简称“{loaded.statute.short}”。"))
        if loaded.previous and loaded.changes:
            self.stdout.write(f"与 {loaded.previous} 相比：")
            self._report_changes(loaded.changes)

    def _report_changes(self, changes: Changes) -> None:
        for label, articles in (("修改", changes.changed), ("新增", changes.added), ("删去", changes.repealed)):
            self.stdout.write(f"  {label} {len(articles)} 条：{'、'.join(articles) or '无'}")
