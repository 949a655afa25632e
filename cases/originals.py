"""How does the file of a form become the original of a piece of evidence?"""

from typing import Any

from django.utils import timezone

from cases.uploads import Checked
from files.models import StoredFile
from files.store import keep


def kept(facts: dict[str, Any]) -> dict[str, Any]:
    """The facts with their file in the store; a file that came piece by piece lies there already."""
    upload = facts.get("file")
    if not upload or isinstance(upload, str):
        return facts
    suffix = "." + str(upload.name).rpartition(".")[2]
    checked = Checked(facts["sha256"], facts["size"], facts["content_type"], suffix)
    return facts | facts_of(keep(upload, checked, now=timezone.now()))


def facts_of(stored: StoredFile) -> dict[str, Any]:
    return {
        "file": stored.file.name,
        "stored": stored,
        "sha256": stored.sha256,
        "size": stored.size,
        "content_type": stored.content_type,
    }
