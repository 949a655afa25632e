"""What would be filled in when an issued paper is wrong in a word, or is to be taken out of use?"""

from collections.abc import Iterator

from cases.repairs import open_to_correction, open_to_voiding
from tests.cases.moves import OPINION, Table, Try, moves

WHY = OPINION | {"reason": "录入时的笔误，不影响处理结果。"}


@moves("propose_paper_correction")
def propose_paper_correction(table: Table) -> Iterator[Try]:
    for paper in open_to_correction(table.file)[:1]:
        # Every paper that goes out names the bureau with its contact; one character of it is wrong.
        told = WHY | {"paper": paper, "wrong": "法制股", "right": "法制科"}
        yield Try("slip", told)
        yield Try("not in it", told | {"wrong": "这里没有的话"}, lawful=False)
        yield Try("who the party is", told | {"wrong": paper.party.name, "right": "别人"}, lawful=False)


@moves("propose_paper_voiding")
def propose_paper_voiding(table: Table) -> Iterator[Try]:
    for paper in open_to_voiding(table.file)[:1]:
        told = WHY | {"paper": paper, "reissue": True, "wrong": "", "right": ""}
        yield Try("issued anew", told)
        yield Try("not issued anew", told | {"reissue": False}, lawful=False)
