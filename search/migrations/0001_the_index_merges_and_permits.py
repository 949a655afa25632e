import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

# The words of a case are looked up by an inverted index, which each database makes in its own way: SQLite as a table of
# its own kind (FTS5), PostgreSQL as a GIN index, both without an extension to install. Whoever changes this table later
# must make it anew here: Django does not know how, and `manage.py rebuild_search` fills it.
ON_SQLITE = (
    "CREATE VIRTUAL TABLE search_casewords USING fts5"
    "(words, detail=none, columnsize=0, tokenize='unicode61 remove_diacritics 0')",
)
ON_POSTGRESQL = (
    "CREATE TABLE search_casewords (rowid bigint PRIMARY KEY, words text NOT NULL)",
    "CREATE INDEX search_casewords_by_word ON search_casewords USING gin (string_to_array(words, ' '))",
)


def make_table(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    for statement in ON_POSTGRESQL if editor.connection.vendor == "postgresql" else ON_SQLITE:
        editor.execute(statement)


def drop_table(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    editor.execute("DROP TABLE search_casewords")


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("cases", "0081_a_penalty_is_kept_from_the_public_by_two"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunPython(make_table, drop_table)],
            state_operations=[
                migrations.CreateModel(
                    name="CaseWords",
                    fields=[
                        (
                            "case",
                            models.OneToOneField(
                                db_column="rowid",
                                db_constraint=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                primary_key=True,
                                related_name="+",
                                serialize=False,
                                to="cases.case",
                            ),
                        ),
                        ("words", models.TextField()),
                    ],
                ),
            ],
        ),
        migrations.CreateModel(
            name="PartyMerge",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reason", models.CharField(max_length=200, verbose_name="理由")),
                ("merged_on", models.DateField(verbose_name="合并日期")),
                ("undone_on", models.DateField(blank=True, null=True, verbose_name="拆开日期")),
                ("undo_reason", models.CharField(blank=True, max_length=200, verbose_name="拆开的理由")),
                (
                    "merged_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "one",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.party"),
                ),
                (
                    "other",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.party"),
                ),
                (
                    "undone_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("one", models.F("other")), _negated=True),
                        name="a_party_is_not_merged_with_itself",
                        violation_error_message="不能与自己合并。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="a_merge_has_a_reason",
                        violation_error_message="合并须写明理由。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("undo_reason", ""), ("undone_by", None), ("undone_on", None)),
                            models.Q(
                                ("undone_by__isnull", False),
                                ("undone_on__isnull", False),
                                models.Q(("undo_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="an_undone_merge_says_who_and_why",
                        violation_error_message="拆开须写明由谁、为什么。",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("undone_on", None)),
                        fields=("one", "other"),
                        name="two_parties_are_merged_once",
                        violation_error_message="这两个当事人已经合并。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Permit",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=60, verbose_name="证件种类")),
                ("number", models.CharField(max_length=60, verbose_name="证件号")),
                ("holder", models.CharField(max_length=120, verbose_name="持证人")),
                (
                    "holder_code",
                    models.CharField(blank=True, db_index=True, max_length=18, verbose_name="统一社会信用代码"),
                ),
                ("plate", models.CharField(blank=True, db_index=True, max_length=12, verbose_name="车牌号")),
                ("valid_until", models.DateField(blank=True, null=True, verbose_name="有效期至")),
                ("loaded_on", models.DateField(verbose_name="导入日期")),
                (
                    "loaded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["holder"], name="permits_by_holder")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("kind", "number"),
                        name="a_permit_is_listed_once",
                        violation_error_message="同一种类的证件号只能有一条。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("number", ""), _negated=True),
                            models.Q(("kind", ""), _negated=True),
                            models.Q(("holder", ""), _negated=True),
                        ),
                        name="a_permit_says_what_and_whose",
                        violation_error_message="证件种类、证件号和持证人都要填写。",
                    ),
                ],
            },
        ),
    ]
