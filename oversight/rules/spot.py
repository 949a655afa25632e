"""Was the summary procedure open, kept step by step, and was the bureau told and paid in time?"""

from collections.abc import Iterator
from decimal import Decimal

from django.utils.translation import gettext as _

from cases.case_file import CaseFile
from law.limits import limit
from law.violations import PenaltyKind
from oversight import facts
from oversight.findings import Finding, at, rule

LIMITS = {"citizen": "spot_fine_citizen", "organisation": "spot_fine_organisation"}
TICKS = ("certificates_shown", "told_facts", "told_rights")


def _on_decision(file: CaseFile, text: str, basis: str, field: str, locator: str) -> Finding:
    papers = facts.final_papers(file, facts.SPOT_FORM)
    return Finding(
        text,
        basis,
        **at(papers[-1] if papers else None, facts.SPOT_FORM),
        field=field,
        locator=locator,
        how=_("决定已经作出，不能补正；应当自行纠正。"),
    )


@rule("spot-penalty-within-limit", basis="行政处罚法:51")
def spot_penalty_within_limit(file: CaseFile) -> Iterator[Finding]:
    for party, decision in facts.penalties(file) if file.is_summary else ():
        rows = facts.sanctions(file.charges_of(party), "decided", file.case.round)
        fine = sum((one.fine for one in rows), Decimal(0))
        kind = "organisation" if party.kind == "organisation" else "citizen"
        highest = limit(LIMITS[kind], decision.decided_on)
        if fine > highest:
            text = _("当场罚款 %(fine)s 元，超过简易程序限额 %(limit)d 元。") % {"fine": fine, "limit": highest}
            yield _on_decision(file, text, "行政处罚法:51", _("罚款数额"), party.name)
        kinds = {kind for one in rows for kind in one.kinds}
        if kinds - {PenaltyKind.WARNING.value, PenaltyKind.FINE.value} or any(one.confiscation for one in rows):
            text = _("当场给予了警告、罚款以外的处罚。")
            yield _on_decision(file, text, "行政处罚法:51", _("处罚种类"), party.name)


@rule("spot-told-heard-and-signed", basis="行政处罚法:52.1")
def spot_told_heard_and_signed(file: CaseFile) -> Iterator[Finding]:
    noted = {one.party_id: one for one in file.spot_penalties}
    for party, _decision in facts.penalties(file) if file.is_summary else ():
        spot = noted.get(party.pk)
        if spot is None or not all(getattr(spot, name) for name in TICKS):
            text = _("没有出示证件、口头告知的记录。")
            yield _on_decision(file, text, "行政处罚法:52.1", _("告知"), party.name)
        elif spot.signing == "refused" and not spot.refusal.strip():
            text = _("当事人没有签名，也没有注明拒绝签收。")
            yield _on_decision(file, text, "行政处罚法:52.1", _("签名"), party.name)
        if not file.evidence:
            text = _("当场处罚没有现场证据。")
            yield _on_decision(file, text, "行政处罚法:40", _("证据"), party.name)
        said = [one for one in file.statements if one.party_id == party.pk and one.kind == "statement"]
        if any(one.answered_on is None for one in said):
            text = _("当事人的陈述、申辩没有复核。")
            yield _on_decision(file, text, "行政处罚法:45.1", _("陈述申辩"), party.name)


@rule("spot-copy-in-time", basis="程序规定:61")
def spot_copy_in_time(file: CaseFile) -> Iterator[Finding]:
    for spot in file.spot_penalties:
        due = facts.last_day("spot_copy", facts.day_of(spot.given_at))
        filed = spot.copy_filed_on
        # The rule knows no today: an open duty is late once the sweep has recorded it.
        late = any(one.key == "spot_copy" and one.lateness_recorded_on for one in file.terms)
        if (filed and filed > due) or (filed is None and late):
            yield Finding(
                _("决定书副本应当在 %(due)s 前备案。") % {"due": due},
                "程序规定:61",
                form=facts.SPOT_FORM,
                field=_("备案日期"),
                locator=spot.party.name,
                curable=filed is None,
                act="" if filed else "file_spot_copy",
                how=_("已经逾期，不能补正；说明原因并附卷。") if filed else _("立即提交备案。"),
            )


@rule("spot-money-in-time", basis="行政处罚法:71")
def spot_money_in_time(file: CaseFile) -> Iterator[Finding]:
    for money in file.spot_collections:
        since = money.landed_on or money.payment.paid_on
        steps = [
            ("hand_over_money", since, money.received_on),
            ("deposit_money", money.received_on, money.deposited_on),
        ]
        for key, start, done in steps:
            if start and done and done > facts.last_day(key, start):
                yield Finding(
                    _("当场收缴的罚款应当在 %(due)s 前交出，实际 %(on)s 交出。")
                    % {"due": facts.last_day(key, start), "on": done},
                    "行政处罚法:71",
                    form=facts.SPOT_FORM,
                    field=_("当场收缴罚款"),
                    locator=money.payment.receipt_number,
                    how=_("已经逾期，不能补正；说明原因并附卷。"),
                )
