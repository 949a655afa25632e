"""Which addresses does the installation have, who tries them, and on which objects?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from io import BytesIO
from typing import Any

import pypdfium2
from django.core.files.base import ContentFile
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from bureau.sample.people import hire_everyone
from bureau.sample.stories import overload
from bureau.sample.story import Cast, Story
from cases.case_file import load_case_file
from cases.figures.registry import Period
from cases.models import BankFile, Case, Evidence, SavedFilter, ServiceProof
from documents.batches import PrintBatch
from documents.outbox import drain
from documents.printing import start_batch
from files.models import StoredFile, Upload
from inspections.check_services import act_on_check, propose_check
from inspections.draw_registers import keep_away
from inspections.draws import open_draw
from inspections.models import CheckItem, CheckObject, DrawnObject, DrawPlan, Equipment, InspectorTrade, Talk, Task
from inspections.models.registers import CreditClass
from inspections.sources import assign, forward, register
from inspections.sources_duplicates import judge
from law.statutes import load_statute
from officers.models import Vehicle
from oversight.annual.keeping import keep
from oversight.annual.narrative import begin
from oversight.annual.report import annual_report
from oversight.batches.marking import proposal
from oversight.batches.models import Expert, ReviewBatch, ReviewFile
from oversight.library import Regulation
from oversight.models import PermitBatch
from oversight.report import make_report, run_review
from oversight.standards import frozen, standard_on
from publicity.annual import AnnualFigures, count
from publicity.corrections import receive
from publicity.credit_log import CreditHandover
from publicity.information import InformationItem
from publicity.inspected import InspectionBatch
from publicity.services import prepare
from recordings.matching import attach
from recordings.models import Disposal, DockImport, Recording
from recordings.register import add_device
from search.models import PartyMerge

CANARY = "样例顺达运输有限公司"
"""The party of the case: whoever may not see the case must not read this name anywhere in the answer."""

WHO = {
    "anonymous": "",
    "officer": "李明",
    "officer_elsewhere": "周勇",
    "team_head": "郑海",
    "team_head_elsewhere": "陈军",
    "legal_reviewer": "陈静",
    "legal_counsel": "严律",
    "hearing_chair": "褚文",
    "bureau_head": "卫国",
    "administrator": "韩雪",
    "finance": "杨兰",
    "archivist": "朱玉",
    "publisher": "秦芳",
    "system_admin": "许系",
    "security_admin": "何安",
    "audit_admin": "吕审",
}
SYSTEM = ("system_admin", "security_admin", "audit_admin")
METHODS = ("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE")
SPECIAL = {
    ("cases:act", "key"): "record_payment",
    ("cases:preview", "key"): "propose_closing",
    # The sample case has no such object: nobody gets further than "there is none" (tests/cases/test_objects.py goes on).
    ("cases:object-act", "key"): "hold",
    ("cases:object-act", "kind"): "none",
    ("cases:object-act", "object_id"): 1,
    ("cases:object-preview", "key"): "hold",
    ("cases:object-preview", "kind"): "none",
    ("cases:object-preview", "object_id"): 1,
    ("cases:draft", "key"): "propose_closing",
    ("cases:object-draft", "key"): "hold",
    ("cases:object-draft", "kind"): "none",
    ("cases:object-draft", "object_id"): 1,
    ("documents:sample", "key"): "penalty-decision",
    ("documents:sample", "name"): "typical",
    ("documents:sample-thumb", "key"): "penalty-decision",
    ("documents:sample-thumb", "name"): "typical",
    ("documents:asset", "name"): "paper.css",
    ("inspections:check-paper", "paper"): "approval",
    ("inspections:check-act", "key"): "answer_points",
    ("inspections:hazard-act", "key"): "answer",
    ("officers:person-act", "key"): "active",
    ("inspections:source-act", "key"): "forward",
    ("officers:sitting", "year"): 2026,
    ("officers:import", "key"): "certificates",
    ("officers:import-empty", "key"): "certificates",
    ("officers:house-register", "key"): "vehicles",
    ("officers:house-new", "key"): "trips",
    ("officers:house-change", "key"): "vehicles",
    ("officers:house-change", "name"): "renew",
    ("oversight:regulation-act", "key"): "version",
    ("publicity:information-import", "key"): "items",
    ("publicity:information-empty", "key"): "items",
    ("publicity:service-month-void", "year"): 2026,
    ("publicity:service-month-void", "month"): 3,
    ("oversight:item", "number"): "V14",
    ("oversight:standard", "key"): "transport",
    ("oversight:standard-csv", "key"): "transport",
    ("oversight:annual-cell", "key"): "penalties.total",
    ("oversight:annual-file", "suffix"): "json",
    ("publicity:act", "key"): "redact",
    # No day before the first checkpoint has one; tests/publicity/test_record.py asks for days that do.
    ("publicity:record-checkpoint", "day"): "2026-01-01",
    ("publicity:sheet", "key"): "officers",
    ("publicity:credit-file", "suffix"): "csv",
    ("recordings:match-act", "key"): "take_away_match",
    ("recordings:device-act", "key"): "hand-out",
    ("inspections:object-step", "step"): "recusal",
    ("inspections:draw-step", "step"): "cancel",
}


@dataclass(frozen=True)
class Place:
    """One address pattern: its name with what it takes, as the matrix writes it."""

    name: str
    takes: tuple[str, ...]

    @property
    def label(self) -> str:
        return f"{self.name}({', '.join(self.takes)})" if self.takes else self.name


def places() -> list[Place]:
    """Every pattern of the installation in the order it is tried; a nameless one cannot be in the matrix."""
    return list(_below(get_resolver(), ()))


def _below(resolver: URLResolver, names: tuple[str, ...]) -> Iterator[Place]:
    for one in resolver.url_patterns:
        if isinstance(one, URLResolver):
            yield from _below(one, (*names, one.namespace) if one.namespace else names)
        elif isinstance(one, URLPattern):
            yield Place(":".join([*names, one.name or f"nameless {one.pattern}"]), tuple(one.pattern.converters))


NEW_YEARS_EVE = date(2025, 12, 31)


@dataclass(frozen=True)
class Objects:
    """One served case of the weighing station with a file, a paper, a public copy and a statute."""

    cast: Cast
    story: Story
    ids: dict[str, Any]

    def address(self, place: Place) -> str:
        given = {name: SPECIAL.get((place.name, name), self.ids.get(name)) for name in place.takes}
        return reverse(place.name, kwargs=given)


def build_objects() -> Objects:
    cast = hire_everyone("quick")
    story = overload(cast, until="served")
    decision = story.case.decisions.get()
    ids = {
        "case_id": story.case.pk,
        "evidence_id": with_file(story.case.evidence.first()).pk,
        "officer_id": cast["周勇"].pk,
        "pk": story.case.documents.get(form_key="penalty-decision").pk,
        "document_id": story.case.documents.get(form_key="penalty-decision").pk,
        "code": story.case.documents.get(form_key="penalty-decision").verify_code,
        "decision_id": decision.pk,
        "statute_id": statute().pk,
        "proof_id": proof_of(story).pk,
        "upload": upload_of(story).pk,
        "file_id": BankFile.objects.create(
            name="x.csv", sha256="ab" * 32, uploaded_by=cast["杨兰"], uploaded_at=story.case.received_at
        ).pk,
    }
    ids["batch_id"] = batch_of(story).pk
    ids |= found_by_search(cast, story)
    publication = prepare(decision)
    request = receive(number="x", wrong="x", contact="", on=story.case.received_at.date())
    ids["handover_id"] = CreditHandover.objects.create(
        made_on=request.received_on, made_by=cast["秦芳"], sha256="ab" * 32
    ).pk
    ids["figures_id"] = AnnualFigures.objects.create(
        year=2025,
        as_of="2025-12-31",
        figures=count(2025, NEW_YEARS_EVE),
        counted_by=cast["秦芳"],
        counted_on="2026-01-04",
    ).pk
    ids["run_id"] = run_review(
        make_report(NEW_YEARS_EVE, NEW_YEARS_EVE, None, now=story.case.received_at), officer=None
    ).pk
    ids |= inspected(cast)
    ids |= kept_by_the_house(cast)
    ids |= {"request_id": request.pk, "receipt": request.receipt}
    ids |= recorded(cast, story)
    ids |= drawn(cast)
    ids |= reported(cast)
    ids |= counted_year(cast)
    ids |= checked(cast, story)
    ids |= reviewed(cast, story)
    return Objects(cast, story, ids | {"publication_id": publication.pk, "slug": publication.slug})


def found_by_search(cast: Cast, story: Story) -> dict[str, Any]:
    """A kept filter, and a party merged with one of another case of the same unit."""
    registered = story.case.registered_on
    lead = Case.objects.create(
        cause="x", source="inspection", received_at=story.case.received_at, occurred_on=registered, place="x",
        summary="x", department=story.case.department, registered_on=registered,
    )  # fmt: skip
    other = lead.parties.create(kind="citizen", name="x", id_number="x", address="x")
    party = story.case.parties.get()
    merged = PartyMerge.objects.create(
        one=party, other=other, reason="x", merged_by=cast["韩雪"], merged_on=date(2026, 9, 1)
    )
    kept = SavedFilter.objects.create(owner=cast["李明"], name="x", query="list=mine")
    return {
        "party_id": party.pk, "other_id": other.pk, "merge_id": merged.pk, "filter_id": kept.pk, "plate": "蒙G99871",
    }  # fmt: skip


def inspected(cast: Cast) -> dict[str, int]:
    """One table of one result, waiting."""
    checked_on = date(2026, 9, 1)
    batch = InspectionBatch.objects.create(loaded_by=cast["秦芳"], loaded_on=checked_on, due_on=checked_on)
    result = batch.results.create(
        plan="临时", item="x", is_person=False, name="x", checked_on=checked_on, organ="x", inspectors="1、2",
        result="nothing_found", due_on=checked_on, public_until=checked_on,
    )  # fmt: skip
    return {"inspected_id": batch.pk, "result_id": result.pk}


def reported(cast: Cast) -> dict[str, int]:
    """A report of the weighing station's unit with a link and a letter to another organ; a device."""
    now = datetime(2026, 4, 9, 9, tzinfo=UTC)
    known = {"kind": "report", "channel": "phone", "received_at": now, "content": "x"}
    one, two = (register(officer=cast["郑海"], now=now, informant={"name": "x"}, **known) for _each in range(2))
    assign(one, cast["郑海"], now, handler=cast["李明"], department=cast["李明"].department)
    facts = {"content": "x", "sent_on": now.date(), "reply_due_on": now.date()}
    sent = forward(one, cast["郑海"], now, way="copy", organ="x", **facts)
    other = register(officer=cast["郑海"], now=now, **known)
    link = judge(one, other, cast["郑海"], now, is_same=True, why="x")
    device = Equipment.objects.create(number="CZ-01", kind="weighing", place="x")
    return {
        "source_id": one.pk, "other_id": two.pk, "forwarding_id": sent.pk, "link_id": link.pk, "equipment_id": device.pk,
    }  # fmt: skip


def counted_year(cast: Cast) -> dict[str, int]:
    """A kept report of a year, the text around it, and a table of permits that waits."""
    now = datetime(2026, 1, 5, tzinfo=UTC)
    kept = keep(annual_report(Period(date(2025, 1, 1), NEW_YEARS_EVE), now=now), officer=cast["韩雪"])
    waiting = PermitBatch.objects.create(loaded_by=cast["韩雪"], loaded_on=NEW_YEARS_EVE)
    return {
        "report_id": kept.pk,
        "text_id": begin(2025, kept, cast["韩雪"], now).pk,
        "permits_id": waiting.pk,
    }


def kept_by_the_house(cast: Cast) -> dict[str, int]:
    """A vehicle, a regulation, something made public."""
    day = date(2026, 9, 1)
    unit = cast["李明"].department
    vehicle = Vehicle.objects.create(plate="蒙G1", unit=unit, inspected_until=day, insured_until=day)
    regulation = Regulation.objects.create(number="1", title="x")
    item = InformationItem.objects.create(
        title="x", channel="government_site", published_on=day, entered_by=cast["秦芳"]
    )
    return {"row_id": vehicle.pk, "regulation_id": regulation.pk, "information_id": item.pk}


def reviewed(cast: Cast, story: Story) -> dict[str, int]:
    """A batch drawn twice: one file is being marked for two experts, of the other the result is confirmed."""
    day, by = date(2026, 4, 9), cast["韩雪"]
    batch = ReviewBatch.objects.create(
        title="x", begins=day, ends=day, size=1, standard=frozen(standard_on(day)), rule={"rectify_working_days": 15},
        made_by=by, made_on=day,
    )  # fmt: skip
    unit = story.case.department_id
    frame = {"seed": "0", "frame": [[story.case.pk, unit, "ordinary"]], "shares": [[unit, "ordinary", 1, 1]]}
    machine = proposal(load_case_file(story.case.pk), standard_on(day))
    files = [
        batch.draws.create(
            number=number, reason="x", drawn_by=by, drawn_at=story.case.received_at, frame_sha256="x", **frame
        ).files.create(case=story.case, unit_id=unit, machine=machine)
        for number in (1, 2)
    ]
    answers = {number: {"outcome": "fault", "lost": "1", "reason": "x"} for number in machine}
    experts = [
        batch.reviewers.create(expert=Expert.objects.create(name=name, organisation="x"), named_by=by, named_on=day)
        for name in "甲乙"
    ]
    typed = {"answers": answers, "score": 0, "grade": "x", "vetoed": True}
    typed |= {"submitted_by": cast["朱玉"], "submitted_on": day}
    open_ = files[0].sheets.create(seat=1, reviewer=experts[0], assigned_on=day)
    waiting = files[0].sheets.create(seat=2, reviewer=experts[1], assigned_on=day, **typed)
    for seat, expert in enumerate(experts, 1):
        files[1].sheets.create(
            seat=seat, reviewer=expert, assigned_on=day, **typed, signed_by=cast["尤佳"], signed_on=day
        )
    ReviewFile.objects.filter(pk=files[1].pk).update(
        score=0, first_score=0, grade="x", vetoed=True, confirmed_by=by, confirmed_on=day, objections_until="9999-12-31"
    )
    objection = files[1].objections.create(item="P02", text="x", raised_by=cast["郑海"], raised_on=day, decide_by=day)
    notice = files[1].rectifications.create(
        year=2026, serial=1, answerer=cast["李明"], issued_by=by, issued_on=day, due_on="9999-12-31"
    )
    item = notice.items.create(item="P02", text="x")
    return {
        "review_batch_id": batch.pk, "draw_number": 1, "review_file_id": files[1].pk, "sheet_id": open_.pk,
        "signed_sheet_id": waiting.pk, "objection_id": objection.pk, "notice_id": notice.pk, "notice_item_id": item.pk,
    }  # fmt: skip


def upload_of(story: Story) -> Upload:
    """On its way; its owner's alone."""
    now = story.case.received_at
    return Upload.objects.create(
        owner=story.cast["李明"], case=story.case, length=9, started_at=now, expires_at=now + timedelta(days=999)
    )


def with_file(evidence: Evidence) -> Evidence:
    evidence.sha256, evidence.content_type, evidence.size = "ab" * 32, "application/pdf", len(blank_page())
    evidence.file.save("x.pdf", ContentFile(blank_page()), save=False)
    stored = {"size": evidence.size, "content_type": evidence.content_type, "stored_at": evidence.case.received_at}
    evidence.stored = StoredFile.objects.create(
        sha256=evidence.sha256, file=evidence.file.name, preview=evidence.file.name, **stored
    )
    evidence.save()
    return evidence


def batch_of(story: Story) -> PrintBatch:
    """One paper, ready; a batch is its owner's alone."""
    paper = story.case.documents.get(form_key="penalty-decision")
    batch = start_batch(title="试打", documents=[paper], officer=story.cast["李明"], now=story.case.received_at)
    drain(limit=1000)
    return batch


def proof_of(story: Story) -> ServiceProof:
    paper = story.case.documents.get(form_key="penalty-decision")
    kept = ServiceProof(
        case=story.case, document=paper, title="邮件回执", sha256="cd" * 32, content_type="application/pdf",
        added_on=paper.issued_on, added_by=story.cast["李明"],
    )  # fmt: skip
    kept.file.save("x.pdf", ContentFile(blank_page()))
    return kept


@cache
def blank_page() -> bytes:
    page, document = BytesIO(), pypdfium2.PdfDocument.new()
    document.new_page(595, 842)
    document.save(page)
    document.close()
    return page.getvalue()


def recorded(cast: Cast, story: Story) -> dict[str, Any]:
    """A device with one recording, confirmed in the case; an import, a list; no file lies anywhere."""
    scene = story.case.inquiries.earliest("pk")
    device = add_device(number="ZF-01", kind="body", since=date(2026, 1, 5), by=cast["施康"])
    recording = Recording.objects.create(
        device=device, officer=cast["李明"], started_at=scene.started_at, ended_at=scene.ended_at, path="x.mp4",
        sha256="ab" * 32, size=1, uploaded_at=scene.ended_at, due_at=scene.started_at,
    )  # fmt: skip
    match = attach(story.case, recording, officer=cast["李明"], on=date(2026, 4, 9))
    asked = DockImport.objects.create(folder="dock1", asked_by=cast["施康"], asked_at=scene.ended_at)
    listed = Disposal.objects.create(proposed_by=cast["施康"], proposed_on=date(2026, 4, 9))
    return {
        "recording_id": recording.pk, "match_id": match.pk, "device_id": device.pk, "import_id": asked.pk,
        "disposal_id": listed.pk, "moment_key": f"inquiry-{scene.pk}",
    }  # fmt: skip


def drawn(cast: Cast) -> dict[str, int]:
    """One draw under way of an approved plan, with an object that was drawn; a plan that waits."""
    day = date(2026, 4, 9)
    item = CheckItem.objects.create(number="x", title="x", trade="repair", basis="x", listed_on=day)
    target = CheckObject.objects.create(name="x", uscc="x", trade="repair", listed_on=day)
    listed = InspectorTrade.objects.create(officer=cast["李明"], trade="repair", listed_on=day)
    base = {"title": "x", "year": 2026, "trade": "repair", "begins_on": day, "ends_on": day, "drafted_on": day}
    base |= {"lead": cast["李明"].department, "drafted_by": cast["韩雪"]}
    waiting = DrawPlan.objects.create(number="x1", **base)
    plan = DrawPlan.objects.create(
        number="x2", approved_by=cast["卫国"], approved_on=day, permille=dict.fromkeys(CreditClass.values, 10), **base
    )
    now = timezone.now()
    draw = open_draw(plan, by=cast["韩雪"], supervisor=cast["陈静"], draws_on=day, now=now.replace(2026, 4, 9))
    task = Task.objects.create(origin="random", title="x", target=target, begins_on=day, due_on=day)
    row = DrawnObject.objects.create(draw=draw, target=target, credit_class="ordinary", task=task)
    away = keep_away(target, cast["王强"], reason="x", on=day, by=cast["韩雪"])
    return {
        "recusal_id": away.pk,
        "item_id": item.pk, "target_id": target.pk, "inspector_id": listed.pk, "draft_id": waiting.pk,
        "plan_id": plan.pk, "draw_id": draw.pk, "drawn_id": row.pk, "number": draw.pk,
    }  # fmt: skip


def checked(cast: Cast, story: Story) -> dict[str, int]:
    """A check under way, of the party of the case, with a hazard and a talk."""
    day = story.case.received_at.date()
    listed = {"trade": "freight", "listed_on": date(2026, 1, 1)}
    item = CheckItem.objects.create(number="A01", title="x", basis="x", **listed)
    target = CheckObject.objects.create(name=CANARY, **listed)
    people = [cast["李明"], cast["王强"]]
    plan = {"kind": "planned", "target": target, "place": "x", "planned_on": day}
    made = propose_check(officer=people[0], on=day, items=[item], officers=people, partners=[], **plan)
    said = {"begun_at": time(9), "told_rights": True, "urgent_reason": "x"}
    made = act_on_check(made, "begin_urgent_check", people[0], day, **said)
    hazard = made.hazards.create(what="x", place="x", found_on=day, due_on=day)
    talk = Talk.objects.create(
        firm="x", attended="x", held_on=day, why="x", said="x", promise="x", entered_by=people[0]
    )
    talk.officers.add(people[0])
    order = made.orders.create(number="x", content="x", basis="x", ordered_on=day, due_on=day, ordered_by=people[0])
    return {"check_id": made.pk, "hazard_id": hazard.pk, "talk_id": talk.pk, "order_id": order.pk}


def statute() -> Any:
    text = "样例条例\n第一条　为了试验，制定本条例。\n第二条　本条例自发布之日起施行。\n"
    return load_statute(text.encode(), title="样例条例", in_force_from=date(2026, 1, 1), source="样例").statute
