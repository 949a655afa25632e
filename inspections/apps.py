from importlib import import_module

from django.apps import AppConfig


class InspectionsConfig(AppConfig):
    name = "inspections"

    def ready(self) -> None:
        from cases.panels import add_errands, add_panel

        import_module("inspections.checks")
        add_errands(import_module("inspections.check_errands").check_errands)
        add_panel(import_module("inspections.check_panel").check_panel)
