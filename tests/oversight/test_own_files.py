"""Does an officer see the findings of the own files and a head those of the unit, and nobody anybody else's?"""

import pytest

from cases.models import Case, CaseOfficer
from oversight.report import make_report, run_review
from tests.oversight.test_report import BEGINS, ENDS, NOW


@pytest.fixture
def reviewed(tampered, case, told):
    """The overload of 李明 and 王强 lacks the advice on rights; another file of the unit belongs to somebody else."""
    case("overload").inquiries.filter(kind="interview").update(rights_told=False)
    run_review(make_report(BEGINS, ENDS, None, now=NOW, language="zh-hans"), officer=None)
    return told


def shown(client) -> set[int]:
    return {row["file"].case for row in client.get("/review/own/").context["rows"]}


def handled_by(reviewed, name) -> set[int]:
    ended = Case.objects.filter(closed_on__isnull=False)
    return set(ended.filter(assignments__officer=reviewed["cast"][name]).values_list("pk", flat=True))


def test_an_officer_sees_the_own_files_and_what_was_found_in_them(reviewed, signed_in) -> None:
    client = signed_in("李明")
    assert reviewed["overload"] in shown(client) == handled_by(reviewed, "李明")
    page = client.get("/review/own/").content.decode()
    assert "没有记明告知权利义务" in page and "/papers/" in page


def test_a_file_of_the_same_unit_that_a_colleague_handled_is_not_shown(reviewed, signed_in) -> None:
    CaseOfficer.objects.filter(case=reviewed["overload"], officer=reviewed["cast"]["李明"]).delete()
    assert reviewed["overload"] not in shown(signed_in("李明"))
    assert reviewed["overload"] in shown(signed_in("王强"))


def test_a_head_sees_the_files_of_the_unit_and_of_no_other(reviewed, signed_in) -> None:
    head = reviewed["cast"]["郑海"]
    unit = set(Case.objects.filter(department=head.department, closed_on__isnull=False).values_list("pk", flat=True))
    assert reviewed["overload"] in unit
    assert shown(signed_in("郑海")) == unit
    assert reviewed["overload"] not in shown(signed_in("赵刚"))


def test_the_latest_review_counts_and_nobody_gets_a_sum(reviewed, signed_in, case) -> None:
    case("overload").inquiries.filter(kind="interview").update(rights_told=True)
    run_review(make_report(BEGINS, ENDS, None, now=NOW.replace(hour=9), language="zh-hans"), officer=None)
    answer = signed_in("李明").get("/review/own/")
    row = next(row for row in answer.context["rows"] if row["file"].case == reviewed["overload"])
    assert (row["file"].score, row["faults"]) == ("100.0", [])
    assert "平均" not in answer.content.decode().replace("不计个人平均分", "")


@pytest.mark.parametrize(("who", "status"), [("李明", 200), ("郑海", 200), ("韩雪", 404), ("卫国", 404), ("陈静", 404)])
def test_the_page_is_for_those_who_handle(world, signed_in, who, status) -> None:
    assert signed_in(who).get("/review/own/").status_code == status
