"""Counsel and government lawyers may be asked during a legal review."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("officers", "0002_three_administrators_apart"),
    ]

    operations = [
        migrations.AlterField(
            model_name="rolegrant",
            name="role",
            field=models.CharField(
                choices=[
                    ("officer", "执法人员"),
                    ("team_head", "办案机构负责人"),
                    ("legal_reviewer", "法制审核人员"),
                    ("legal_counsel", "法律顾问、公职律师"),
                    ("hearing_chair", "听证主持人"),
                    ("bureau_head", "执法部门负责人"),
                    ("administrator", "业务管理员"),
                    ("finance", "财务人员"),
                    ("archivist", "档案管理员"),
                    ("publisher", "公示人员"),
                    ("keeper", "财物保管人员"),
                    ("seal_keeper", "印章保管人员"),
                    ("system_admin", "系统管理员"),
                    ("security_admin", "安全管理员"),
                    ("audit_admin", "审计管理员"),
                ],
                max_length=20,
            ),
        ),
    ]
