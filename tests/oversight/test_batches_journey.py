"""Does a batch go from its setting up to the last re-check through the pages, and is nobody shown what is not theirs?"""

from datetime import date
from urllib.parse import quote

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cases.models import Case, Evidence, Inquiry
from documents.models import Document
from oversight.batches import results
from oversight.batches.errands import review_tasks
from oversight.batches.followup import Objection, Rectification, RectificationAnswer
from oversight.batches.models import ReviewBatch, ReviewFile, Sheet
from oversight.batches.reviewing import confirm
from tests.oversight.batches import TODAY, batch_of, file_of, hand_in, posted, sign_in, with_reviewers

BATCHES = "/review/batches/"
NAMED = ("孙丽", "周勇", "吴敏", "施康")
"""Who of them gets which file is drawn by lot."""


@pytest.fixture(autouse=True)
def day(time_machine):
    time_machine.move_to("2026-11-20 04:00Z", tick=False)


def sheet_url(sheet):
    return reverse("oversight:review-sheet", args=[sheet.pk])


def mark(client, sheet, save=False, **changed):
    """The reviewer of a sheet opens it and hands it in."""
    sign_in(client, sheet.reviewer.officer)
    form = client.get(sheet_url(sheet)).context["form"]
    return client.post(sheet_url(sheet), posted(form, **changed) | ({"save": "1"} if save else {}))


def test_a_batch_from_its_setting_up_to_the_last_re_check(world, client) -> None:
    cast = world["cast"]
    station = Case.objects.get(pk=world["overload"]).department
    sign_in(client, cast["韩雪"])
    given = {
        "title": "年度评查",
        "begins": "2026-01-01",
        "ends": "2026-06-30",
        "units": [station.pk],
        "procedure": "ordinary",
    }
    page = client.post(f"{BATCHES}new/", given)
    batch = ReviewBatch.objects.get(title="年度评查")
    address = reverse("oversight:review-batch", args=[batch.pk])
    assert page["Location"] == address
    for name in ("李明", "尤佳", "华章", "施康"):
        client.post(f"{address}reviewers/", {"who-officer": cast[name].pk})
    client.post(f"{address}assign/")
    file = file_of(batch, world["overload"])
    first, second = file.standing_sheets
    assert "李明" not in {first.reviewer.officer.name, second.reviewer.officer.name}

    # Two mark: the second sees a fault that costs 6 points, so a third is drawn.
    number = worth_six(file)
    assert mark(client, first)["Location"] == f"{BATCHES}mine/"
    assert mark(client, second, **{number: ("fault", "6", "第二页没有签名")})["Location"] == f"{BATCHES}mine/"
    third = Sheet.objects.get(file=file, seat=3)
    assert third.reviewer.officer not in {first.reviewer.officer, second.reviewer.officer}
    mark(client, third, **{number: ("fault", "5", "没有签名")})

    sign_in(client, cast["韩雪"])
    at_file = reverse("oversight:review-file", args=[file.pk])
    assert "确认结果" in client.get(at_file).text
    client.post(f"{at_file}confirm/")
    file.refresh_from_db()
    # 100, 94 and 95 per hundred points in play: the median is the third's.
    scores = {one.seat: one.score for one in file.sheets.all()}
    assert scores[2] < scores[3] < scores[1]
    assert file.score == scores[3]

    # The unit objects; somebody who did not mark decides.
    sign_in(client, cast["郑海"])
    assert "第二页没有签名" in client.get(at_file).text
    client.post(f"{at_file}objection/", {"item": number, "text": "第二页有签名，见扫描件。"})
    objection = Objection.objects.get(file=file)
    sign_in(client, cast["韩雪"])
    refused = client.post(f"{at_file}rectification/", {})
    assert refused.status_code == 422
    decided = {"upheld": "yes", "outcome": "fault", "lost": "2", "reasons": "一页有签名，一页没有。"}
    assert client.post(f"{BATCHES}objections/{objection.pk}/", decided)["Location"] == at_file
    file.refresh_from_db()
    assert scores[3] < file.score < scores[1]
    assert file.first_score == scores[3]

    # A notice, an answer, a re-check that fails, another answer, a re-check that passes.
    notice_given = {"items": [number], "answerer": cast["李明"].pk, "due_on": "2026-12-04", "note": "补签。"}
    client.post(f"{at_file}rectification/", notice_given)
    notice = Rectification.objects.get(file=file)
    assert notice.number == "案卷整改〔2026〕1号"
    item = notice.items.get()
    assert "没有签名" in item.text
    at_item = f"{BATCHES}rectifications/items/{item.pk}/"
    checker = first.reviewer.officer
    for text, passed in (("已补签。", "no"), ("两页都补签，附说明。", "yes")):
        sign_in(client, cast["李明"])
        assert client.post(f"{at_item}answer/", {"text": text}).status_code == 302
        assert client.post(f"{at_item}answer/", {"text": "再答"}).status_code == 422
        sign_in(client, checker)
        assert client.post(f"{at_item}check/", {"passed": passed, "remark": "看过"}).status_code == 302
    notice.refresh_from_db()
    assert notice.done_on == TODAY
    assert list(RectificationAnswer.objects.order_by("pk").values_list("passed", flat=True)) == [False, True]
    (state,) = results.rectifications(date(2026, 1, 1), date(2026, 6, 30), today=TODAY)
    assert (state.items, state.passed, state.done_on, state.is_overdue) == (1, 1, TODAY, False)
    # The report of the period tells it, and its numbers open the file and the notice.
    sign_in(client, cast["韩雪"])
    (line,) = client.get("/review/?begins=2026-01-01&ends=2026-06-30").context["after"]
    assert {key: line[key]["count"] for key in ("confirmed", "notices", "done", "open", "overdue")} == {
        "confirmed": 1,
        "notices": 1,
        "done": 1,
        "open": 0,
        "overdue": 0,
    }
    assert reverse("oversight:review-file", args=[file.pk]) in client.get(line["confirmed"]["url"]).content.decode()
    assert reverse("oversight:rectification", args=[notice.pk]) in client.get(line["done"]["url"]).content.decode()
    assert client.get(line["done"]["url"].replace("what=done", "what=x")).status_code == 404


def worth_six(file):
    """An item that the machine found in order and that is worth at least six points."""
    items = file.draw.batch.standard["items"]
    return next(
        one["number"]
        for one in items
        if not one["veto"] and float(one["points"]) >= 6 and file.machine[one["number"]]["outcome"] in ("ok", "asked")
    )


@pytest.fixture
def assigned(world):
    """None of these sees the overload by their post, whoever of them is assigned to it."""
    batch = batch_of(world["cast"])
    with_reviewers(batch, world["cast"], *NAMED)
    return batch


def test_nobody_sees_what_another_marked_before_both_have_handed_in(world, assigned, client) -> None:
    """Not by guessing the address of the sheet, nor on the file's page, nor in the figures of agreement."""
    file = file_of(assigned, world["overload"])
    first, second = file.standing_sheets
    number = worth_six(file)
    mark(client, first, **{number: ("fault", "6", "标记理由甲")})
    pages = [
        reverse("oversight:review-file", args=[file.pk]),
        sheet_url(first),
        f"{sheet_url(first)}sign/",
        reverse("oversight:review-batch", args=[assigned.pk]),
        reverse("oversight:batch-agreement", args=[assigned.pk]),
        reverse("oversight:batch-agreement-csv", args=[assigned.pk]),
        sheet_url(second),
        f"{BATCHES}mine/",
    ]
    score = str(Sheet.objects.get(pk=first.pk).score)
    for who in (second.reviewer.officer, world["cast"]["韩雪"], world["cast"]["卫国"], world["cast"]["郑海"]):
        sign_in(client, who)
        answers = [client.get(one) for one in pages]
        assert answers[1].status_code == 404
        for one in answers:
            assert "标记理由甲" not in one.text
            assert f">{score}<" not in one.text
    hand_in(ReviewFile.objects.get(pk=file.pk), 2, **{number: ("fault", "6")})
    sign_in(client, second.reviewer.officer)
    assert "标记理由甲" in client.get(pages[0]).text


def test_a_third_does_not_see_the_two_before(world, assigned, client) -> None:
    file = file_of(assigned, world["overload"])
    hand_in(file, 1)
    hand_in(file, 2, V14=("fault", "0"))
    third = Sheet.objects.get(file=file, seat=3)
    sign_in(client, third.reviewer.officer)
    text = client.get(reverse("oversight:review-file", args=[file.pk])).text
    assert "否决项认定不同" in text
    assert "见文书" not in text


def test_a_stranger_finds_nothing_and_a_reviewer_reads_the_papers_only_while_it_lasts(world, assigned, client) -> None:
    file = file_of(assigned, world["overload"])
    on_it = {one.reviewer.officer.name for one in file.standing_sheets}
    reviewer = file.standing_sheets[0].reviewer.officer
    beside = world["cast"][next(name for name in NAMED if name not in on_it)]
    paper = Document.objects.filter(case=file.case, form_key="penalty-decision").get()
    evidence = Evidence.objects.filter(case=file.case).first()
    pages = [
        reverse("documents:paper", args=[paper.pk]),
        reverse("cases:evidence", args=[file.case_id, evidence.pk]),
        reverse("oversight:case", args=[file.case_id]),
    ]
    for who, status in ((world["cast"]["褚文"], 404), (beside, 404), (reviewer, 200)):
        if who == reviewer or not Sheet.objects.of(who).filter(file=file).exists():
            assert [sign_in(client, who).get(one).status_code for one in pages] == [status] * 3
    for page in (reverse("oversight:review-file", args=[file.pk]), sheet_url(file.standing_sheets[0])):
        assert sign_in(client, world["cast"]["褚文"]).get(page).status_code == 404
    assert sign_in(client, reviewer).get(reverse("cases:case", args=[file.case_id])).status_code == 404
    for seat in (1, 2):
        hand_in(ReviewFile.objects.get(pk=file.pk), seat)
    confirm(file, officer=world["cast"]["韩雪"], today=TODAY)
    assert [client.get(one).status_code for one in pages] == [404] * 3


def test_a_sheet_is_saved_half_done_and_handed_in_whole(world, assigned, client) -> None:
    file = file_of(assigned, world["overload"])
    sheet = file.standing_sheets[0]
    sign_in(client, sheet.reviewer.officer)
    saved = client.post(sheet_url(sheet), {"answer_0": "ok", "reason_0": "看过卷", "save": "1"})
    assert saved.status_code == 302
    assert "看过卷" in client.get(sheet_url(sheet)).text
    half = client.post(sheet_url(sheet), {"answer_0": "ok", "reason_0": "看过卷"})
    assert half.status_code == 422
    assert "看过卷" in half.text
    assert Sheet.objects.get(pk=sheet.pk).submitted_on is None
    number = worth_six(file)
    without_reason = mark(client, sheet, **{number: ("fault", "6", "")})
    assert "写明理由" in without_reason.text
    too_much = mark(client, sheet, **{number: ("fault", "60", "x")})
    assert too_much.status_code == 422
    mark(client, sheet)
    assert "已提交" in client.get(sheet_url(sheet)).text
    assert client.post(sheet_url(sheet), {"answer_0": "fault"}).status_code == 200


def test_each_finding_stands_on_the_sheet_with_its_article_and_place(tampered, client) -> None:
    world = tampered
    Inquiry.objects.filter(case=world["overload"], kind="interview").update(rights_told=False)
    batch = batch_of(world["cast"])
    with_reviewers(batch, world["cast"], "尤佳", "华章", "施康")
    file = file_of(batch, world["overload"])
    (found,) = file.machine["P17"]["findings"]
    sheet = file.standing_sheets[0]
    page = sign_in(client, sheet.reviewer.officer).get(sheet_url(sheet))
    assert found["sentence"] in page.text
    assert reverse("documents:paper", args=[found["document"]]) in page.text
    assert quote(found["field"], safe="") in page.text
    # What the machine found wrong is not agreed to before somebody has looked: nothing is chosen there.
    form = page.context["form"]
    row = next(one for one in form.rows() if one.item.number == "P17")
    assert not row.fields[0].value()
    assert {one["title"] for one in page.context["parts"] if one["rows"]} >= {"机器发现问题的", "须由人判断的"}


def test_each_owes_their_own_and_the_batch_says_who_owes_what(world, assigned, client) -> None:
    file = file_of(assigned, world["overload"])
    first, second = file.standing_sheets
    rows = review_tasks(first.reviewer.officer, TODAY)
    assert sheet_url(first) in {one.url for one in rows}
    assert sheet_url(second) not in {one.url for one in rows}
    assert sheet_url(first) in sign_in(client, first.reviewer.officer).get(reverse("cases:worklist")).text
    hand_in(file, 1)
    assert sheet_url(first) not in {one.url for one in review_tasks(first.reviewer.officer, TODAY)}
    owed = sign_in(client, world["cast"]["韩雪"]).get(reverse("oversight:review-batch", args=[assigned.pk]))
    told = {(one["file"], one["who"]) for one in owed.context["owed"]}
    assert (str(file), second.reviewer.officer.name) in told
    assert (str(file), first.reviewer.officer.name) not in told


def test_a_page_of_a_batch_asks_no_more_queries_for_more_files(world, assigned, client) -> None:
    sign_in(client, world["cast"]["韩雪"])
    with CaptureQueriesContext(connection) as queries:
        client.get(reverse("oversight:review-batch", args=[assigned.pk]))
    assert len(queries) <= 32


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"begins": "2026-02-30"}, "结案日期从"),
        ({"ends": "2025-01-01"}, "结束日期早于开始日期"),
        ({"ends": "2999-01-01"}, "期间还没有过去"),
        ({"size": "0"}, "抽取件数"),
        ({"size": "99999999999999999999"}, "抽取件数"),
        ({"title": "a\x00b"}, "批次名称"),
        ({"title": "汉" * 20000}, "批次名称"),
        ({"units": ["99999999999999999999"]}, "单位"),
        ({"begins": "1999-01-01", "ends": "1999-12-31"}, "还没有评查标准"),
        ({"begins": "2026-11-01", "ends": "2026-11-02"}, "没有符合条件"),
    ],
)
def test_what_is_wrong_with_a_batch_is_said_and_nothing_typed_is_lost(world, client, given, sentence) -> None:
    sign_in(client, world["cast"]["韩雪"])
    whole = {"title": "批次标题", "begins": "2026-01-01", "ends": "2026-10-31"} | given
    page = client.post(f"{BATCHES}new/", whole)
    assert page.status_code == 422
    assert sentence in page.text
    assert "error-summary" in page.text
    assert "title" in given or "批次标题" in page.text
    assert not ReviewBatch.objects.exists()


def test_odd_addresses_and_odd_answers_break_nothing(world, assigned, client) -> None:
    cast = world["cast"]
    file = file_of(assigned, world["overload"])
    sheet = file.standing_sheets[0]
    sign_in(client, cast["韩雪"])
    huge = 10**30
    for path in (f"{huge}/", f"files/{huge}/", f"sheets/{huge}/", f"objections/{huge}/", f"rectifications/{huge}/"):
        assert client.get(f"{BATCHES}{path}").status_code == 404
    for number, status in ((1, 200), (2, 404), (huge, 404)):
        assert client.get(f"{BATCHES}{assigned.pk}/draws/{number}.csv").status_code == status
    assert client.get(f"{BATCHES}{huge}/draws/1.csv").status_code == 404
    at_file = reverse("oversight:review-file", args=[file.pk])
    for given in ({}, {"seat": "9", "reviewer": "x\x00", "reason": "汉" * 9000}):
        assert client.post(f"{at_file}reviewer/", given).status_code == 422
    assert client.post(f"{BATCHES}{assigned.pk}/reviewers/", {"who-expert_name": "只有名字"}).status_code == 422
    assert client.post(f"{BATCHES}{assigned.pk}/draw/", {"again-reason": ""}).status_code == 422
    sign_in(client, sheet.reviewer.officer)
    odd = {f"answer_{n}": "\x00" for n in range(5)} | {f"lost_{n}": "NaN" for n in range(99)} | {"reason_0": "标记7f3a"}
    page = client.post(sheet_url(sheet), odd)
    assert page.status_code == 422
    assert "标记7f3a" in page.text


def test_a_notice_prints_what_has_to_be_put_right(world, assigned, client) -> None:
    cast = world["cast"]
    file = file_of(assigned, world["overload"])
    number = worth_six(file)
    for seat in (1, 2):
        hand_in(file, seat, **{number: ("fault", "6")})
    confirm(file, officer=cast["韩雪"], today=TODAY)
    sign_in(client, cast["韩雪"])
    at_file = reverse("oversight:review-file", args=[file.pk])
    client.post(f"{at_file}rectification/", {"items": [number], "answerer": cast["李明"].pk, "due_on": "2026-12-01"})
    notice = Rectification.objects.get()
    printed = client.get(reverse("oversight:rectification-pdf", args=[notice.pk]))
    assert printed.content.startswith(b"%PDF")
    assert not notice.is_overdue(date(2026, 12, 1))
    assert notice.is_overdue(date(2026, 12, 2))
