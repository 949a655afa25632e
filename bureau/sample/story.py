"""How does a sample case go its way: through the same door as every real one?"""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import date, datetime, time
from typing import Any

from django.utils.timezone import make_aware

from cases.case_file import load_case_file
from cases.evidence_rules import fact_lines
from cases.models import Case, Charge, Party
from cases.services import Done, open_case, perform
from law.holidays import add_working_days
from officers.models import Officer
from publicity.proposal import propose
from publicity.services import prepare

Cast = dict[str, Officer]


def at(day: date, hour: int, minute: int = 0) -> datetime:
    return make_aware(datetime.combine(day, time(hour, minute)))


class Story:
    """One case told act by act; each line is an officer, an act, a day and its facts."""

    def __init__(self, cast: Cast, first: str, second: str, unit_head: str, *, on: date, **lead: Any) -> None:
        self.cast, self.start, self.serial = cast, on, 1
        self.first, self.second, self.unit_head = first, second, unit_head
        self.case = open_case(officer=cast[first], second=cast[second], on=on, **lead)

    def later(self, working_days: int) -> date:
        """So many working days after the beginning: a story moved to another month stays lawful."""
        return add_working_days(self.start, working_days)

    @property
    def party(self) -> Party:
        return self.case.parties.get()

    @property
    def charge(self) -> Charge:
        return self.case.charges.get()

    def act(self, who: str, key: str, on: date, **facts: Any) -> Done:
        done = perform(self.case, key, self.cast[who], on, **facts)
        self.case = Case.objects.get(pk=self.case.pk)
        return done

    def act_on(self, subject: Any, who: str, key: str, on: date, **facts: Any) -> Done:
        """An act on one legal object of the case."""
        done = perform(subject, key, self.cast[who], on, **facts)
        self.case = Case.objects.get(pk=self.case.pk)
        return done

    def exempt(self, on: date, reason: str, head: str = "卫国") -> None:
        """The handler asks that the penalty is not published, the head allows it."""
        self.act_on(self.handler("propose_exemption", on, reason=reason).about, head, "excuse_publication", on)

    def with_hearing(self, who: str, key: str, on: date, **facts: Any) -> Done:
        """An act on the case's latest hearing."""
        done = perform(self.case.hearings.latest("pk"), key, self.cast[who], on, **facts)
        self.case = Case.objects.get(pk=self.case.pk)
        return done

    def handler(self, key: str, on: date, **facts: Any) -> Done:
        return self.act(self.first, key, on, **facts)

    def file_case(self, on: date, head: str = "卫国") -> None:
        self.handler("propose_filing", on, opinion="符合立案条件，建议立案调查。")
        self.act(self.unit_head, "endorse_filing", on, opinion="同意立案，报局领导审批。")
        self.act(head, "approve_filing", on, opinion="同意立案。")

    def record_scene(self, on: date, body: str, person: str, relation: str, hour: int = 9, **more: Any) -> None:
        self.handler(
            "record_scene",
            on,
            second_officer=self.cast[self.second],
            started_at=at(on, hour, 45),
            ended_at=at(on, hour + 1, 10),
            place=self.case.place,
            person_name=person,
            person_relation=relation,
            body=body,
            **CLEAN_RECORD,
            **more,
        )

    def interview(self, on: date, person: str, relation: str, answers: list[tuple[str, str]], hour: int = 14) -> None:
        self.handler(
            "record_interview",
            on,
            second_officer=self.cast[self.second],
            started_at=at(on, hour),
            ended_at=at(on, hour, 40),
            place="样例旗交通运输局询问室",
            person_name=person,
            person_relation=relation,
            answers=[{"question": asked, "answer": said} for asked, said in answers],
            **CLEAN_RECORD,
        )

    def evidence(self, on: date, kind: str, title: str, source: str, proves: str, **more: Any) -> None:
        """In good form, and for every fact of every charge, unless told otherwise."""
        more.setdefault("formalities", GOOD_FORM.get(kind, {}))
        more.setdefault("supports", self.every_fact())
        self.handler("add_evidence", on, kind=kind, title=title, source=source, proves=proves, collected_on=on, **more)

    def every_fact(self) -> list[tuple[int, int]]:
        charges = self.case.charges.filter(withdrawn_on=None)
        return [(one.pk, line) for one in charges for line in range(1, len(fact_lines(one)) + 1)]

    def conclude(self, on: date, *, head: str = "卫国", approved_on: date | None = None, **report: Any) -> None:
        report.setdefault("is_complex", False)
        report.setdefault("concerns_public_interest", False)
        report.setdefault("sanctions", {})
        self.handler("conclude_investigation", on, **report)
        self.act(self.unit_head, "endorse_report", approved_on or on, opinion="同意调查报告和处理意见。")
        self.act(head, "approve_report", approved_on or on, opinion="同意处理意见，依法办理。")

    def serve(self, key: str, form: str, on: date, receiver: str, relation: str, **more: Any) -> None:
        waiting = self.case.documents.filter(form_key=form, state="issued", services=None)
        for document in list(waiting):
            self.handler(
                key,
                on,
                document=document,
                manner="direct",
                place=document.party.address,
                receiver=receiver or document.party.name,
                receiver_relation=relation,
                second_server=self.cast[self.second],
                **more,
            )

    def publish(self, on: date) -> None:
        """One publisher redacts each decision as proposed, another approves it."""
        file = load_case_file(self.case.pk)
        for decision in self.case.decisions.all():
            publication = prepare(decision)
            perform(publication, "redact", self.cast["秦芳"], on, **asdict(propose(file, decision)))
            perform(publication, "approve", self.cast["尤佳"], on)
        self.case = Case.objects.get(pk=self.case.pk)

    def close(self, on: date, note: str, *, head: str = "卫国") -> None:
        self.handler("propose_closing", on, closing_note=note, opinion="案件已办理完毕，建议结案。")
        self.act(self.unit_head, "endorse_closing", on, opinion="同意结案。")
        self.act(head, "approve_closing", on, opinion="同意结案。")


GOOD_FORM = {
    "documentary": {"original": "复制件", "provider": "持有人，取得当日", "compared": "是"},
    "audiovisual": {
        "origin": "执法记录仪或者现场拍摄",
        "maker": "执法人员，取得当日，执法记录仪拍摄",
        "carrier": "执法记录仪存储卡，存本单位采集站",
    },
    "electronic": {
        "origin": "执法人员提取",
        "collected": "执法人员，取得当日，从称重系统导出",
        "intact": "校验值已记入案卷",
    },
}
CLEAN_RECORD = {"certificates_shown": True, "rights_told": True, "signed": True}


def tell(story: Story, phases: Mapping[str, Callable[[Story], None]], until: str) -> Story:
    """Phase after phase, up to and with the one named."""
    for name, phase in phases.items():
        phase(story)
        if name == until:
            break
    return story
