"""Write the whole record out for somebody who checks it without us: export_record FOLDER [--headers-only]"""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from cases.record_export import export


class Command(BaseCommand):
    help = "导出全过程记录、检查点和独立核验程序 verify_record.py，供他人不依赖本系统核验。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, help="要新建的文件夹")
        parser.add_argument("--headers-only", action="store_true", help="只导出不含个人信息的摘要；所记的内容留在机关")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            count = export(options["folder"], payloads=not options["headers_only"])
        except FileExistsError as error:
            raise CommandError(f"{options['folder']} 已经有了，不覆盖。") from error
        except OSError as error:
            raise CommandError(f"写不到 {options['folder']}：{error.strerror}。") from error
        self.stdout.write(f"已导出 {count} 条记录：python3 {options['folder'] / 'verify_record.py'}")
