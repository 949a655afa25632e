from importlib import import_module

from django.apps import AppConfig


class InspectionsConfig(AppConfig):
    name = "inspections"

    def ready(self) -> None:
        from cases.panels import add_errands  # models are loaded only now

        add_errands(import_module("inspections.draws_errands").plan_errands)
        add_errands(import_module("inspections.draws_errands").draw_errands)
        add_errands(import_module("inspections.draws_errands").task_errands)
