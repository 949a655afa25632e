"""Brings the portal's own tables up to date, as the worker does every night."""

from typing import Any

from django.core.management.base import BaseCommand

from publicity.tasks import refresh_portal


class Command(BaseCommand):
    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"Erased because their term is over: {refresh_portal()}")
