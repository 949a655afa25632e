"""Which numbers may stand on which paper of identity?"""

from datetime import date

import pytest

from law.identity import UnknownIdentityKind, identity_kind, identity_title, kind_told_by

DAY = date(2026, 7, 2)


@pytest.mark.parametrize(
    ("kind", "number", "fits"),
    [
        ("hk_mo_permit", "H12345678", True),
        ("hk_mo_permit", "M1234567801", True),
        ("hk_mo_permit", "HA1234567", True),
        ("hk_mo_permit", "T12345678", False),
        ("hk_mo_permit", "H1234567", False),
        ("taiwan_permit", "01234567", True),
        ("taiwan_permit", "0123456", False),
        ("passport", "E12345678", True),
        ("passport", "E123", False),
        ("foreign_residence", "DEU110019900504", True),
        ("foreign_residence", "911027619900504001X", False),
        ("hk_mo_tw_residence", "810000199408230021", True),
        ("hk_mo_tw_residence", "110000199408230021", False),
        ("resident", "81000019940823002", False),
    ],
)
def test_a_number_fits_its_paper(kind: str, number: str, fits: bool) -> None:
    assert identity_kind(kind, DAY).fits(number) is fits


def test_a_residence_permit_is_known_by_its_first_digits() -> None:
    found = kind_told_by("830000199408230021", DAY)
    assert found and found.key == "hk_mo_tw_residence"
    assert kind_told_by("110101199408230021", DAY) is None


def test_before_there_were_residence_permits_nobody_showed_one() -> None:
    with pytest.raises(UnknownIdentityKind):
        identity_kind("hk_mo_tw_residence", date(2018, 8, 31))
    assert identity_title("hk_mo_tw_residence") == "港澳台居民居住证"
