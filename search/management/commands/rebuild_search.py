"""Make the index of the search anew from the cases: after an upgrade, a restore, or whenever in doubt."""

from typing import Any

from django.core.management.base import BaseCommand

from search.upkeep import rebuild


class Command(BaseCommand):
    help = "Make the index of the search anew from the cases; work may go on meanwhile."

    def handle(self, *args: Any, **options: Any) -> None:
        done = 0
        for done in rebuild():
            if options["verbosity"] > 1:
                self.stdout.write(f"{done}")
        self.stdout.write(f"{done} cases are in the index.")
