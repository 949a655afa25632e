from importlib import import_module

from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "search"

    def ready(self) -> None:
        from cases.followers import follow

        follow(import_module("search.upkeep").index_case)
