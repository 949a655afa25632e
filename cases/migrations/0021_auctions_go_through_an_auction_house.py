"""Things are auctioned by a lawful auction house (行政强制法 48)."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from officers.triggers import with_bars_lifted


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0020_penalties_other_than_money_are_shown"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        *with_bars_lifted(
            migrations.AddField(
                model_name="disposal",
                name="auction_house",
                field=models.CharField(blank=True, max_length=120, verbose_name="拍卖机构"),
            ),
            migrations.AddField(
                model_name="disposal",
                name="house_licence",
                field=models.CharField(blank=True, max_length=60, verbose_name="拍卖经营批准证书号"),
            ),
            migrations.AlterField(
                model_name="disposal",
                name="state",
                field=models.CharField(
                    choices=[
                        ("asked", "待批准处理"),
                        ("allowed", "已批准处理"),
                        ("entrusted", "已委托拍卖"),
                        ("unsold", "流拍，另行处理"),
                        ("denied", "未批准处理"),
                        ("done", "已处理"),
                    ],
                    default="asked",
                    max_length=50,
                ),
            ),
            migrations.AddConstraint(
                model_name="disposal",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("manner", "auction"), _negated=True),
                        ("state__in", ["asked", "denied"]),
                        models.Q(
                            models.Q(("auction_house", ""), _negated=True),
                            models.Q(("house_licence", ""), _negated=True),
                        ),
                        _connector="OR",
                    ),
                    name="an_auction_has_its_lawful_house",
                    violation_error_message="拍卖财物由行政机关委托依法设立的拍卖机构办理（行政强制法第四十八条）。",
                ),
            ),
        ),
        migrations.CreateModel(
            name="Auction",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("contract", models.CharField(max_length=120, verbose_name="委托拍卖合同")),
                ("entrusted_on", models.DateField(verbose_name="委托日期")),
                (
                    "reserve",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="保留价（元）"
                    ),
                ),
                ("announced_on", models.DateField(blank=True, null=True, verbose_name="拍卖公告日期")),
                ("held_on", models.DateField(blank=True, null=True, verbose_name="拍卖日期")),
                ("sold", models.BooleanField(blank=True, null=True, verbose_name="已经成交")),
                (
                    "price",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=14, null=True, verbose_name="成交价（元）"
                    ),
                ),
                ("buyer", models.CharField(blank=True, max_length=120, verbose_name="买受人")),
                ("confirmation", models.CharField(blank=True, max_length=120, verbose_name="成交确认书或者流拍证明")),
                (
                    "disposal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="auctions", to="cases.disposal"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("held_on", None),
                            models.Q(("announced_on__isnull", False), ("held_on__gt", models.F("announced_on"))),
                            _connector="OR",
                        ),
                        name="an_auction_is_announced_before_it_is_held",
                        violation_error_message="拍卖应当先公告（拍卖法第四十五条）。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("sold", None),
                            ("sold", False),
                            models.Q(("price__gt", 0), models.Q(("buyer", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="a_sale_by_auction_has_buyer_and_price",
                        violation_error_message="已经成交的，须有买受人和成交价。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("sold", None),
                            models.Q(("held_on__isnull", False), models.Q(("confirmation", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="an_auction_that_was_held_has_its_paper",
                        violation_error_message="拍卖结果须有日期和成交确认书或者流拍证明。",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("sold", None)),
                        fields=("disposal",),
                        name="one_auction_is_under_way",
                        violation_error_message="这些财物已经委托拍卖，还没有结果。",
                    ),
                ],
                "verbose_name": "拍卖",
            },
        ),
    ]
