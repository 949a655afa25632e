from django.apps import AppConfig
from django.core.checks import Tags, register

from bureau import checks


class BureauConfig(AppConfig):
    name = "bureau"

    def ready(self) -> None:
        register(checks.settings_keep_commits, Tags.security)
        register(checks.database_keeps_commits, Tags.database)
        register(checks.key_is_private, Tags.security)
        register(checks.papers_name_a_public_address, Tags.security, deploy=True)
        register(checks.production_has_servers, Tags.security, deploy=True)
