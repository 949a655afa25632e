"""Which case does somebody at the command line mean, and which of its papers?"""

from django.apps import apps
from django.core.management import CommandError
from django.db.models import Model, Q

from documents.models import Document
from documents.registry import FORMS


def find_case(wanted: str) -> Model:
    """By 案号 or by id; this app knows a case only by the name of its model."""
    model = apps.get_model("cases", "Case")
    query = Q(number=wanted)
    if wanted.isascii() and wanted.isdigit():
        query |= Q(pk=int(wanted))
    case = model._default_manager.filter(query).first()
    if case is None:
        raise CommandError(f"没有案号或编号为“{wanted}”的案件。")
    return case


def find_paper(case: Model, form: str) -> Document:
    """The newest paper of this form, issued before draft; `form` is its key or its title."""
    keys = [key for key, one in FORMS.items() if form in (key, one.rule.title)]
    if not keys:
        raise CommandError(f"没有“{form}”这种文书；可用：{'、'.join(FORMS)}。")
    papers = Document.objects.live().filter(case=case.pk, form_key__in=keys)
    document = papers.final().last() or papers.last()
    if document is None:
        raise CommandError(f"该案没有“{FORMS[keys[0]].rule.title}”。")
    return document
