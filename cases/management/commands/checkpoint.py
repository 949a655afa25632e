"""Note what the whole record is now, signed, here and outside: checkpoint [--make-key]"""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from cases import checkpoints


class Command(BaseCommand):
    help = "为全过程记录做一个签名的检查点，写到系统外的目录。平时由定时任务每小时做一次。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--make-key", action="store_true", help="生成签名密钥（只在还没有的时候）")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["make_key"]:
            self._make_key()
            return
        try:
            row = checkpoints.take(timezone.now())
        except checkpoints.CheckpointRefused as refused:
            raise CommandError(str(refused)) from refused
        self.stdout.write(row.text if row else "还没有任何记录，没有可做的检查点。")

    def _make_key(self) -> None:
        try:
            checkpoints.make_key(settings.RECORD_KEY_FILE)
        except FileExistsError as error:
            raise CommandError(f"密钥 {settings.RECORD_KEY_FILE} 已经有了，不覆盖。") from error
        except OSError as error:
            raise CommandError(f"密钥写不到 {settings.RECORD_KEY_FILE}：{error.strerror}。") from error
        self.stdout.write(checkpoints.verifier_key())
