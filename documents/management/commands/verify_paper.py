"""Is this file a paper of ours, unchanged, and who signed it? verify_paper FILE

Exit code 0: matches; 2: no paper of ours has these bytes; 3: ours, but voided; 4: ours, but its signature does not hold.
"""

import sys
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser

from documents.checking import Checked, Verdict, check_file, correction_of
from documents.signatures import Examined

UNKNOWN, VOIDED, BAD_SIGNATURE = 2, 3, 4


class Command(BaseCommand):
    help = "核验一份文书文件：是不是本机关出具、是否被改动、签名是否有效。退出码：0 相符，2 不相符，3 已作废，4 签名不成立。"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="PDF 文件")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            data = options["file"].read_bytes()
        except OSError as error:
            raise CommandError(f"读不到文件 {options['file']}：{error.strerror}") from error
        checked = check_file(data)
        for line in (*paper_lines(checked), signature_line(checked.signature)):
            self.stdout.write(line)
        if code := exit_code(checked):
            sys.exit(code)


def paper_lines(checked: Checked) -> list[str]:
    paper = checked.paper
    if paper is None:
        return ["不相符：本机关没有出具过内容完全相同的文书。"]
    lines = [f"文书：{paper.title} {paper.number}".rstrip(), f"出具日期：{paper.issued_on}"]
    if checked.verdict is Verdict.VOIDED:
        lines.append(f"已作废：{paper.voided_on}，不再有效。")
        if checked.successor:
            lines.append(f"另行出具：{checked.successor}")
        return lines
    if correction := correction_of(paper):
        lines.append(f"已补正：{correction}")
    return ["相符：是本机关出具的文书，没有改动。", *lines]


def signature_line(signature: Examined | None) -> str:
    if signature is None:
        return "签名：文件读不出来，看不到能成立的签名。"
    if not signature.signed:
        return "签名：没有数字签名。"
    who = f"{signature.signer}，{signature.signed_at}"
    if not signature.intact:
        return f"签名：不成立，签名之后内容被改动（{who}）。"
    return f"签名：有效（{who}）。" if signature.trusted else f"签名：完整，但证书不是本机关信任的（{who}）。"


def exit_code(checked: Checked) -> int:
    if checked.verdict is Verdict.UNKNOWN:
        return UNKNOWN
    if checked.verdict is Verdict.VOIDED:
        return VOIDED
    if checked.signature is None or (checked.signature.signed and not checked.signature.valid):
        return BAD_SIGNATURE
    return 0
