"""三员: who keeps the system holds that one post and no other (security.md P25, S14)."""

from django.db import migrations

from officers.triggers import Bar, bars

SYSTEM = "('system_admin', 'security_admin', 'audit_admin')"
MIXED = (
    "NEW.ended_on IS NULL AND EXISTS (SELECT 1 FROM officers_rolegrant g WHERE g.officer_id = NEW.officer_id "
    f"AND g.ended_on IS NULL AND g.role <> NEW.role AND (NEW.role IN {SYSTEM} OR g.role IN {SYSTEM}))"
)


class Migration(migrations.Migration):
    dependencies = [("officers", "0001_officers_posts_and_certificates")]

    operations = [
        bars(
            Bar(
                f"three_administrators_apart_on_{event.lower()}",
                "officers_rolegrant",
                event,
                MIXED,
                "系统、安全、审计管理员只能担任这一个职务。",
            )
            for event in ("INSERT", "UPDATE")
        )
    ]
