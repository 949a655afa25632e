"""Samples of the decision made on the spot."""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

from documents.forms.parts import ChargeLine, OfficerLine
from documents.forms.spot import SpotDecision
from documents.samples.people import (
    ACCOUNT,
    BANK,
    CASE_NUMBER,
    COURT,
    DRIVER,
    GOVERNMENT,
    LETTERHEAD,
    LONG_FIRM,
    lengthy,
)
from law.wording import wording

GIVEN = date(2026, 7, 2)
NAMES = {"reviewing_government": GOVERNMENT, "court": COURT, "bank": BANK, "account": ACCOUNT}
METER = ChargeLine(
    conduct="巡游出租不按规定使用计价器或者违规收费",
    violated="《巡游出租汽车经营服务管理规定》第二十三条",
    penalty_basis="《巡游出租汽车经营服务管理规定》第四十八条",
    penalty="罚款人民币贰佰元整（¥200.00）",
    fine=Decimal(200),
)
STROKES = (
    "data:image/png;base64,"
    "iVBORw0KGgoAAAANSUhEUgAAAPAAAABQAQAAAAAPMsXRAAACC0lEQVR42u2VMYrbQBSGP8liJcKCRdK4CFhH2AuEzN7EuUFusAox"
    "OGWO4HuEgO1NnyVFahlSbJchmCAWef4UM5IdeVeQLoXVSOLTe/O//808RWLoijnjM/5XbIfxt8dxFLZi7IaiNby2G8a7J/QFbGOA"
    "70/hygB8Os0uSVJ0K0nh5ejy0f4myseTuwTgYQJAc4J3E4B6tgL4XfaxLQDsHICfJ9Fe+JYKoFodcALAtfsCbF5ZgFW/MDfSQlKq"
    "sSQlr31R+7YwL1wZNaCsOhgdH4S7nBJwz0Pery32wncFDdAUYVXTYi/crjBAbXzjHkattEhaSGtpLanyAlWNg7Rg/AamwDYsvXwb"
    "optUWkipZCW9VypJLmo75oUrA0qY+779umhNtQV8wOWQha+Au0mLvfCmAFa43HfUzFrPrx3AvYEEmgID7EdliA7CtyVQURvv6GXb"
    "UO84GyC22BIHfLxqO2anksa+nLHW0lZydFvRO+4V12yOHIUYchP6BZTMQXD/ssNR2dVFowxyWM66zfQMUO4VG59k/8510V74XQng"
    "mgIodxf92XILwLQ2kAVHD2fMTVNJkq0k1Tf8fcYOnXgD8HnUHz1eEtkGSH5c9nG7AROA6qqPQycSv8aqd/xbj5upJJf2jj8uCsmW"
    "AJP+8GjS45Fx0z2Fqbh/YQdnaj48cotBPDLDE/n8m/tv8B+MZFoA0SYkSQAAAABJRU5ErkJggg=="
)
FACTS = "2026年7月2日15时10分，当事人驾驶蒙GX0001号巡游出租汽车在火车站站前广场载客，拒绝使用计价器，与乘客议价。"
DECISION = SpotDecision(
    case_number=CASE_NUMBER,
    party=DRIVER,
    given_at=datetime(2026, 7, 2, 15, 10),
    place="火车站站前广场",
    facts=FACTS,
    evidence=("现场执法音像记录，证明未使用计价器",),
    charges=(METER,),
    penalty=METER.penalty,
    fine=Decimal(200),
    discretion="没有查明从轻、减轻或者从重的情节，按“一般”等次在法定幅度内确定罚款数额。",
    payment=wording("spot-payment-clause", GIVEN).format(**NAMES),
    correction=f"{wording('correction-clause', GIVEN).format(demand='立即改正上述违法行为')}。",
    bank=BANK,
    account=ACCOUNT,
    reviewing_government=GOVERNMENT,
    court=COURT,
    remedy=wording("remedy-clause-on-the-spot", GIVEN).format(**NAMES),
    told=wording("spot-told-clause", GIVEN),
    officers=(OfficerLine(name="李明", certificate="15050001"), OfficerLine(name="王强", certificate="15050002")),
    publicity_note=wording("publication-notice", GIVEN),
    letterhead=replace(LETTERHEAD, on=GIVEN),
)
SAMPLES = {
    "spot-decision": {
        "shortest": replace(
            DECISION,
            evidence=(),
            charges=(replace(METER, penalty="警告", fine=Decimal(0)),),
            penalty="警告",
            fine=Decimal(0),
            payment=wording("spot-payment-clause", GIVEN).format(bank="/", account="/"),
            correction="",
            publicity_note="",
            signer="高大山（驾驶员）",
        ),
        "typical": replace(DECISION, signature=STROKES),
        "longest": replace(
            DECISION,
            party=LONG_FIRM,
            facts=lengthy(FACTS, 6),
            charges=(METER, METER),
            penalty="罚款人民币肆佰元整（¥400.00）",
            fine=Decimal(400),
            collected=True,
            receipt_number="蒙财票0000000001",
            statement="当事人陈述、申辩：称乘客要求议价。经复核，不予采纳：经营者应当按规定使用计价器。",
            refusal="当事人以赶时间为由拒绝签名，执法人员当场宣读并交付，全程录像。",
        ),
    },
}
