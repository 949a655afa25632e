"""What would be filled in to have drafts filled again?"""

from collections.abc import Iterator

from tests.cases.moves import Table, Try, moves


@moves("refresh_drafts")
def refresh_drafts(table: Table) -> Iterator[Try]:
    drafts = any(one.state == "draft" for one in table.file.papers)
    yield Try("as the case stands", {}, lawful=drafts)
