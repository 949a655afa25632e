"""归档以后: a dossier is lent and returned, and after its retention disposed of by two people (档案法 14, 21)."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from cases.act import Opening, act
from cases.guards.apart import guard_apart
from cases.guards.archive import dossier_is_in_place, nothing_runs_in_the_case, reader, retention_is_over
from cases.guards.erasure import nothing_bids_to_keep_it
from cases.guards.people import archivist, head_of_bureau, head_of_unit
from law.retention import retention
from law.terms import compute, term_rule
from officers.models import Officer

if TYPE_CHECKING:
    from cases.models import ArchiveFile, Loan


class Keeping:
    """What happens to the dossier as a whole."""

    disposal_proposed_by: Any
    disposal_proposed_on: Any
    disposal_approved_by: Any
    disposal_approved_on: Any
    retain_until: Any

    @act(
        title=_("申请借阅"),
        basis="档案法:14",
        source="kept",
        by=reader,
        requires=(dossier_is_in_place,),
        asks="cases.forms.archive.LoanForm",
        explains=_("办案机构负责人批准后，由档案管理员借出；到期归还。"),
    )
    def request_loan(self: "ArchiveFile", *, officer: Officer, on: date, purpose: str) -> "Loan":
        return self.loans.create(case=self.case, borrower=officer, purpose=purpose, requested_on=on)

    @act(
        title=_("提请销毁"),
        basis="档案法:21",
        source="kept",
        target="disposal_proposed",
        by=archivist,
        requires=(retention_is_over, dossier_is_in_place, nothing_runs_in_the_case, nothing_bids_to_keep_it),
        asks="cases.forms.archive.AppraisalForm",
        exit=True,
        explains=_("保管期限届满的案卷，经鉴定确无保存价值的，提请销毁；由另一人批准。"),
    )
    def propose_disposal(self: "ArchiveFile", *, officer: Officer, on: date, appraisal: str) -> None:
        self.disposal_proposed_by, self.disposal_proposed_on, self.appraisal = officer, on, appraisal

    @act(
        title=_("批准销毁"),
        basis="档案法:21",
        source="disposal_proposed",
        target="disposed",
        by=head_of_bureau,
        requires=(
            guard_apart("archive_disposal_approver_apart"),
            retention_is_over,
            dossier_is_in_place,
            nothing_bids_to_keep_it,
        ),
        issues=("disposal-list",),
        explains=_("批准后出具销毁清单。系统中的全过程记录不删除；纸质案卷按清单销毁。"),
    )
    def approve_disposal(self: "ArchiveFile", *, officer: Officer, on: date, **facts: Any) -> None:
        self.disposal_approved_by, self.disposal_approved_on = officer, on

    @act(
        title=_("继续保管"),
        basis="档案法:21",
        source="disposal_proposed",
        target="kept",
        by=head_of_bureau,
        requires=(guard_apart("archive_disposal_approver_apart"),),
        asks="cases.forms.archive.KeepForm",
        exit=True,
        explains=_("经鉴定仍需继续保存的，重新划定保管期限。"),
    )
    def keep_longer(self: "ArchiveFile", *, retention_key: str, reason: str, on: date, **facts: Any) -> None:
        rule = retention(retention_key, on)
        self.retention, self.retain_until = rule.key, rule.until(on)
        self.appraisal = f"{self.appraisal}\n{reason}".strip()
        self.disposal_proposed_by = self.disposal_proposed_on = None


class Lending:
    """One loan: asked for, approved by another, lent, returned."""

    approved_by: Any
    approved_on: Any
    lent_by: Any
    lent_on: Any
    due_on: Any
    returned_on: Any

    @act(
        title=_("批准借阅"),
        basis="档案法:14",
        source="requested",
        target="approved",
        by=head_of_unit,
        requires=(guard_apart("loan_approver_apart"),),
    )
    def approve_loan(self: "Loan", *, officer: Officer, on: date, **facts: Any) -> None:
        self.approved_by, self.approved_on = officer, on

    @act(
        title=_("不批准借阅"),
        basis="档案法:14",
        source="requested",
        target="refused",
        by=head_of_unit,
        requires=(guard_apart("loan_approver_apart"),),
        asks="cases.forms.archive.RefusalForm",
        exit=True,
    )
    def refuse_loan(self: "Loan", *, refusal: str, **facts: Any) -> None:
        self.refusal = refusal

    @act(
        title=_("借出案卷"),
        basis="档案法:14",
        source="approved",
        target="lent",
        by=archivist,
        opens=(Opening("loan"),),
        issues=("loan-slip",),
        explains=_("借出后开始计算归还期限。"),
    )
    def lend(self: "Loan", *, officer: Officer, on: date, **facts: Any) -> None:
        self.lent_by, self.lent_on = officer, on
        self.due_on = compute(term_rule("loan", on), on).due

    @act(
        title=_("收回案卷"),
        basis="档案法:14",
        source="lent",
        target="returned",
        by=archivist,
        asks="cases.forms.archive.ReturnForm",
        meets=("loan",),
    )
    def return_loan(self: "Loan", *, condition: str, on: date, **facts: Any) -> None:
        self.returned_on, self.condition = on, condition
