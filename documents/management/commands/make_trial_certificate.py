"""Give an installation for trying things out a certificate of its own making: make_trial_certificate"""

from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError
from django.utils import timezone

from documents.certificates import make_trial_certificate
from officers.models import Bureau


class Command(BaseCommand):
    help = "为试用的单位生成自签的签名证书（不能用于正式文书）。"

    def handle(self, *args: Any, **options: Any) -> None:
        if not (settings.EMBEDDED or settings.DEBUG):
            raise CommandError(
                "自签证书不能用于正式文书：用 SIGNING_PKCS12 或者 SIGNING_PKCS11_MODULE 指明本机关的证书。"
            )
        bureau = Bureau.objects.first()
        made = make_trial_certificate(settings.SIGNING_DIR, bureau.name if bureau else "试用单位", now=timezone.now())
        self.stdout.write("试用证书已生成，重新启动后生效。" if made else "试用证书已经有了。")
