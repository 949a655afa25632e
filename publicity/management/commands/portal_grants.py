"""Prints the SQL that limits a database role to what the portal shows: manage.py portal_grants ROLE | psql."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from publicity.grants import BadRoleName, grants


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("role", help="an existing role: small letters, digits, underscores")

    def handle(self, *args: Any, role: str, **options: Any) -> None:
        try:
            self.stdout.write("".join(f"{statement};\n" for statement in grants(role)), ending="")
        except BadRoleName as bad:
            raise CommandError(f"Not a plain role name: {bad}") from None
