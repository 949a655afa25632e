"""The column that holds a state, and the machine that only the model of today needs."""

from typing import Any

from django_fsm import FSMField


class StateField(FSMField):
    """A state machine's field, a plain CharField to the migrations.

    django-fsm looks through every class that is prepared for each of its fields, also through the thousands of
    historical classes that migrating makes: two thirds of the time of founding a database. A historical model has the
    column and no transitions.
    """

    def deconstruct(self) -> tuple[str, str, Any, Any]:
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.CharField", args, kwargs
