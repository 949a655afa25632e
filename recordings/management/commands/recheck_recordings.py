"""Reads every recording again where it lies and names those that vanished or changed since they were taken."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from recordings.rechecking import recheck


class Command(BaseCommand):
    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        found = 0
        for one in recheck(timezone.now()):
            found += 1
            self.stdout.write(f"{one.recording.path}: {one.finding} ({one.recording.sha256})")
        if found:
            raise CommandError(f"Not as they were taken: {found}")
        self.stdout.write("Every recording is as it was taken.")
