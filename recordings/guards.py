"""May this recording stand for this moment, and does this moment want a reason?"""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.act import Ask, Text
from cases.guards.declare import guard
from cases.guards.people import HANDLERS
from officers.roles import Role
from recordings.caseload import meter
from recordings.coverage import moments


@guard(basis="行政处罚法:47", cure=gettext_lazy("从本案应当记录的环节中选择"), by=HANDLERS)
def moment_is_of_the_case(ask: Ask) -> Iterator[Text]:
    key = ask.facts.get("moment_key", "")
    if key and key not in {one.key for one in moments(ask.file)}:
        yield _("本案没有这个应当记录的环节。")


@guard(
    basis="行政处罚法:47",
    cure=gettext_lazy("找回原文件，或者在销毁清册中查明去向"),
    by=Role.KEEPER.label,
)
def recording_is_there(ask: Ask) -> Iterator[Text]:
    recording = ask.subject.recording
    if recording.is_gone_for_good:
        yield _("这段音像已经列入批准的销毁清册。")
    elif recording.finding:
        yield _("这段音像最近一次核对的结果是“%(finding)s”。") % {"finding": recording.get_finding_display()}


@guard(basis="行政处罚法:47", cure=gettext_lazy("已有完整音像的，不用说明"), by=HANDLERS)
def moment_lacks_its_recording(ask: Ask) -> Iterator[Text]:
    found = next((one for one in meter(ask.file) if one.moment.key == ask.subject.moment_key), None)
    if found is None:
        yield _("本案没有这个应当记录的环节。")
    elif found.is_whole:
        yield _("“%(moment)s”已有完整的音像。") % {"moment": found.moment.title}
