"""Does a plan become a draw and the draw tasks, through the pages, before everybody's eyes?"""

import json
from typing import Any

import pytest
from django.test import Client

from bureau.sample.story import Cast
from inspections.models import CheckObject, Draw, DrawnObject, DrawPlan, Task
from publicity.grants import PORTAL_TABLES
from publicity.published_draws import PublishedDraw
from scripts.verify_draw import faults
from tests.inspections.conftest import SINCE, TODAY, signed_in
from tests.promises.nasty import NASTY

BASE = "/inspections/draws/"
PUBLIC = "/public/draws/"
NONCE = "骰子 3 1 6 2 6 5 4 4 1 2 6"


def ok(response: Any) -> Any:
    assert response.status_code == 302, response.content.decode()[:3000]
    return response


def written(cast: Cast, **changed: Any) -> dict[str, Any]:
    plan = DrawPlan.objects.approved().earliest("pk")
    return {
        "number": "样交检〔2026〕4号",
        "title": "维修企业废油抽查",
        "year": "2026",
        "trade": "repair",
        "items": [str(plan.items.get().pk)],
        "begins_on": "2026-03-01",
        "ends_on": "2026-05-31",
        "officers_per_object": "2",
        "lead": str(cast["李明"].department_id),
        "partners": "生态环境局：废机油处置\n",
    } | changed


def test_from_the_plan_to_the_check_on_the_telephone(cast: Cast, plan: DrawPlan) -> None:
    keeper, head, supervisor, anybody = (
        signed_in(cast, "韩雪"),
        signed_in(cast, "卫国"),
        signed_in(cast, "陈静"),
        Client(),
    )
    ok(keeper.post(f"{BASE}plans/add/", written(cast)))
    made = DrawPlan.objects.get(number="样交检〔2026〕4号")
    assert "维修企业废油抽查" not in anybody.get("/public/before/random-plans/").content.decode()
    assert "维修企业废油抽查" in head.get("/").content.decode()
    ok(keeper.post(f"{BASE}plans/{made.pk}/edit/", written(cast, title="维修企业废油联合抽查")))
    assert keeper.post(f"{BASE}plans/{made.pk}/approve/").status_code == 404
    ok(head.post(f"{BASE}plans/{made.pk}/approve/"))
    shown = anybody.get("/public/before/random-plans/").content.decode()
    assert "维修企业废油联合抽查" in shown and "失信 50%" in shown and "生态环境局：废机油处置" in shown

    ok(keeper.post(f"{BASE}plans/{made.pk}/draw/", {"draws_on": "2026-03-10", "supervisor": str(cast["陈静"].pk)}))
    draw = Draw.objects.get()
    page = f"{BASE}{draw.pk}/"
    assert "提交口令的摘要" in supervisor.get("/").content.decode()
    assert keeper.post(f"{page}commit/", {"nonce": NONCE}).status_code == 422
    ok(supervisor.post(f"{page}commit/", {"nonce": NONCE}))
    ok(keeper.post(f"{page}exclude/", {"officer": str(cast["吴敏"].pk), "reason": "leave"}))
    about = keeper.get(f"{page}pool/").content.decode()
    assert "可抽的检查对象 7 个" in about and "吴敏：请假、外出" in about
    ok(keeper.post(f"{page}pool/"))

    # The hash is public before there is a result; the nonce is not.
    before = anybody.get(f"{PUBLIC}{draw.pk}/").content.decode()
    hashed = Draw.objects.get().pool_sha256
    assert hashed in before and NONCE not in before and "抽取结果" not in before
    assert supervisor.post(f"{page}reveal/", {"nonce": NONCE + "x"}).status_code == 422
    assert "揭示口令并抽取" in supervisor.get("/").content.decode()
    ok(supervisor.post(f"{page}reveal/", {"nonce": NONCE}))
    after = anybody.get(f"{PUBLIC}{draw.pk}/").content.decode()
    assert NONCE in after and "抽取结果" in after and "请假、外出 1" in " ".join(after.split())
    file = anybody.get(f"{PUBLIC}{draw.pk}.json").content.decode()
    assert list(faults(file, hashed)) == [] and json.loads(file)["state"] == "drawn"
    assert "def drawn_again" in anybody.get(f"{PUBLIC}verify_draw.py").content.decode()

    drawn = DrawnObject.objects.earliest("pk")
    officer = drawn.task.officers.earliest("pk")
    mine = signed_in(cast, officer.name)
    assert drawn.target.name in mine.get("/").content.decode()
    told = mine.get(f"{BASE}tasks/").content.decode()
    assert drawn.target.name in told and "WX-01 维修经营备案" in told
    assert signed_in(cast, "吴敏").get(f"{BASE}tasks/").content.decode().count("汽修厂") == 0
    ok(keeper.post(f"{BASE}tasks/{drawn.pk}/substitute/", {"out": str(officer.pk), "reason": "leave"}))
    assert (
        drawn.target.name
        not in [line for line in mine.get(f"{BASE}tasks/").content.decode().splitlines() if "h2" in line]
        and not drawn.task.officers.filter(pk=officer.pk).exists()
    )
    assert "重新抽取" in keeper.get(page).content.decode()
    assert "重新抽取" in anybody.get(f"{PUBLIC}{draw.pk}/").content.decode()
    assert list(faults(anybody.get(f"{PUBLIC}{draw.pk}.json").content.decode(), hashed)) == []


def test_a_cancelled_draw_stays_on_both_lists(cast: Cast, plan: DrawPlan) -> None:
    keeper, anybody = signed_in(cast, "韩雪"), Client()
    asked = {"draws_on": "2026-03-10", "supervisor": str(cast["陈静"].pk)}
    ok(keeper.post(f"{BASE}plans/{plan.pk}/draw/", asked))
    draw = Draw.objects.get()
    assert keeper.post(f"{BASE}{draw.pk}/cancel/", {"reason": ""}).status_code == 422
    ok(keeper.post(f"{BASE}{draw.pk}/cancel/", {"reason": "监督人出差。"}))
    ok(keeper.post(f"{BASE}{draw.pk}/redraw/", asked))
    for page in (keeper.get(BASE), anybody.get(PUBLIC)):
        text = page.content.decode()
        assert "已取消：监督人出差。" in text and f"第 {draw.pk} 次" in text and f"第 {draw.pk + 1} 次" in text
    assert f"已重抽，见第 {draw.pk + 1} 次" in anybody.get(f"{PUBLIC}{draw.pk}/").content.decode()


def test_the_head_says_why_a_cap_is_passed_and_everybody_reads_it(cast: Cast, plan: DrawPlan) -> None:
    keeper, head, anybody = signed_in(cast, "韩雪"), signed_in(cast, "卫国"), Client()
    target = CheckObject.objects.get(name="样例第1汽修厂")
    Task.objects.create(origin="planned", title="x", target=target, begins_on=SINCE, due_on=TODAY)
    ok(keeper.post(f"{BASE}plans/{plan.pk}/draw/", {"draws_on": "2026-03-10", "supervisor": str(cast["陈静"].pk)}))
    page = f"{BASE}{Draw.objects.get().pk}/"
    assert keeper.get(f"{page}waive/").status_code == 404
    given = {"target": str(target.pk), "reason": "去年的隐患没有整改。"}
    assert head.post(f"{page}waive/", given | {"reason": ""}).status_code == 422
    leaking = head.post(f"{page}waive/", given | {"reason": "举报人电话13904750011"})
    assert leaking.status_code == 422 and "不得公开" in leaking.content.decode()
    ok(head.post(f"{page}waive/", given))
    ok(signed_in(cast, "陈静").post(f"{page}commit/", {"nonce": NONCE}))
    ok(keeper.post(f"{page}pool/"))
    shown = anybody.get(f"{PUBLIC}{Draw.objects.get().pk}/").content.decode()
    assert f"名录第 {target.pk} 号：去年的隐患没有整改。" in shown


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"items": []}, "选择抽查事项。"),
        ({"officers_per_object": "1"}, "检查人员不得少于两人"),
        ({"ends_on": "2026-02-01"}, "检查时间的结束早于开始"),
        ({"begins_on": "2025-03-01"}, "不在计划的年度之内"),
        ({"partners": "生态环境局"}, "没有写成“部门：检查内容”"),
        ({"partners": "甲局：一\n甲局：二"}, "同一联合部门只写一次"),
        ({"trade": "taxi"}, "WX-01 不属于这个行业"),
        ({"number": "样交检〔2026〕3号"}, "计划编号"),
    ],
)
def test_a_plan_that_cannot_be_is_refused_in_words(cast: Cast, plan: DrawPlan, changed: Any, said: str) -> None:
    answer = signed_in(cast, "韩雪").post(f"{BASE}plans/add/", written(cast, **changed))
    assert answer.status_code == 422 and said in answer.content.decode()
    assert DrawPlan.objects.count() == 1


SHORT = [one for one in NASTY if len(one) < 3_000]


def test_nothing_that_is_typed_breaks_a_page(cast: Cast, plan: DrawPlan) -> None:
    """Every form with each nasty value in all its fields at once, and a good plan with one field gone bad."""
    keeper, head, supervisor = signed_in(cast, "韩雪"), signed_in(cast, "卫国"), signed_in(cast, "陈静")
    ok(keeper.post(f"{BASE}plans/{plan.pk}/draw/", {"draws_on": "2026-03-10", "supervisor": str(cast["陈静"].pk)}))
    draw = Draw.objects.get()
    forms = {
        "items/add/": (keeper, ("number", "title", "content", "trade", "basis", "is_focus")),
        "objects/add/": (keeper, ("name", "uscc", "trade", "credit_class", "contact", "phone", "address")),
        "objects/import/": (keeper, ("text",)),
        "inspectors/add/": (keeper, ("officer", "trades")),
        f"plans/{plan.pk}/draw/": (keeper, ("draws_on", "supervisor")),
        f"{draw.pk}/exclude/": (keeper, ("officer", "reason")),
        f"{draw.pk}/waive/": (head, ("target", "reason")),
        f"{draw.pk}/commit/": (supervisor, ("commitment",)),
    }
    for page, (client, names) in forms.items():
        for value in SHORT:
            assert client.post(BASE + page, dict.fromkeys(names, value)).status_code == 422, (page, value[:20])
    for name in ("year", "officers_per_object", "begins_on", "items", "partners"):
        for value in SHORT[9:26]:
            answer = keeper.post(f"{BASE}plans/add/", written(cast, **{name: value}))
            assert answer.status_code in (302, 422), (name, value)
            DrawPlan.objects.filter(approved_by=None).delete()


def test_nothing_that_is_sent_breaks_a_list(cast: Cast, plan: DrawPlan) -> None:
    keeper, anybody = signed_in(cast, "韩雪"), Client()
    for value in SHORT:
        asked = dict.fromkeys(("page", "q", "trade", "credit_class"), value)
        assert keeper.get(f"{BASE}objects/", asked).status_code == 200, value
        assert anybody.get(PUBLIC, {"before": value}).status_code == 200, value
    for number in (1, 2**63 - 1, 10**30):
        assert anybody.get(f"{PUBLIC}{number}/").status_code == 404
        assert anybody.get(f"{PUBLIC}{number}.json").status_code == 404
        assert keeper.get(f"{BASE}{number}/").status_code == 404


def test_the_portal_reads_of_draws_its_own_table_only() -> None:
    assert PublishedDraw._meta.db_table in PORTAL_TABLES
    assert not [one for one in PublishedDraw._meta.get_fields() if one.is_relation]
