"""Write one paper of a case as PDF: paper CASE FORM --output F.pdf"""

from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser

from documents.lookup import find_case, find_paper
from documents.readback import PaperDiffers
from documents.rendering import CANNOT_PRINT
from documents.services import TamperedPaper, pdf_of


class Command(BaseCommand):
    help = "导出案件的一份文书（PDF）。"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("case", help="案号或案件编号")
        parser.add_argument("form", help="文书代码或名称，如 penalty-decision、行政处罚决定书")
        parser.add_argument("--output", required=True, type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        document = find_paper(find_case(options["case"]), options["form"])
        try:
            options["output"].write_bytes(pdf_of(document))
        except (*CANNOT_PRINT, PaperDiffers, TamperedPaper, OSError) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{document}（{document.status.label}）→ {options['output']}")
