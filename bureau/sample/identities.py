"""Identity numbers and credit codes that pass every check and belong to nobody."""

from datetime import date

from stdnum.cn import ric, uscc

# No county has this code: these numbers can be nobody's.
REGION = "159999"


def identity_number(born_on: date, sequence: int) -> str:
    """18 characters with a correct check digit (GB 11643)."""
    body = f"{REGION}{born_on:%Y%m%d}{990 + sequence % 10:03}"
    return body + ric.calc_check_digit(body + "0")


def credit_code(sequence: int) -> str:
    """18 characters with a correct check character (GB 32100)."""
    body = f"91{REGION}MA0{sequence:05}X"
    return body + uscc.calc_check_digit(body + "0")
