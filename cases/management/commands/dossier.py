"""Write the bound dossier of a case as PDF: dossier CASE [--volume main|secondary] --output F.pdf"""

from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser

from cases.dossier import bind
from cases.models import Case
from documents.dossier import VOLUMES, EmptyDossier, UnknownFileKind
from documents.lookup import find_case
from documents.readback import PaperDiffers
from documents.rendering import CANNOT_PRINT
from documents.services import TamperedPaper


class Command(BaseCommand):
    help = "导出案件的卷宗（封面、目录、文书、备考表，PDF）。"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("case", help="案号或案件编号")
        parser.add_argument(
            "--volume", choices=tuple(VOLUMES), default="", help="只要正卷（main）或者副卷（secondary）"
        )
        parser.add_argument("--output", required=True, type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        case = find_case(options["case"])
        try:
            data = bind(Case.objects.get(pk=case.pk), volume=options["volume"])
            options["output"].write_bytes(data)
        except (EmptyDossier, UnknownFileKind, *CANNOT_PRINT, PaperDiffers, TamperedPaper, OSError) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{len(data):,} 字节 → {options['output']}")
