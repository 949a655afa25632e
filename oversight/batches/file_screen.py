"""What does the page of one reviewed file show, to whom, and what can be done from it?"""

from datetime import date
from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from cases.case_file import CaseFile, load_case_file
from law.review_standard import ReviewItem
from officers.models import Officer
from officers.roles import Role
from oversight.batches.assigning import barred_from
from oversight.batches.forms import seat_title
from oversight.batches.mark_form import ItemRow, MarkForm
from oversight.batches.marking import Outcome
from oversight.batches.models import ReviewFile, Sheet
from oversight.batches.objecting import may_object
from oversight.batches.reviewing import final_result, may_mark, may_see_marks, may_sign, standard_of
from oversight.batches.screens import sheet_state, state_of
from oversight.places import article, paper_title, place_url
from oversight.screens import asked_of_a_person


def outcome_words(outcome: str) -> str:
    return str(Outcome(outcome).label)


def file_context(file: ReviewFile, officer: Officer, today: date) -> dict[str, Any]:
    visible = may_see_marks(file, officer)
    label, level = state_of(file)
    administers = officer.holds(Role.ADMINISTRATOR)
    oversees = officer.holds(Role.ADMINISTRATOR, Role.BUREAU_HEAD)
    return {
        "file": file,
        "batch_url": reverse("oversight:review-batch", args=[file.draw.batch_id]) if oversees else "",
        "case_url": reverse("oversight:case", args=[file.case_id]),
        "label": label,
        "level": level,
        "difference": file.get_difference_display() if file.difference else "",
        "sheets": [sheet_row(one, officer, visible=visible) for one in file.standing_sheets],
        "visible": visible,
        "marks": mark_rows(file) if visible else [],
        "result": final_result(file) if visible else None,
        "barred": barred_from(file) if administers else [],
        "may_confirm": administers and file.is_scored and file.confirmed_on is None,
        "may_change": administers and file.machine is not None and not file.is_scored,
        "may_object": may_object(file, officer, today),
        "may_issue": administers and file.confirmed_on is not None and bool(faults_of(file)),
        "is_final": file.is_final(today),
        "objections": [
            {"objection": one, "url": reverse("oversight:objection", args=[one.pk]) if oversees else ""}
            for one in sorted(file.objections.all(), key=lambda one: one.pk)
        ]
        if visible
        else [],
        "notices": [
            {"notice": one, "url": reverse("oversight:rectification", args=[one.pk]), "overdue": one.is_overdue(today)}
            for one in file.rectifications.select_related("answerer").order_by("pk")
        ],
        "withdrawn": [one for one in file.sheets.all() if one.withdrawn_on is not None] if administers else [],
    }


def sheet_row(sheet: Sheet, officer: Officer, *, visible: bool) -> dict[str, Any]:
    sign = may_sign(sheet, officer)
    return {
        "sheet": sheet,
        "seat": seat_title(sheet.seat),
        "who": str(sheet.reviewer),
        "how": _("系统分派") if sheet.assigned_by_id is None else _("人工指定：%(why)s") % {"why": sheet.reason},
        "state": sheet_state(sheet),
        "score": sheet.score if visible else None,
        "url": reverse("oversight:review-sheet", args=[sheet.pk]) if may_mark(sheet, officer) else "",
        "sign_url": reverse("oversight:sheet-sign", args=[sheet.pk]) if sign else "",
    }


def mark_rows(file: ReviewFile) -> list[dict[str, Any]]:
    """Item by item what machine and persons said, where anybody found a fault or they differ."""
    rows = []
    settled = {one.item: one.answer for one in file.objections.all() if one.upheld}
    for item in standard_of(file).items:
        proposed = file.machine[item.number]
        said = [one.answers[item.number] for one in file.standing_sheets]
        outcomes = {one["outcome"] for one in said} | {proposed["outcome"]} - {Outcome.ASKED}
        if len(outcomes) == 1 and Outcome.FAULT not in outcomes:
            continue
        rows.append(
            {
                "item": item,
                "machine": answer_words(item, proposed),
                "persons": [
                    {"words": answer_words(item, one), "reason": one["reason"], "seat": seat_title(seat)}
                    for seat, one in enumerate(said, start=1)
                ],
                "settled": answer_words(item, settled[item.number]) if item.number in settled else "",
            }
        )
    return rows


def answer_words(item: ReviewItem, answer: Any) -> str:
    words = outcome_words(answer["outcome"])
    if answer["outcome"] != Outcome.FAULT:
        return words
    if item.veto:
        return _("%(words)s（否决）") % {"words": words}
    return _("%(words)s，扣 %(points)s 分") % {"words": words, "points": f"{Decimal(answer['lost']).normalize():f}"}


def faults_of(file: ReviewFile) -> list[tuple[str, str]]:
    """What a notice may name: every item in which somebody found a fault that no objection removed, with the places."""
    removed = {one.item for one in file.objections.all() if one.upheld and one.answer["outcome"] != Outcome.FAULT}
    found = []
    for item in standard_of(file).items:
        said = [one.answers[item.number] for one in file.standing_sheets]
        faulty = [one for one in said if one["outcome"] == Outcome.FAULT]
        if faulty and item.number not in removed:
            told = [one["sentence"] for one in file.machine[item.number]["findings"]]
            told += [one["reason"] for one in faulty if one["reason"]]
            words = f"{item.number} {item.text}"
            found.append((item.number, f"{words}：{'；'.join(dict.fromkeys(told))}" if told else words))
    return found


# --- the sheet ------------------------------------------------------------------------------------
def sheet_context(sheet: Sheet, form: MarkForm) -> dict[str, Any]:
    """The items in three parts: what the machine found, what only a person can judge, and the rest."""
    file = load_case_file(sheet.file.case_id)
    beside = {row["item"].number: row for row in asked_of_a_person(file, form.standard)}
    rows = [item_row(row, file, beside.get(row.item.number)) for row in form.rows()]
    of = {key: [one for one in rows if one["outcome"] == key] for key in Outcome.values}
    rest = [*of[Outcome.OK], *of[Outcome.NOT_CONCERNED]]
    return {
        "sheet": sheet,
        "file": sheet.file,
        "form": form,
        "standard": form.standard,
        "parties": _("、").join(one.name for one in file.parties),
        "papers_url": reverse("oversight:case", args=[sheet.file.case_id]),
        "parts": [
            {"key": "found", "title": _("机器发现问题的"), "rows": of[Outcome.FAULT], "is_open": True},
            {"key": "asked", "title": _("须由人判断的"), "rows": of[Outcome.ASKED], "is_open": True},
            {
                "key": "rest",
                "title": _("机器查过没有问题或者不涉及的"),
                "rows": rest,
                "is_open": any(one["row"].has_errors for one in rest),
            },
        ],
    }


def item_row(row: ItemRow, file: CaseFile, beside: dict[str, Any] | None) -> dict[str, Any]:
    case = file.case.pk
    shown = beside or {"papers": [], "evidence": []}
    return {
        "row": row,
        "outcome": row.proposed["outcome"],
        "points": _("否决") if row.item.veto else row.item.points_text,
        "basis": article(row.item.basis),
        "findings": [
            {
                "sentence": one["sentence"],
                "article": article(one["basis"]),
                "place": " · ".join(part for part in (paper_title(one["form"]), one["field"], one["locator"]) if part),
                "url": place_url(case, one["document"], one["field"]),
            }
            for one in row.proposed["findings"]
        ],
        "papers": shown["papers"],
        "evidence": [
            {"title": one.title, "url": reverse("cases:evidence", args=[case, one.pk])} for one in file.evidence
        ]
        if shown["evidence"]
        else [],
    }


def answers_context(sheet: Sheet) -> dict[str, Any]:
    """One's own sheet after it was handed in, or an expert's for whoever compares it with the paper."""
    standard = standard_of(sheet.file)
    return {
        "sheet": sheet,
        "file": sheet.file,
        "standard": standard,
        "state": sheet_state(sheet),
        "rows": [
            {
                "item": item,
                "machine": answer_words(item, sheet.file.machine[item.number]),
                "words": answer_words(item, sheet.answers[item.number]),
                "reason": sheet.answers[item.number]["reason"],
            }
            for item in standard.items
        ],
    }
