"""Is an order to correct looked at again until it is obeyed, with a day, a record and a next step?"""

from datetime import date

from cases.sweep import sweep
from tests.journeys.desk import Office
from tests.journeys.overload import begin

DEMAND = "卸载超限部分的货物，并补办车辆年度审验。"


def test_an_order_is_rechecked_until_it_is_obeyed(office: Office) -> None:
    journey = begin(office)
    journey.file()
    desk = office["李明"]
    desk.refused(
        journey.case, "责令改正", {"改正内容和要求": DEMAND, "改正期限（不填为立即改正）": "2026-03-09"}, "已经过了"
    )
    page = journey.handle("责令改正", 改正内容和要求=DEMAND, **{"改正期限（不填为立即改正）": "2026-03-20"})
    # Five working days after Friday 20 March 2026.
    assert "截止 2026-03-27" in page.terms["复查改正情况"]
    office.on("2026-03-23")
    partly = {"复查结果": "部分改正", "复查情况": "已经卸载，还没有办理年度审验。"}
    desk.refused(journey.case, "复查改正情况", partly, "写明下一步怎样处理")
    page = journey.handle("复查改正情况", **partly, 下一步怎样处理="改定期限，再次复查。")
    assert "待改正复查" in page.text and "剩" in page.terms["复查改正情况"], "what is not done stays on the list"
    early = {"新的改正期限": "2026-03-20", "理由": "车辆维修。"}
    desk.refused(journey.case, "改定改正期限", early, "没有比原来更晚", "第二十八条第一款")
    page = journey.handle("改定改正期限", 新的改正期限="2026-03-30", 理由="车辆正在维修。")
    # 31 March, 1, 2, 3 April; 4 to 6 April is Qingming; 7 April.
    assert "截止 2026-04-07" in page.terms["复查改正情况"]
    assert sweep(date(2026, 4, 7)) == 0
    assert sweep(date(2026, 4, 8)) == 1, "nobody has looked: the duty is late"
    office.on("2026-04-08")
    page = journey.handle("复查改正情况", 复查结果="已改正", 复查情况="已经办理年度审验。")
    assert page.timeline[-5:] == ["责令改正", "复查改正情况", "改定改正期限", "期限已过", "复查改正情况"]
    printed = desk.print(page.paper("责令改正复查记录").pdf).text
    for words in ("第二次复查", "√已改正", "2026年3月30日前", "蒙样交执责改〔2026〕001号", "已经办理年度审验"):
        assert words in printed, words
