"""Where do the cases tell lower layers what only they know?"""

from importlib import import_module

from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "cases"

    def ready(self) -> None:
        from documents.access import answer_with  # models are loaded only now
        from documents.gallery import group_with

        import_module("cases.checks")
        for name in ("course", "force", "penalties"):  # each tells the registry which figures it counts
            import_module(f"cases.figures.{name}")
        group_with(import_module("cases.chapters").chapters)
        answer_with(import_module("cases.access").may_see_paper)
        import_module("cases.panels").add_errands(import_module("cases.digest").digest_errand)
        import_module("cases.panels").add_panel(import_module("cases.screens.paper_check").paper_check)
