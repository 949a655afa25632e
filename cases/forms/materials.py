"""Which of the five materials goes to the court, and how many of each (行政强制法 55.1)?"""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.act import Text
from cases.forms.base import ActForm
from law.enforcement import enforcement_rows

PREFIX = "material_"


class WithMaterials(ActForm):
    """A proposal to apply to the court: `groups` says what stands before the materials."""

    def ask_for_materials(self) -> None:
        for row in enforcement_rows("material", self.today):
            self.fields[PREFIX + row.key] = forms.CharField(
                label=row.title,
                max_length=200,
                initial=self.known(row.key),
                widget=forms.Textarea(attrs={"rows": 2}),  # a phone would cut one line off
            )

    def known(self, key: str) -> str:
        """What the file holds for this material."""
        raise NotImplementedError

    def field_groups(self) -> list[tuple[Text, Text, tuple[str, ...]]]:
        materials = tuple(name for name in self.fields if name.startswith(PREFIX))
        return [*self.groups, (_("五项材料"), _("每一项写明材料名称和份数。"), materials)]

    def to_facts(self) -> dict[str, Any]:
        facts = super().to_facts()
        materials = {name: facts.pop(name) for name in list(facts) if name.startswith(PREFIX)}
        return facts | {"materials": {name.removeprefix(PREFIX): text for name, text in materials.items()}}
