"""What does an approval, a return or a step without further questions ask?"""

from django.utils.translation import gettext_lazy as _

from cases.forms.base import ActForm, long_text


class PlainForm(ActForm):
    """Nothing but the day."""


class OpinionForm(ActForm):
    opinion = long_text(_("意见"), rows=3, initial=_("同意。"), help_text=_("写进审批表，署你的姓名和日期。"))


class ReturnForm(ActForm):
    opinion = long_text(_("理由"), rows=4, help_text=_("写明事实和理由，由下一位经办的人照着办。"))
