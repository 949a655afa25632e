"""Is every act on recordings complete, and do its articles exist?"""

from typing import Any

from django.core.checks import CheckMessage, register

from cases.checks import check_machine
from recordings.models import MomentExcuse, RecordingMatch


@register()
def check_recordings(**kwargs: Any) -> list[CheckMessage]:
    return [*check_machine(RecordingMatch), *check_machine(MomentExcuse)]
