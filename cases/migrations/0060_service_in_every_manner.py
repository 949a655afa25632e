"""Service in every manner that the law knows: tries, notices, addresses, proofs; the day is reckoned."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import cases.models.service
from officers.triggers import with_bars_lifted


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0051_custody_held_by_the_database"),
        ("documents", "0002_issued_papers_never_change"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = with_bars_lifted(
        migrations.CreateModel(
            name="Entrustment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("organ", models.CharField(max_length=120, verbose_name="受托机关")),
                ("reason", models.CharField(max_length=200, verbose_name="委托的原因")),
                ("sent_on", models.DateField(verbose_name="发函日期")),
            ],
        ),
        migrations.CreateModel(
            name="PublicNotice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("posted_on", models.DateField(verbose_name="公告发出日期")),
                ("places", models.CharField(max_length=200, verbose_name="张贴、刊登在哪里")),
                ("reason", models.CharField(max_length=300, verbose_name="公告送达的原因")),
                ("summary", models.TextField(verbose_name="文书主要内容")),
            ],
        ),
        migrations.CreateModel(
            name="ServiceAddress",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("receiver", models.CharField(max_length=60, verbose_name="收件人")),
                ("receiver_relation", models.CharField(max_length=60, verbose_name="收件人与受送达人关系")),
                ("phone", models.CharField(max_length=30, verbose_name="联系手机")),
                ("address", models.CharField(max_length=200, verbose_name="邮寄地址")),
                ("postcode", models.CharField(blank=True, max_length=10, verbose_name="邮编")),
                ("electronic", models.BooleanField(default=False, verbose_name="同意电子送达")),
                (
                    "channel",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("sms", "手机短信"),
                            ("wechat", "移动微信"),
                            ("email", "电子邮箱"),
                            ("fax", "传真"),
                            ("other", "其他"),
                        ],
                        max_length=10,
                        verbose_name="电子送达渠道",
                    ),
                ),
                ("account", models.CharField(blank=True, max_length=120, verbose_name="号码或者账号")),
                ("covers", models.JSONField(blank=True, default=list, verbose_name="适用的文书")),
                ("signed_on", models.DateField(verbose_name="签订日期")),
            ],
        ),
        migrations.CreateModel(
            name="ServiceAttempt",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("direct", "直接送达未成"),
                            ("post", "邮件被退回"),
                            ("entrusted", "受托机关未能送达"),
                            ("electronic", "电子送达未到达"),
                            ("forwarded", "转交未成"),
                            ("search", "查找下落未果"),
                        ],
                        max_length=10,
                        verbose_name="怎么送的",
                    ),
                ),
                ("attempted_at", models.DateTimeField(verbose_name="时间")),
                ("place", models.CharField(max_length=120, verbose_name="地点")),
                ("reason", models.CharField(max_length=300, verbose_name="为什么没有送到")),
                ("post_number", models.CharField(blank=True, max_length=40, verbose_name="邮件号码")),
            ],
        ),
        migrations.CreateModel(
            name="ServiceProof",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=120, verbose_name="名称")),
                ("file", models.FileField(max_length=200, upload_to=cases.models.service.by_hash)),
                ("sha256", models.CharField(max_length=64)),
                ("size", models.PositiveBigIntegerField(default=0)),
                ("content_type", models.CharField(max_length=60)),
                ("added_on", models.DateField()),
            ],
        ),
        migrations.AddField(
            model_name="servicerecord",
            name="derivation",
            field=models.CharField(blank=True, default="", max_length=120),
        ),
        migrations.AddField(
            model_name="servicerecord",
            name="forwarding_ground",
            field=models.CharField(blank=True, default="", max_length=12, verbose_name="转交的原因"),
        ),
        migrations.AddField(
            model_name="servicerecord",
            name="receiver_age",
            field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="收件人年龄"),
        ),
        migrations.AddField(
            model_name="servicerecord",
            name="recorded_on",
            field=models.DateField(blank=True, null=True, verbose_name="登记日期"),
        ),
        migrations.AddField(
            model_name="servicerecord",
            name="refusal",
            field=models.CharField(blank=True, default="", max_length=200, verbose_name="拒收事由"),
        ),
        migrations.AddField(
            model_name="servicerecord",
            name="remedy_channel",
            field=models.CharField(blank=True, default="", max_length=200, verbose_name="提交复议申请的互联网渠道"),
        ),
        migrations.AddField(
            model_name="servicerecord",
            name="through",
            field=models.CharField(blank=True, default="", max_length=120, verbose_name="受托或者转交的机关、单位"),
        ),
        migrations.AlterField(
            model_name="servicerecord",
            name="manner",
            field=models.CharField(
                choices=[
                    ("direct", "直接送达"),
                    ("left", "留置送达"),
                    ("post", "邮寄送达"),
                    ("entrusted", "委托送达"),
                    ("electronic", "电子送达"),
                    ("forwarded", "转交送达"),
                    ("public", "公告送达"),
                ],
                max_length=10,
                verbose_name="送达方式",
            ),
        ),
        migrations.AddConstraint(
            model_name="servicerecord",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("manner__in", ["entrusted", "forwarded"]), _negated=True),
                    models.Q(("through", ""), _negated=True),
                    _connector="OR",
                ),
                name="service_through_others_names_them",
                violation_error_message="委托、转交送达须写明受托或者转交的机关、单位。",
            ),
        ),
        migrations.AddField(
            model_name="entrustment",
            name="case",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="entrustments", to="cases.case"
            ),
        ),
        migrations.AddField(
            model_name="entrustment",
            name="document",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="entrustments", to="documents.document"
            ),
        ),
        migrations.AddField(
            model_name="entrustment",
            name="officer",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="entrustment",
            name="party",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="entrustments", to="cases.party"
            ),
        ),
        migrations.AddField(
            model_name="publicnotice",
            name="case",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="public_notices", to="cases.case"
            ),
        ),
        migrations.AddField(
            model_name="publicnotice",
            name="document",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="public_notices", to="documents.document"
            ),
        ),
        migrations.AddField(
            model_name="publicnotice",
            name="officer",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="publicnotice",
            name="party",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="public_notices", to="cases.party"
            ),
        ),
        migrations.AddField(
            model_name="serviceaddress",
            name="case",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="service_addresses", to="cases.case"
            ),
        ),
        migrations.AddField(
            model_name="serviceaddress",
            name="officer",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="serviceaddress",
            name="party",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="service_addresses", to="cases.party"
            ),
        ),
        migrations.AddField(
            model_name="serviceattempt",
            name="case",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="service_attempts", to="cases.case"
            ),
        ),
        migrations.AddField(
            model_name="serviceattempt",
            name="document",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="service_attempts", to="documents.document"
            ),
        ),
        migrations.AddField(
            model_name="serviceattempt",
            name="officer",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="serviceattempt",
            name="party",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="service_attempts", to="cases.party"
            ),
        ),
        migrations.AddField(
            model_name="serviceattempt",
            name="second_officer",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="serviceproof",
            name="added_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="serviceproof",
            name="case",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="service_proofs", to="cases.case"
            ),
        ),
        migrations.AddField(
            model_name="serviceproof",
            name="document",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="service_proofs", to="documents.document"
            ),
        ),
        migrations.AddConstraint(
            model_name="publicnotice",
            constraint=models.CheckConstraint(
                condition=models.Q(models.Q(("places", ""), _negated=True), models.Q(("reason", ""), _negated=True)),
                name="a_public_notice_says_where_and_why",
                violation_error_message="公告送达须记明原因和经过（民事诉讼法第九十五条）。",
            ),
        ),
        migrations.AddConstraint(
            model_name="serviceaddress",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("electronic", False),
                    models.Q(models.Q(("channel", ""), _negated=True), models.Q(("account", ""), _negated=True)),
                    _connector="OR",
                ),
                name="electronic_service_names_its_channel",
                violation_error_message="同意电子送达的，须写明渠道和号码。",
            ),
        ),
        migrations.AddConstraint(
            model_name="serviceattempt",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True),
                name="a_failed_service_says_why",
                violation_error_message="未能送达的，须写明原因。",
            ),
        ),
        migrations.AddConstraint(
            model_name="serviceattempt",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "post"), _negated=True),
                    models.Q(("post_number", ""), _negated=True),
                    _connector="OR",
                ),
                name="a_returned_letter_has_its_number",
                violation_error_message="邮件被退回的，须填写邮件号码。",
            ),
        ),
        migrations.AddConstraint(
            model_name="serviceattempt",
            constraint=models.CheckConstraint(
                condition=models.Q(("officer", models.F("second_officer")), _negated=True),
                name="two_different_officers_tried",
                violation_error_message="送达须由两名不同的执法人员进行。",
            ),
        ),
        migrations.AddConstraint(
            model_name="serviceproof",
            constraint=models.CheckConstraint(
                condition=models.Q(("sha256", ""), _negated=True),
                name="a_proof_of_service_has_its_hash",
                violation_error_message="证明文件缺少校验值。",
            ),
        ),
    )
