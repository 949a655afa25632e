"""Reads a dock's folder: by its index.csv (设备编号, 工号, 开始时间, 结束时间, 文件), or by the names of its files."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from recordings.models import DockImport
from recordings.roots import BadFile, folder_of
from recordings.tasks import run_import


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", help="absolute, or below one of RECORDINGS_ROOTS")
        parser.add_argument("--device", default="", help="number of the device, for rows that name none")

    def handle(self, *args: Any, folder: str, device: str, **options: Any) -> None:
        try:
            folder_of(folder)
        except BadFile as problem:
            raise CommandError(str(problem)) from None
        now = timezone.now()
        report = run_import(DockImport.objects.create(folder=folder, device=device, asked_at=now, started_at=now))
        if report.problem:
            raise CommandError(report.problem)
        for one in (*report.errors, *report.notes):
            self.stderr.write(f"{one.line or '-'} {one.file}: {one.sentence}")
        self.stdout.write(
            f"Taken: {report.taken}, known: {report.known}, late: {report.late}, "
            f"proposed to cases: {report.proposed}, refused: {len(report.errors)}"
        )
