"""What is asked when permits are loaded, and when two parties are merged or taken apart again?"""

from typing import ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from officers.table_form import TableForm
from search.permit_table import MOST_BYTES


class PermitTableForm(TableForm):
    titles: ClassVar = {
        "file": _("证件表（.csv）"),
        "help": _("许可系统导出的，或者填好的空表，另存为 .csv。"),
        "missing": _("选择证件表。"),
    }
    most_bytes = MOST_BYTES


class ReasonForm(forms.Form):
    """Why two parties are one, or are not."""

    use_required_attribute = False
    reason = forms.CharField(label=_("理由"), max_length=200, widget=forms.Textarea(attrs={"rows": 2}))
