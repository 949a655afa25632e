"""What was approved before the portal had tables of its own is copied into them, or leaves its tombstone there."""

from django.db import migrations

TEXTS = (
    "number",
    "party_name_public",
    "uscc_public",
    "conduct",
    "facts_public",
    "basis_public",
    "result_public",
    "remedy_public",
    "fulfilment_public",
    "cited",
)
SAME = ("slug", "organ", "is_person", "conduct_on", "decided_on", "published_on", "public_until")
# The kinds were not kept apart before; the printed result names them.
WORDS = (
    ("警告", "warning"),
    ("通报批评", "notice_of_criticism"),
    ("罚款", "fine"),
    ("没收违法所得", "confiscate_income"),
    ("没收非法财物", "confiscate_goods"),
    ("暂扣", "suspend_licence"),
    ("降低资质", "downgrade"),
    ("吊销", "revoke"),
    ("限制开展", "restrict"),
    ("停产停业", "stop"),
    ("责令关闭", "close"),
    ("限制从业", "ban"),
)


def kinds_of(result):
    found = [kind for word, kind in WORDS if word in result]
    return f";{';'.join(found)};" if found else ""


def copy(apps, schema_editor):
    shown = apps.get_model("publicity", "PublishedDecision")
    for one in apps.get_model("publicity", "Publication").objects.exclude(published_on=None):
        one.kinds = kinds_of(one.result_public)
        one.save(update_fields=["kinds"])
        fields = {name: getattr(one, name) for name in SAME} | {"kinds": one.kinds}
        if one.state == "withdrawn":
            shown.objects.create(
                **fields,
                number=one.number,
                fate="withdrawn",
                changed_on=one.withdrawn_on,
                withdrawn_on=one.withdrawn_on,
                withdrawal_reason=one.withdrawal_reason,
            )
        else:
            # What has run out is erased by the next nightly sweep; until then no query shows it.
            texts = {name: getattr(one, name) for name in TEXTS}
            shown.objects.create(**fields, **texts, fate="shown", changed_on=one.published_on)


class Migration(migrations.Migration):
    dependencies = [("publicity", "0011_requests_to_correct_what_is_published")]

    operations = [migrations.RunPython(copy, migrations.RunPython.noop)]
