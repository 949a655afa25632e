"""Does the report on the rule of law begin with the figures filled in, and with gaps where nothing is known?"""

import re
from datetime import UTC, date, datetime
from html import unescape

import pypdfium2
import pytest
from django.db import connection
from django.test import Client

from bureau.sample.story import Cast
from cases.figures.registry import Period
from law.annual_tables import tables_on
from law.rule_of_law_report import all_sections
from oversight.annual.keeping import keep
from oversight.annual.models import AnnualReport, RuleOfLawReport, RuleOfLawVersion
from oversight.annual.narrative import GAP, TOKEN
from oversight.annual.report import annual_report
from tests.figures.year import Maker

PAGE = "/review/annual/rule-of-law/"
NOW = datetime(2023, 1, 10, 1, tzinfo=UTC)


@pytest.fixture
def figures(make: Maker, cast: Cast) -> AnnualReport:
    return keep(annual_report(Period(date(2022, 1, 1), date(2022, 12, 31)), now=NOW), officer=cast["韩雪"])


@pytest.fixture
def begun(figures: AnnualReport, desk: Client) -> RuleOfLawReport:
    desk.post(PAGE, {"figures": figures.pk})
    return RuleOfLawReport.objects.get()


def reads(desk: Client, report: RuleOfLawReport) -> str:
    page = desk.get(f"{PAGE}{report.pk}/").content.decode()
    return page[page.index('id="reads"') : page.index("</section>", page.index('id="reads"'))]


def test_every_code_of_the_draft_is_a_column() -> None:
    columns = {f"{table.key}.{column.key}" for table in tables_on(date(2022, 12, 31)) for column in table.columns}
    codes = {found.group(1) for one in all_sections() for found in TOKEN.finditer(one.text) if found.group(1)}
    assert codes <= columns and len(codes) > 40


def test_it_begins_with_the_figures_of_the_kept_report(begun: RuleOfLawReport, desk: Client) -> None:
    text = reads(desk, begun)
    with connection.cursor() as sql:
        sql.execute("SELECT COUNT(*) FROM cases_case WHERE filed_on BETWEEN '2022-01-01' AND '2022-12-31'")
        (filed,) = sql.fetchone()
    assert re.search(rf"全年立案<a [^>]+>{filed}</a>件", text)
    assert "2022年，样例旗交通运输局坚持" in text and "{" not in text
    for heading in ("一、主要举措和成效", "三、存在的不足和原因", "四、下一年度主要安排"):
        assert heading in text


def test_each_figure_opens_its_list_and_what_nobody_knows_is_a_gap(begun: RuleOfLawReport, desk: Client) -> None:
    text = reads(desk, begun)
    addresses = [unescape(one) for one in re.findall(r'href="([^"]+)"', text)]
    assert len(addresses) > 25 and {desk.get(one).status_code for one in addresses} == {200}
    assert "〔待填：存在的不足〕" in text


def test_a_change_is_another_version_and_the_earlier_one_stays(
    begun: RuleOfLawReport, desk: Client, cast: Cast
) -> None:
    version = begun.versions.get()
    given = {"figures": version.figures_id, "after": 1, "text": version.text.replace("〔待填：原因〕", "人员不足。")}
    assert desk.post(f"{PAGE}{begun.pk}/", given).status_code == 302
    assert "人员不足。" in reads(desk, begun) and "人员不足" not in begun.versions.get(number=1).text
    assert "〔待填：原因〕" in desk.get(f"{PAGE}{begun.pk}/?version=1").content.decode()
    # Somebody who had read the first version only does not write over the second, and loses nothing.
    late = desk.post(f"{PAGE}{begun.pk}/", given | {"text": "另一个人写的。"})
    page = late.content.decode()
    assert late.status_code == 409 and "别人保存了第 2 版" in page and "另一个人写的。" in page
    assert begun.versions.count() == 2


@pytest.mark.parametrize(
    "given", [{"text": ""}, {"text": "a\x00b"}, {"text": "x", "after": "9" * 30}, {"text": "x", "figures": "x"}]
)
def test_what_cannot_be_saved_is_refused_in_words(begun: RuleOfLawReport, desk: Client, given: dict[str, str]) -> None:
    version = begun.versions.get()
    answer = desk.post(f"{PAGE}{begun.pk}/", {"figures": version.figures_id, "after": "1"} | given)
    assert answer.status_code == 422 and begun.versions.count() == 1


def test_a_year_has_one_report_and_only_whole_years_of_the_bureau_have_one(
    begun: RuleOfLawReport, figures: AnnualReport, make: Maker, desk: Client
) -> None:
    assert "已经起草" in desk.post(PAGE, {"figures": figures.pk}).content.decode()
    month = keep(annual_report(Period(date(2022, 1, 1), date(2022, 1, 31)), now=NOW), officer=None)
    unit = keep(annual_report(Period(date(2022, 1, 1), date(2022, 12, 31), make.units[0].pk), now=NOW), officer=None)
    for other in (month, unit):
        assert desk.post(PAGE, {"figures": other.pk}).status_code == 422
    assert RuleOfLawReport.objects.count() == 1


def test_it_prints_with_its_gaps_counted_on_the_page(begun: RuleOfLawReport, desk: Client) -> None:
    paper = pypdfium2.PdfDocument(desk.get(f"{PAGE}{begun.pk}/report.pdf").content)
    words = "".join("".join(page.get_textpage().get_text_range() for page in paper).split())
    paper.close()
    assert "2022年度法治政府建设情况报告" in words and "处待填" in words and "{" not in words
    assert RuleOfLawVersion.objects.count() == 1


def test_a_figure_that_the_writer_misspelt_is_a_gap_and_no_number(begun: RuleOfLawReport, desk: Client) -> None:
    version = begun.versions.get()
    desk.post(
        f"{PAGE}{begun.pk}/", {"figures": version.figures_id, "after": "1", "text": "立案{penalties.none}件，{x}。"}
    )
    assert f"立案<mark>{GAP}</mark>件，{{x}}。" in reads(desk, begun)
