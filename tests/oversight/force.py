"""Cases in which force is used, for the review: things detained, things kept as evidence, a court asked."""

from datetime import date

from bureau.sample.printing_plates import kept_of, printing_plates
from bureau.sample.stories import dangerous_goods
from bureau.sample.story import Cast, Story
from tests.cases.after_decision import APPLICATION, pay_the_first_two, remind
from tests.cases.after_decision import do as act_on
from tests.cases.holding import do, kept


def held(cast: Cast) -> Story:
    """A lorry detained at once on 6 May, the hold extended on 5 June, released on the 20th, returned on the 21st."""
    story = kept(cast)
    reason = "需要外省鉴定。"
    do(story, "卫国", "extend_measure", date(2026, 6, 5), reason=reason, opinion=reason)
    do(story, "卫国", "release_measure", date(2026, 6, 20), ground=5, opinion="不再需要。")
    do(story, "赵刚", "return_things", date(2026, 6, 21), returned_to="高宏", return_note="一致，已签名。")
    return story


def registered(cast: Cast) -> Story:
    """Printing plates kept on 15 September, released on the 23rd, the seventh working day, and returned."""
    story = printing_plates(cast, until="kept")
    story.act_on(kept_of(story), "卫国", "release_things", date(2026, 9, 23), opinion="已经拍照，不再需要保存。")
    story.act_on(kept_of(story), "赵刚", "return_things", date(2026, 9, 24), receiver="贺广", note="与清单一致。")
    return story


def enforced(cast: Cast) -> Story:
    """Reminded on 3 September 2026, the court asked on 6 January 2027."""
    story = dangerous_goods(cast, serial=2, until="decided")
    pay_the_first_two(story)
    enforcement = remind(story)
    act_on(story, enforcement, "赵刚", "propose_application", date(2027, 1, 5), **APPLICATION)
    act_on(story, enforcement, "卫国", "apply_to_court", date(2027, 1, 6), opinion="同意申请。")
    return story
