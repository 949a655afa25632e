"""What does a reviewer mark, item by item: the machine's proposal confirmed or changed with a reason?"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from law.review_standard import ReviewItem, Standard
from oversight.batches.marking import Outcome, is_same
from oversight.batches.models import Sheet

AGREE = "agree"
CHOICES = [("ok", _("没有问题")), ("fault", _("有问题")), ("na", _("不涉及"))]
MACHINE_SAYS = {
    Outcome.OK: _("同意机器结论：没有问题"),
    Outcome.FAULT: _("同意机器结论：有问题"),
    Outcome.NOT_CONCERNED: _("同意机器结论：不涉及"),
}


@dataclass(frozen=True)
class ItemRow:
    item: ReviewItem
    proposed: dict[str, Any]
    fields: list[BoundField]

    @property
    def has_errors(self) -> bool:
        return any(one.errors for one in self.fields)


class MarkForm(forms.Form):
    """Three fields for each item of the standard. `whole`: handed in, so nothing may be left open."""

    use_required_attribute = False

    def __init__(self, data: Any = None, *, sheet: Sheet, standard: Standard, whole: bool = False) -> None:
        super().__init__(data)
        self.standard, self.whole, self.proposals = standard, whole, sheet.file.machine
        for index, item in enumerate(standard.items):
            self._add(index, item, self.proposals[item.number], sheet.answers.get(item.number))

    def _add(self, index: int, item: ReviewItem, proposed: dict[str, Any], kept: dict[str, Any] | None) -> None:
        kept = kept or {}
        outcome = Outcome(proposed["outcome"])
        judged = outcome != Outcome.ASKED
        agreed = [(AGREE, MACHINE_SAYS[outcome])] if judged else []
        # What a machine found wrong is looked at by a person: only there is nothing chosen beforehand.
        first = AGREE if outcome in (Outcome.OK, Outcome.NOT_CONCERNED) else ""
        if kept.get("outcome"):
            first = AGREE if judged and not kept.get("reason") and is_same(kept, proposed) else kept["outcome"]
        self.fields[f"answer_{index}"] = forms.ChoiceField(
            label=gettext("%(number)s 结论") % {"number": item.number},
            choices=[("", _("请选择")), *agreed, *CHOICES],
            required=self.whole or not self.is_bound,
            error_messages={"required": gettext("选择 %(number)s 的结论。") % {"number": item.number}},
            initial=first,
        )
        if not item.veto and item.points:
            self.fields[f"lost_{index}"] = forms.DecimalField(
                label=gettext("%(number)s 扣分") % {"number": item.number},
                required=False,
                min_value=0,
                max_value=item.points,
                max_digits=4,
                decimal_places=1,
                initial=kept.get("lost") if kept.get("outcome") == Outcome.FAULT and first != AGREE else None,
            )
        self.fields[f"reason_{index}"] = forms.CharField(
            label=gettext("%(number)s 理由") % {"number": item.number},
            required=False,
            max_length=300,
            initial=kept.get("reason", ""),
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        self.answers = {}
        for index, item in enumerate(self.standard.items):
            answer = self._answer(index, item, cleaned)
            if answer is not None:
                self.answers[item.number] = answer
        return cleaned

    def _answer(self, index: int, item: ReviewItem, cleaned: dict[str, Any]) -> dict[str, str] | None:
        proposed = self.proposals[item.number]
        chosen, reason = cleaned.get(f"answer_{index}") or "", cleaned.get(f"reason_{index}") or ""
        if chosen == AGREE:
            return {"outcome": proposed["outcome"], "lost": proposed["lost"], "reason": reason}
        lost = self._lost(index, item, chosen, cleaned)
        answer = {"outcome": chosen, "lost": f"{lost or 0}", "reason": reason}
        if not chosen:
            return answer if reason else None
        if self.whole and not reason and f"reason_{index}" not in self.errors and self._needs_reason(answer, proposed):
            self.add_error(f"reason_{index}", gettext("写明理由：哪份文书、哪份证据、为什么。"))
        return answer

    def _lost(self, index: int, item: ReviewItem, chosen: str, cleaned: dict[str, Any]) -> Decimal | None:
        name = f"lost_{index}"
        if chosen != Outcome.FAULT or name not in self.fields:
            return None
        lost: Decimal | None = cleaned.get(name)
        if self.whole and not lost and name not in self.errors:
            most = f"{item.points.normalize():f}"
            self.add_error(name, gettext("填写扣分，大于 0，最多 %(most)s 分。") % {"most": most})
        return lost

    @staticmethod
    def _needs_reason(answer: dict[str, str], proposed: dict[str, Any]) -> bool:
        """What differs from the machine, and every fault that only a person saw."""
        if proposed["outcome"] == Outcome.ASKED:
            return answer["outcome"] == Outcome.FAULT
        return not is_same(answer, proposed)

    def rows(self) -> Iterator[ItemRow]:
        for index, item in enumerate(self.standard.items):
            names = [name for name in (f"answer_{index}", f"lost_{index}", f"reason_{index}") if name in self.fields]
            yield ItemRow(item, self.proposals[item.number], [self[name] for name in names])
