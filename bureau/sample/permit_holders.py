"""Which permits does the sample bureau's register list? One in force, one run out, one of a vehicle of nobody's."""

from datetime import date, timedelta

from bureau.sample.identities import credit_code
from bureau.sample.story import Cast
from search.permit_table import PermitRow, load_permits

FIRM = "样例顺达运输有限公司"
YEAR = timedelta(days=365)


def license_everybody(cast: Cast, today: date) -> None:
    rows = [
        PermitRow("道路运输经营许可证", "样150599000101", FIRM, credit_code(101), "", today + 2 * YEAR),
        PermitRow("道路运输证", "样150599000102", FIRM, credit_code(101), "蒙G99871", today - timedelta(days=40)),
        PermitRow("道路运输证", "样150599000201", "样例远达货运有限公司", credit_code(401), "蒙G99801", today + YEAR),
    ]
    load_permits(rows, cast["韩雪"], today)
