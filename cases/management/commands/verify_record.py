"""Is the record whole? Names the first bad entry."""

import json
import sys
from argparse import ArgumentParser
from dataclasses import asdict
from itertools import chain, islice
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from cases import verification
from cases.file_verification import WHICH, verify_files
from cases.models import Case, RecordEntry
from cases.record import Finding

TAMPERED = 2
SHOWN = 100


class Command(BaseCommand):
    help = "Verify the hash-chained record of acts against its checkpoints. Exit code 0: whole, 2: tampered with."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--case", help="only this case: its number or id")
        parser.add_argument(
            "--files", choices=WHICH, default="none", help="also read the files that the record names again"
        )
        parser.add_argument("--json", action="store_true", help="print the findings as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        case_id = self._case_id(options["case"]) if options["case"] else None
        found = chain(verification.verify(case_id), verify_files(options["files"], case_id))
        findings = list(islice(found, SHOWN))
        entries = RecordEntry.objects.filter(case_id=case_id).count() if case_id else RecordEntry.objects.count()
        if options["json"]:
            self.stdout.write(json.dumps({"entries": entries, "findings": [asdict(one) for one in findings]}))
        else:
            self._tell(entries, findings)
        if findings:
            sys.exit(TAMPERED)

    def _tell(self, entries: int, findings: list[Finding]) -> None:
        if not findings:
            self.stdout.write(f"{entries} entries: the record is whole.")
            return
        first = findings[0]
        self.stdout.write(f"{entries} entries: first bad entry is {first.gseq} (case {first.case}): {first.problem}")
        for one in findings[1:]:
            self.stdout.write(f"  {one.gseq} (case {one.case}): {one.problem}")

    def _case_id(self, wanted: str) -> int:
        found = Case.objects.filter(number=wanted) or Case.objects.filter(pk=wanted if wanted.isdigit() else 0)
        if not found:
            raise CommandError(f"There is no case {wanted}.")
        return found[0].pk
