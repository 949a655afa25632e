from importlib import import_module

from django.apps import AppConfig


class PublicityConfig(AppConfig):
    name = "publicity"

    def ready(self) -> None:
        from cases.act import acts_of  # models are loaded only now
        from cases.panels import add_errands, add_panel
        from cases.screens.timeline import name_event
        from inspections.announcing import look_through, on_draw, on_registers

        import_module("publicity.checks")
        import_module("publicity.information_figures")
        add_panel(import_module("publicity.panel").publication_panel)
        add_errands(import_module("publicity.errands").withdrawal_errands)
        add_errands(import_module("publicity.errands").approval_errands)
        add_errands(import_module("publicity.errands").annual_errands)
        add_errands(import_module("publicity.errands").correction_errands)
        add_errands(import_module("publicity.errands").inspection_errands)
        on_draw(import_module("publicity.published_draws").publish_draw)
        on_registers(import_module("publicity.sheets").compile_random_sheets)
        look_through(import_module("publicity.published_draws").improper)
        add_errands(import_module("publicity.errands").check_result_errands)
        for key, act in acts_of(import_module("publicity.models").Publication).items():
            name_event(key, act.title)
