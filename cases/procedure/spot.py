"""当场处罚: decided by the officers themselves, on the spot (行政处罚法 51–53, 67–71; 程序规定 60, 61)."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from cases.act import Opening, act
from cases.guards.apart import guard_apart
from cases.guards.facts import (
    conduct_is_still_punishable,
    every_party_is_charged,
    has_a_party,
    has_evidence,
    kinds_are_provided,
    within_lawful_range,
    within_limitation,
)
from cases.guards.people import case_officers, finance, handlers_hold_certificates, two_handlers
from cases.guards.reckoning import (
    deviation_has_a_reason,
    exempt_conduct_is_not_punished,
    no_second_fine_for_one_act,
)
from cases.guards.spot import (
    certificates_are_shown_first,
    collected_small_hard_or_remote,
    collection_has_its_receipt,
    fine_was_told,
    follows_summary_procedure,
    landed_after_collecting,
    leniency_is_weighed,
    no_income_is_left_with_the_party,
    old_enough_to_be_punished,
    one_party_is_punished,
    only_warning_or_fine,
    party_is_heard,
    party_is_told,
    received_after_collecting,
    remote_party_asked,
    signed_or_refusal_is_noted,
    within_summary_limit,
)
from cases.numbering import number_case
from cases.objects import about_of
from cases.reckoned import keep_reckonings
from cases.states import CollectionState, Procedure, SpotState, State
from law.limits import limit
from officers.models import Officer

if TYPE_CHECKING:
    from cases.models import Case, Party, SpotCollection, SpotPenalty

Facts = dict[str, Any]
GROUP = _("程序")


def _goes_to_court_directly(file: Any, party: "Party") -> bool:
    """Until 2023 a party could choose; since then reconsideration comes first (行政复议法 23.1(1))."""
    return not limit("spot_reconsideration_first", file.decision_for(party).decided_on)


def _owes(file: Any, party: "Party") -> bool:
    return bool(file.owed_by(party) > file.paid_by(party))


def _is_ashore(file: Any, party: Any) -> bool:
    return any(one.state == CollectionState.COLLECTED for one in file.spot_collections)


def _money(file: Any, facts: dict[str, Any]) -> str:
    """The term is the money's, not the decision's: it ends where the money is handed over."""
    return about_of(file.spot_collections[-1]) if file.spot_collections else ""


class PunishingOnTheSpot:
    """The one act of the summary procedure, and the way out of it."""

    number: Any
    procedure: Any

    @act(
        title=_("当场处罚"),
        basis="行政处罚法:51;行政处罚法:52.1",
        source=State.LEAD,
        target=State.SERVED,
        by=case_officers,
        requires=(
            follows_summary_procedure,
            two_handlers,
            handlers_hold_certificates,
            has_a_party,
            one_party_is_punished,
            every_party_is_charged,
            old_enough_to_be_punished,
            within_limitation,
            has_evidence,
            certificates_are_shown_first,
            party_is_told,
            party_is_heard,
            only_warning_or_fine,
            no_income_is_left_with_the_party,
            conduct_is_still_punishable,
            kinds_are_provided,
            within_lawful_range,
            exempt_conduct_is_not_punished,
            leniency_is_weighed,
            deviation_has_a_reason,
            no_second_fine_for_one_act,
            within_summary_limit,
            fine_was_told,
            signed_or_refusal_is_noted,
            collected_small_hard_or_remote,
            remote_party_asked,
            collection_has_its_receipt,
        ),
        asks="cases.forms.spot.SpotPenaltyForm",
        opens=(
            Opening("payment", when=_owes),
            Opening("reconsideration"),
            Opening("litigation", when=_goes_to_court_directly),
            Opening("spot_copy"),
            Opening("hand_over_money", when=_is_ashore, about=_money),
            Opening("publish"),
        ),
        meets=("filing",),
        issues=("spot-decision",),
        hands_over=("spot-decision",),
        explains=_("事实确凿、数额在限额以内的，由两名执法人员当场决定，决定书当场交付当事人。"),
    )
    def punish_on_the_spot(
        self: "Case",
        *,
        officer: Officer,
        on: date,
        sanctions: dict[int, Facts],
        statement: Facts,
        spot: Facts,
        **facts: Any,
    ) -> "SpotPenalty":
        self.number = number_case(on)
        party = self.parties.get(withdrawn_on=None)
        for charge in self.charges.filter(withdrawn_on=None):
            charge.sanctions.create(stage="decided", round=self.round, **sanctions[charge.pk])
        if statement["text"]:
            self.statements.create(
                party=party,
                kind="statement",
                round=self.round,
                made_on=on,
                oral=True,
                answered_on=on,
                answered_by=officer,
                **statement,
            )
        penalty = self.spot_penalties.create(
            party=party,
            place=self.place,
            statement_made=bool(statement["text"]),
            weighed=facts.get("weighed", ""),
            **spot,
        )
        self.decisions.create(
            party=party, round=self.round, kind="penalty", decided_on=on, decided_by=officer, reasons=self.summary
        )
        keep_reckonings(self, facts.get("found") or {}, on)
        if collection := facts.get("collection"):
            _collect(self, party, officer=officer, on=on, **collection)
        return penalty

    @act(
        title=_("转为普通程序"),
        basis="行政处罚法:54.1",
        source=State.LEAD,
        by=case_officers,
        requires=(follows_summary_procedure,),
        asks="cases.forms.approval.ReturnForm",
        group=GROUP,
        explains=_("超过简易程序限额，或者事实需要进一步调查的，转为普通程序立案；已登记的内容都保留。"),
    )
    def turn_ordinary(self: "Case", **facts: Any) -> None:
        self.procedure = Procedure.ORDINARY


def _collect(
    case: "Case", party: "Party", *, officer: Officer, on: date, receipt_number: str, on_water: bool, **ground: Any
) -> None:
    """Take the whole fine on the spot against the treasury's receipt (行政处罚法 68–70)."""
    owed = sum(one.fine for charge in party.charges.all() for one in charge.sanctions.filter(stage="decided"))
    paid = case.payments.create(
        party=party, amount=owed, paid_on=on, channel="spot", receipt_number=receipt_number, entered_by=officer
    )
    state = CollectionState.AFLOAT if on_water else CollectionState.COLLECTED
    case.spot_collections.create(party=party, payment=paid, state=state, **ground)


class FilingCopies:
    """The bureau gets its copy of what its officers decided."""

    copy_filed_on: Any
    copy_recipient: Any

    @act(
        title=_("提交决定书副本备案"),
        basis="程序规定:61;行政处罚法:52.3",
        source=SpotState.GIVEN,
        target=SpotState.COPY_FILED,
        by=case_officers,
        asks="cases.forms.spot.CopyFiledForm",
        meets=("spot_copy",),
        explains=_("作出当场处罚决定之日起五日内，将决定书副本提交所属执法部门备案。"),
    )
    def file_spot_copy(self: "SpotPenalty", *, recipient: str, on: date, **facts: Any) -> None:
        self.copy_filed_on, self.copy_recipient = on, recipient


class Collecting:
    """The way of the money: from the officers to the bureau, from the bureau to the bank."""

    landed_on: Any
    received_on: Any
    received_by: Any
    deposited_on: Any
    deposited_by: Any
    deposit_number: Any

    @act(
        title=_("登记抵岸"),
        basis="行政处罚法:71",
        source=CollectionState.AFLOAT,
        target=CollectionState.COLLECTED,
        by=case_officers,
        requires=(landed_after_collecting,),
        asks="cases.forms.spot.LandedForm",
        opens=(Opening("hand_over_money"),),
        explains=_("在水上当场收缴的罚款，自抵岸之日起二日内交至行政机关。"),
    )
    def record_landing(self: "SpotCollection", *, on: date, **facts: Any) -> None:
        self.landed_on = on

    @act(
        title=_("接收当场收缴的罚款"),
        basis="行政处罚法:71",
        source=CollectionState.COLLECTED,
        target=CollectionState.RECEIVED,
        by=finance,
        requires=(guard_apart("money_receiver_apart"), received_after_collecting),
        asks="cases.forms.spot.ReceivedForm",
        opens=(Opening("deposit_money"),),
        meets=("hand_over_money",),
        explains=_("执法人员当场收缴的罚款，自收缴之日起二日内交至行政机关。"),
    )
    def receive_collected_money(self: "SpotCollection", *, officer: Officer, on: date, **facts: Any) -> None:
        self.received_on, self.received_by = on, officer

    @act(
        title=_("罚款缴付银行"),
        basis="行政处罚法:71",
        source=CollectionState.RECEIVED,
        target=CollectionState.DEPOSITED,
        by=finance,
        requires=(guard_apart("money_depositor_apart"),),
        asks="cases.forms.spot.DepositForm",
        meets=("deposit_money",),
        explains=_("行政机关应当在二日内将罚款缴付指定的银行。"),
    )
    def deposit_collected_money(
        self: "SpotCollection", *, officer: Officer, on: date, deposit_number: str, **facts: Any
    ) -> None:
        self.deposited_on, self.deposited_by, self.deposit_number = on, officer, deposit_number
