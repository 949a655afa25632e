"""How is a sum of money written on a paper, in figures and in capitals (大写)?"""

from decimal import Decimal

import cn2an

CENT = Decimal("0.01")


def capitals(amount: Decimal) -> str:
    """6000 → 陆仟元整, 1680.32 → 壹仟陆佰捌拾元零叁角贰分 (支付结算办法, annex 1).

    Raises ValueError for a negative amount or one with fractions of a 分.
    """
    if amount < 0 or amount != amount.quantize(CENT):
        raise ValueError(f"{amount} cannot be written in capitals")
    text = str(cn2an.an2cn(str(amount.quantize(CENT)).removesuffix(".00"), "rmb"))
    # The rule prints a 零 where the last figure before 元 is 0 and 角 is not; cn2an leaves it out.
    yuan, tenths = int(amount), int(amount * 10) % 10
    if yuan and yuan % 10 == 0 and tenths:
        text = text.replace("元", "元零", 1)
    return text


def figures(amount: Decimal) -> str:
    """¥6,000.00"""
    return f"¥{amount:,.2f}"


def written(amount: Decimal) -> str:
    """人民币陆仟元整（¥6,000.00）, the form in which a decision names a sum."""
    return f"人民币{capitals(amount)}（{figures(amount)}）"
