"""Is this a real identity number, credit code or plate, and what is wrong with it?"""

import re
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from stdnum.cn import ric, uscc
from stdnum.exceptions import InvalidLength
from stdnum.exceptions import ValidationError as InvalidNumber

PLATE = re.compile(
    r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学警港澳]"
)


def tidy(value: str) -> str:
    """Full width, spaces and lower case are the keyboard's doing, not a mistake of the person."""
    half = "".join(chr(ord(char) - 0xFEE0) if "！" <= char <= "～" else char for char in value)
    return re.sub(r"\s", "", half).upper()


def identity_number(value: str) -> str:
    """A resident identity number of 18 characters (GB 11643); raises ValidationError saying what is wrong."""
    number = tidy(value)
    if len(number) != 18:
        raise ValidationError(_("身份证件号应当是 18 位，现在是 %(count)d 位。") % {"count": len(number)})
    if not number[:-1].isascii() or not number[:-1].isdigit():
        raise ValidationError(_("身份证件号前 17 位应当是数字。"))
    if number[-1] != ric.calc_check_digit(number):
        raise ValidationError(_("身份证件号的校验位不对，核对有没有写错一位。"))
    try:
        # The region is not looked up: counties are merged and renamed, their people keep their numbers.
        ric.get_birth_date(number)
    except InvalidNumber:
        raise ValidationError(_("身份证件号中的出生日期不对。")) from None
    return number


def credit_code(value: str) -> str:
    """A unified social credit code of 18 characters (GB 32100)."""
    code = tidy(value)
    try:
        return str(uscc.validate(code))
    except InvalidLength:
        raise ValidationError(_("统一社会信用代码应当是 18 位，现在是 %(count)d 位。") % {"count": len(code)}) from None
    except InvalidNumber:
        raise ValidationError(_("统一社会信用代码的校验位不对，核对有没有写错一位。")) from None


def plate(value: str) -> str:
    number = tidy(value).replace("·", "")
    if number and not PLATE.fullmatch(number):
        raise ValidationError(_("车牌号写成“蒙G12345”这样；字母没有 I 和 O。"))
    return number


def born_on(value: str) -> date | None:
    """The birth date in a resident identity number; none where it is another kind of number, or none at all."""
    try:
        born: date = ric.get_birth_date(identity_number(value))
    except ValidationError:
        return None
    return born
