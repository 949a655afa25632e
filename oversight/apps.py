from importlib import import_module

from django.apps import AppConfig


class OversightConfig(AppConfig):
    name = "oversight"

    def ready(self) -> None:
        # Models must be loaded before the panel, hence here and by name.
        import_module("oversight.checks")
        import_module("oversight.jobs")
        import_module("oversight.annual.sources")
        for errands in ("annual_errands", "permit_errands"):
            import_module("cases.panels").add_errands(getattr(import_module("oversight.annual.errands"), errands))
        import_module("cases.panels").add_panel(import_module("oversight.screens").panel)
