from importlib import import_module

from django.apps import AppConfig


class RecordingsConfig(AppConfig):
    name = "recordings"

    def ready(self) -> None:
        from cases.act import acts_of  # models are loaded only now
        from cases.beside import add_load, ask_at_closing
        from cases.panels import add_errands, add_panel
        from cases.screens.timeline import name_event

        caseload = import_module("recordings.caseload")
        add_load(caseload.NAME, caseload.load_kept)
        ask_at_closing(caseload.asked_at_closing)
        import_module("recordings.checks")
        add_errands(import_module("recordings.errands").late_errands)
        add_panel(import_module("recordings.panel").coverage_panel)
        models = import_module("recordings.models")
        for machine in (models.RecordingMatch, models.MomentExcuse):
            for key, act in acts_of(machine).items():
                name_event(key, act.title)
