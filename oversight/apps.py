from importlib import import_module

from django.apps import AppConfig


class OversightConfig(AppConfig):
    name = "oversight"

    def ready(self) -> None:
        # Models must be loaded before the panel, hence here and by name.
        import_module("oversight.checks")
        import_module("oversight.jobs")
        import_module("oversight.annual.sources")
        panels = import_module("cases.panels")
        panels.add_panel(import_module("oversight.screens").panel)
        panels.add_errands(import_module("oversight.staff_errands").renewal_errands)
        annual = import_module("oversight.annual.errands")
        for errands in (annual.annual_errands, annual.permit_errands):
            panels.add_errands(errands)
        panels.add_errands(import_module("oversight.batches.errands").review_tasks)
        import_module("cases.access").add_readers(import_module("oversight.batches.access").reads_for_review)
