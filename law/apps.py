"""Where does Django learn of this app and of its checks?"""

from importlib import import_module

from django.apps import AppConfig


class LawConfig(AppConfig):
    name = "law"

    def ready(self) -> None:
        # Importing the module registers the checks; models must be loaded before.
        import_module("law.checks")
