"""Which posts exist, and which of them one person may not hold together?"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """A post at the bureau; codes are stored and never change."""

    OFFICER = "officer", _("执法人员")
    TEAM_HEAD = "team_head", _("办案机构负责人")
    LEGAL_REVIEWER = "legal_reviewer", _("法制审核人员")
    LEGAL_COUNSEL = "legal_counsel", _("法律顾问、公职律师")
    HEARING_CHAIR = "hearing_chair", _("听证主持人")
    BUREAU_HEAD = "bureau_head", _("执法部门负责人")
    ADMINISTRATOR = "administrator", _("业务管理员")
    FINANCE = "finance", _("财务人员")
    ARCHIVIST = "archivist", _("档案管理员")
    PUBLISHER = "publisher", _("公示人员")
    KEEPER = "keeper", _("财物保管人员")
    SEAL_KEEPER = "seal_keeper", _("印章保管人员")
    SYSTEM_ADMIN = "system_admin", _("系统管理员")
    SECURITY_ADMIN = "security_admin", _("安全管理员")
    AUDIT_ADMIN = "audit_admin", _("审计管理员")


# 三员: each looks after the system, none of them may touch a case (GB/T 22239-2019, 安全管理中心).
SYSTEM_ROLES = frozenset({Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN})
BUSINESS_ROLES = frozenset(Role) - SYSTEM_ROLES


def may_be_held_together(held: frozenset[Role], added: Role) -> bool:
    """A system administrator holds that one role and nothing else (security.md P25, S14)."""
    if added in SYSTEM_ROLES:
        return not held - {added}
    return not held & SYSTEM_ROLES
