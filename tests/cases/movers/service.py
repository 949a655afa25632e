"""What an officer lawfully fills in about the service of papers."""

from collections.abc import Iterator
from typing import Any

from django.core.files.base import ContentFile

from bureau.sample.story import at
from cases import serving
from tests.cases.moves import Table, Try, moves

HOW = {"manner": "direct", "place": "样例旗", "receiver": "本人", "receiver_relation": "本人"}


@moves("serve_paper_on_party")
def serve_other(table: Table) -> Iterator[Try]:
    for paper in serving.served_by_the_way(table.file)[:1]:
        facts = HOW | {"document": paper, "second_server": table.cast["陈军"]}
        yield Try("direct", facts)
        electronic = facts | {"manner": "electronic"}
        yield Try("electronic without a confirmation", electronic, lawful=False)


@moves("record_failed_service")
def fail(table: Table) -> Iterator[Try]:
    for paper in serving.unserved(table.file)[:1]:
        tried = {"attempted_at": at(table.on, 9), "place": "样例旗", "reason": "住所无人。"}
        facts = {"document": paper, "kind": "search", "second_officer": table.cast["陈军"]}
        yield Try("search", facts | tried)


@moves("post_public_notice")
def post(table: Table) -> Iterator[Try]:
    for paper in serving.unserved(table.file):
        notice = {"reason": "下落不明", "summary": "主要内容。", "places": "公告栏"}
        yield Try(f"notice about {paper.pk}", notice | {"document": paper, "posted_on": table.on})


@moves("confirm_service_address")
def confirm(table: Table) -> Iterator[Try]:
    for party in table.file.parties[:1]:
        facts: dict[str, Any] = {
            "party": party,
            "receiver": "本人",
            "receiver_relation": "本人",
            "phone": "13900000001",
        }
        facts |= {"address": "样例旗", "electronic": False, "signed_on": table.on}
        yield Try("signed", facts | {"signed": True})
        yield Try("not signed", facts | {"signed": False}, lawful=False)


@moves("entrust_service")
def entrust(table: Table) -> Iterator[Try]:
    for paper in serving.unserved(table.file)[:1]:
        yield Try("entrusted", {"document": paper, "organ": "样例市交通运输局", "reason": "住所在外地。"})


@moves("add_service_proof")
def prove(table: Table) -> Iterator[Try]:
    for paper in serving.issued_for_service(table.file)[:1]:
        file = {"file": ContentFile(b"%PDF-", "0.pdf"), "sha256": "0" * 64, "size": 5}
        proof = file | {"content_type": "application/pdf"}
        yield Try("receipt", {"document": paper, "title": "邮件回执", "proof": proof})
