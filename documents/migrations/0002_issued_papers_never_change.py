from django.db import migrations

from officers.triggers import Bar, bars

ISSUED = "OLD.state IN ('issued', 'served', 'voided') AND OLD.content_sha256 <> ''"
CHANGED = (
    "(CAST(NEW.content AS TEXT) <> CAST(OLD.content AS TEXT) OR NEW.content_sha256 <> OLD.content_sha256 "
    "OR NEW.number <> OLD.number OR NEW.form_key <> OLD.form_key "
    "OR (OLD.pdf_sha256 <> '' AND NEW.pdf_sha256 <> OLD.pdf_sha256))"
)


class Migration(migrations.Migration):
    dependencies = [("documents", "0001_papers_and_their_printing")]

    operations = [
        bars(
            [
                Bar(
                    "issued_paper_keeps_its_words",
                    "documents_document",
                    "UPDATE",
                    f"{ISSUED} AND {CHANGED}",
                    "已签发的文书不得改动，只能以新的文书更正。",
                ),
                Bar(
                    "issued_paper_is_never_deleted",
                    "documents_document",
                    "DELETE",
                    "OLD.state <> 'draft'",
                    "已签发的文书不得删除，只能作废。",
                ),
            ]
        )
    ]
