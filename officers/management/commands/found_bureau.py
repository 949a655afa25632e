"""Begin a real installation: the bureau, its units and the two keepers of accounts and posts."""

import getpass
import os
from argparse import ArgumentParser
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from officers.models import Bureau, Department, Officer
from officers.roles import Role
from officers.services import create_officer, grant_role

KEEPERS = (("system", Role.SYSTEM_ADMIN), ("security", Role.SECURITY_ADMIN))


class Command(BaseCommand):
    help = (
        "Found the bureau: its name and number prefix, its units, and the system and security administrators. "
        "Everything else is entered in the browser. May be repeated to add units."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--name", required=True, help="full name of the authority, e.g. 样例旗交通运输局")
        parser.add_argument("--prefix", required=True, help="prefix of document numbers, e.g. 蒙样交执")
        parser.add_argument("--unit", action="append", default=[], help="a unit; repeat for each")
        parser.add_argument("--handling-unit", action="append", default=[], help="a unit that handles cases; repeat")
        for key, _role in KEEPERS:
            parser.add_argument(f"--{key}-admin", nargs=2, metavar=("NUMBER", "NAME"))

    def handle(self, *args: Any, **options: Any) -> None:
        with transaction.atomic():
            Bureau.objects.get_or_create(pk=1, defaults={"name": options["name"], "number_prefix": options["prefix"]})
            units = [*((one, False) for one in options["unit"]), *((one, True) for one in options["handling_unit"])]
            for name, handles in units:
                Department.objects.get_or_create(name=name, defaults={"handles_cases": handles})
            for key, role in KEEPERS:
                if appointed := options[f"{key}_admin"]:
                    number, name = appointed
                    self._appoint(number, name, role, key)
        self.stdout.write("The bureau stands. Sign in as the system administrator and enter its people.")

    def _appoint(self, number: str, name: str, role: Role, key: str) -> None:
        home = Department.objects.order_by("pk").first()
        if home is None:
            raise CommandError("Name at least one --unit for the administrators to belong to.")
        if Officer.objects.filter(staff_number=number).exists():
            return
        password = os.environ.get(f"{key.upper()}_ADMIN_PASSWORD") or getpass.getpass(f"Password for {name}: ")
        try:
            validate_password(password)
        except ValidationError as weak:
            raise CommandError(" ".join(weak.messages)) from weak
        officer = create_officer(
            staff_number=number, name=name, department=home, position="", password=password, by=None
        )
        grant_role(officer, role, timezone.localdate())
