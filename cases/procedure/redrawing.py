"""更新草稿: drafts are filled again from the case as it stands; what was issued never changes."""

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from cases.act import ANY, act
from cases.guards.drafts import has_a_draft
from cases.guards.people import case_officers

if TYPE_CHECKING:
    from cases.models import Case


class Redrawing:
    """Acts on the drafts of a case."""

    @act(
        title=_("按最新案情更新草稿"),
        basis="行政处罚法:40",
        source=ANY,
        by=case_officers,
        requires=(has_a_draft,),
        redraws=True,
        explains=_("草稿制作以后案情有变的，按现在的案卷重新填写；已经签发的文书不会改动。"),
    )
    def refresh_drafts(self: "Case", **facts: Any) -> None:
        """The declaration does it all: cases.papers fills again the drafts that would be filled otherwise today."""
