"""Where does Django learn of this app and of the work it leaves to the worker?"""

from importlib import import_module

from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "files"

    def ready(self) -> None:
        # Importing the module registers its job with the outbox; models must be loaded before.
        import_module("files.previews")
