"""Is there a draft that could be filled again?"""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.act import Ask, Text
from cases.guards.declare import guard


@guard(basis="行政处罚法:40", cure=gettext_lazy("草稿由办理相应事项时自动制作，没有草稿时不用更新"))
def has_a_draft(ask: Ask) -> Iterator[Text]:
    if not any(one.state == "draft" for one in ask.file.papers):
        yield _("本案没有文书草稿，不用更新。")
