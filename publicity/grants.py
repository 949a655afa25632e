"""What may a database role read that serves nothing but the portal?"""

import re
from collections.abc import Iterator

PORTAL_TABLES = (
    "published_decision",
    "published_inspection",
    "published_draw",
    "published_sheet",
    "officers_bureau",
    "law_statute",
    "law_article",
)
"""The portal's own tables, the bureau's letterhead and the statutes; no case, no party, no officer, no paper."""
ROLE = re.compile(r"[a-z_][a-z0-9_]{0,62}")


class BadRoleName(ValueError):
    """It would have to be quoted, and whoever reads the script should not have to wonder."""


def grants(role: str) -> Iterator[str]:
    """The statements, one by one, that limit an existing role of PostgreSQL to the portal. Raises BadRoleName."""
    if not ROLE.fullmatch(role):
        raise BadRoleName(role)
    yield f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {role}"
    yield f"REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM {role}"
    yield f"REVOKE CREATE ON SCHEMA public FROM {role}"
    yield f"GRANT USAGE ON SCHEMA public TO {role}"
    yield f"GRANT SELECT ON {', '.join(PORTAL_TABLES)} TO {role}"
    yield f"ALTER ROLE {role} SET default_transaction_read_only = on"
