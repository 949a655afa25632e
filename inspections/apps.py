from importlib import import_module

from django.apps import AppConfig


class InspectionsConfig(AppConfig):
    name = "inspections"

    def ready(self) -> None:
        from cases.panels import add_errands, add_panel  # models are loaded only now

        draws = import_module("inspections.draws_errands")
        for errands in (draws.plan_errands, draws.draw_errands, draws.task_errands):
            add_errands(errands)
        sources = import_module("inspections.sources_errands")
        add_errands(sources.source_errands)
        add_errands(sources.machine_errands)
        add_panel(import_module("inspections.sources_panel").sources_panel)
        import_module("inspections.checks")
        import_module("inspections.figures")
        add_errands(import_module("inspections.check_errands").check_errands)
        add_panel(import_module("inspections.check_panel").check_panel)
