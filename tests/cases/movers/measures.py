"""Facts of the acts from which measures for evidence spring."""

from collections.abc import Iterator

from bureau.sample.story import at
from tests.cases.moves import Table, Try, moves

THING = {"name": "印版", "specification": "", "quantity": "4块", "condition": "完好"}


@moves("propose_preservation")
def preservation(table: Table) -> Iterator[Try]:
    for party in table.file.parties[:1]:
        yield Try("keep", {"party": party, "reason": "可能灭失。", "things": [THING]})


@moves("complete_evidence")
def complete(table: Table) -> Iterator[Try]:
    for one in table.file.evidence[:1]:
        supports = [(charge.pk, 1) for charge in table.file.charges]
        yield Try("complete", {"evidence": one, "formalities": {"original": "原件"}, "supports": supports})


@moves("show_evidence")
def show(table: Table) -> Iterator[Try]:
    for party in table.file.parties[:1]:
        if table.file.evidence and len(table.file.handlers) >= 2:
            shown = {"evidence": table.file.evidence[:1], "party": party, "shown_at": at(table.on, 15)}
            said = {"person_name": party.name, "opinion": "无异议。", "signed": True, "refusal": "", "place": "样例旗"}
            yield Try("show", shown | said | {"second_officer": table.cast["陈军"]})


@moves("record_education")
def teach(table: Table) -> Iterator[Try]:
    for party in table.file.parties:
        taught = any(one.party_id == party.pk for one in table.file.case.education_records.all())
        if table.file.case.recommendation == "no_penalty" and len(table.file.handlers) >= 2 and not taught:
            lesson = {"party": party, "taught_at": at(table.on, 15), "place": "样例旗", "person_name": party.name}
            said = {"content": "讲解。", "response": "", "signed": True, "refusal": ""}
            yield Try(f"teach {party.name}", lesson | said | {"second_officer": table.cast["陈军"]})
            return


@moves("take_samples")
def sample(table: Table) -> Iterator[Try]:
    for party in table.file.parties[:1]:
        if len(table.file.handlers) >= 2:
            when = {"started_at": at(table.on, 9), "ended_at": at(table.on, 10), "place": "样例旗"}
            form = {"things": [THING], "seals": "封签0001号", "signed": True, "refusal": ""}
            yield Try("sample", {"party": party, **when, **form, "second_officer": table.cast["陈军"]})


@moves("entrust_appraisal")
def entrust(table: Table) -> Iterator[Try]:
    for party in table.file.parties[:1]:
        order = {"institution": "检验所", "qualification": "1号", "question": "闪点", "samples": "柴油一瓶"}
        yield Try("entrust", {"party": party, **order, "expected_on": table.on, "stops": []})
