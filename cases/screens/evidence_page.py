"""What is known of one piece of evidence: the claim, what the file says of itself, and who has looked at it?"""

from datetime import date, datetime
from typing import Any

from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from cases.case_file import CaseFile
from cases.models import Evidence
from cases.screens.case_page import evidence_view, identity
from cases.screens.rows import Row
from files.accesses import accesses_to
from files.contents import IMAGES
from files.models import StoredFile
from officers.models import Officer
from officers.roles import Role

SHOWN = 200


def evidence_page(file: CaseFile, evidence: Evidence, officer: Officer, today: date) -> dict[str, Any]:
    """The whole context of cases/evidence.html."""
    stored = evidence.stored
    shows_accesses = may_see_accesses(file, officer)
    return {
        "case": identity(file),
        "evidence": evidence_view(evidence, today),
        "claim": claim_rows(evidence),
        "original": original_rows(evidence, stored) if evidence.file else [],
        "says": picture_rows(stored) if stored else [],
        "says_nothing": silence_of(stored) if stored else "",
        "doubts": doubts_about(evidence, stored) if stored else [],
        "preview_url": reverse("cases:evidence-preview", args=[evidence.case_id, evidence.pk])
        if stored and stored.preview
        else "",
        "shows_accesses": shows_accesses,
        "accesses": accesses_to(evidence.case_id, evidence.sha256)[:SHOWN] if shows_accesses and evidence.file else [],
    }


def may_see_accesses(file: CaseFile, officer: Officer) -> bool:
    """The handlers of the case, the head of their unit and the heads of the bureau."""
    heads_unit = officer.holds(Role.TEAM_HEAD) and officer.department_id == file.case.department_id
    return heads_unit or officer.holds(Role.BUREAU_HEAD) or officer in file.handlers


def claim_rows(evidence: Evidence) -> list[Row]:
    rows = [
        Row(_("证据种类"), str(evidence.get_kind_display())),
        Row(_("来源"), evidence.source),
        Row(_("取得日期"), date_format(evidence.collected_on)),
        Row(_("取得地点"), evidence.place),
        Row(_("取得人"), evidence.collected_by.name),
        Row(_("证明什么"), evidence.proves),
    ]
    return [row for row in rows if row.value]


def original_rows(evidence: Evidence, stored: StoredFile | None) -> list[Row]:
    rows = [
        Row(_("类型"), f"{kind_of(evidence.content_type)}（{evidence.content_type}）"),
        Row(_("大小"), filesizeformat(evidence.size)),
        Row(_("校验值（SHA-256）"), evidence.sha256),
    ]
    if stored:
        rows.append(Row(_("存入时间"), _moment(stored.stored_at)))
        checked = _moment(stored.checked_at) if stored.checked_at else _("还没有；每天夜里核对")
        rows.append(Row(_("最近一次核对"), checked))
    return rows


def kind_of(content_type: str) -> str:
    main, _slash, rest = content_type.partition("/")
    if rest == "pdf":
        return _("PDF 文件")
    return str({"image": _("图片"), "video": _("录像"), "audio": _("录音")}.get(main, _("其他文件")))


def picture_rows(stored: StoredFile) -> list[Row]:
    says = stored.says
    place = f"{says['latitude']}, {says['longitude']}" if "latitude" in says and "longitude" in says else ""
    taken = taken_at(stored)
    rows = [
        Row(_("拍摄时间"), _moment(taken) if taken else ""),
        Row(_("拍摄地点（纬度、经度）"), place),
        Row(_("设备"), says.get("camera", "")),
    ]
    return [row for row in rows if row.value]


def silence_of(stored: StoredFile) -> str:
    """Why a picture says nothing of itself; that is no reproach, most scans and forwarded pictures say nothing."""
    if stored.content_type not in IMAGES.values() or stored.says:
        return ""
    if stored.looked_into_at is None:
        return _("照片自带的信息还在读取，过一会儿刷新本页。")
    return _("照片没有自带拍摄时间和地点。")


def doubts_about(evidence: Evidence, stored: StoredFile) -> list[str]:
    """What contradicts the claim, in plain words; nobody is judged by a device whose clock may be wrong."""
    found = []
    if stored.fault:
        found.append(_("原件%(fault)s，请立即报告管理员。") % {"fault": stored.get_fault_display()})
    taken = taken_at(stored)
    if taken is None:
        return found
    if timezone.localtime(taken).date() != evidence.collected_on:
        words = _("照片自带的拍摄日期是 %(taken)s，填写的取得日期是 %(on)s，两者不一致，请核对。")
        dates = {"taken": date_format(timezone.localtime(taken)), "on": date_format(evidence.collected_on)}
        found.append(words % dates)
    if taken > stored.stored_at:
        found.append(_("照片自带的拍摄时间晚于存入时间：设备时钟可能不准，或者照片被改过，请核对。"))
    return found


def taken_at(stored: StoredFile) -> datetime | None:
    """A camera that names no zone means the clock on the wall here."""
    told = f"{stored.says.get('taken_at', '')}{stored.says.get('offset', '')}"
    try:
        found = datetime.fromisoformat(told)
    except ValueError:
        return None
    return found if found.tzinfo else timezone.make_aware(found)


def _moment(at: datetime) -> str:
    return date_format(timezone.localtime(at), "DATETIME_FORMAT")
