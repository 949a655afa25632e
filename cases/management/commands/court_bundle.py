"""Write the bundle of a case for the court as ZIP: court_bundle CASE --output F.zip"""

from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from cases.bundle.contents import TamperedEvidence
from cases.bundle.handing_out import MayNotTake, hand_out
from documents.dossier import EmptyDossier, UnknownFileKind
from documents.lookup import find_case
from documents.readback import PaperDiffers
from documents.rendering import CANNOT_PRINT
from documents.services import TamperedPaper
from officers.models import Officer

REFUSED = (EmptyDossier, UnknownFileKind, *CANNOT_PRINT, PaperDiffers, TamperedPaper, TamperedEvidence, OSError)


class Command(BaseCommand):
    help = "制作交法院的案卷包（文书和证据原件、正卷、校验清单、办案记录，ZIP）。"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("case", help="案号或案件编号")
        parser.add_argument("--output", required=True, type=Path)
        parser.add_argument("--officer", required=True, help="取走案卷包的人的工号，记入办案记录")
        parser.add_argument("--purpose", default="向人民法院提交案卷", help="用途，记入办案记录")
        parser.add_argument("--with-supplementary", action="store_true", help="连同副卷，限执法部门负责人")

    def handle(self, *args: Any, **options: Any) -> None:
        case = find_case(options["case"])
        officer = Officer.objects.filter(staff_number=options["officer"], is_active=True).first()
        if officer is None:
            raise CommandError(f"没有工号为“{options['officer']}”的在职人员。")
        try:
            bundle = hand_out(
                case.pk,
                officer=officer,
                on=timezone.localdate(),
                purpose=options["purpose"],
                supplementary=options["with_supplementary"],
            )
            with options["output"].open("wb") as target:
                for chunk in bundle.chunks():
                    target.write(chunk)
        except MayNotTake as reason:
            raise CommandError(
                f"{reason}不是本案的办案人员、执法部门负责人或者档案管理员，不能取走案卷包。"
            ) from reason
        except REFUSED as reason:
            raise CommandError(str(reason)) from reason
        self.stdout.write(f"{len(bundle.found)} 个文件 → {options['output']}（清单 {bundle.manifest_sha256}）")
