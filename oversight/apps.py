from importlib import import_module

from django.apps import AppConfig


class OversightConfig(AppConfig):
    name = "oversight"

    def ready(self) -> None:
        # Models must be loaded before the panel, hence here and by name.
        import_module("oversight.checks")
        import_module("oversight.jobs")
        import_module("cases.panels").add_panel(import_module("oversight.screens").panel)
        import_module("cases.panels").add_errands(import_module("oversight.batches.errands").review_tasks)
        import_module("cases.access").add_readers(import_module("oversight.batches.access").reads_for_review)
