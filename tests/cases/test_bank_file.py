"""Does the bank's file become payments, once each, and does every other line say why it did not?"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
import time_machine as travel
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse

from bureau.sample.people import PASSWORD, hire_everyone
from bureau.sample.stories import overload
from bureau.sample.story import Story
from cases.bank_file import UnreadableFile, read_amount, read_bank_file, read_date
from cases.case_file import load_case_file
from cases.models import BankFile, BankLine, Case, Payment
from cases.money import account_of
from cases.reconciliation import reconcile
from cases.services import Refused, perform

pytestmark = pytest.mark.django_db
TODAY = date(2026, 4, 13)
HEAD = "缴款日期,金额,财政票据号,决定书文号,缴款人\n"


@pytest.fixture(scope="module")
def told(django_db_setup: None, django_db_blocker: Any) -> Iterator[Story]:
    """Case 1, served on 3 April 2026: a fine of 6,000."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield overload(hire_everyone(), until="served")
        transaction.set_rollback(True)


@pytest.fixture
def story(told: Story, db: None) -> Iterator[Story]:
    with travel.travel("2026-04-13 04:00Z", tick=False):
        told.case = Case.objects.get(pk=told.case.pk)
        yield told


def read(story: Story, *lines: str, name: str = "april.csv") -> BankFile:
    data = (HEAD + "\n".join(lines) + "\n").encode()
    return reconcile(name=name, data=data, officer=story.cast["杨兰"], today=TODAY)


def results(file: BankFile) -> list[tuple[str, str]]:
    return [(one.status, one.reason) for one in file.lines.order_by("number")]


def number(story: Story) -> str:
    return story.case.documents.get(form_key="penalty-decision").number


# --- matching -------------------------------------------------------------------------------------
def test_a_line_with_the_number_of_the_decision_becomes_a_payment_on_the_record(story: Story) -> None:
    file = read(story, f"2026-04-10,6000.00,P-1,{number(story)},样例顺达运输有限公司")
    assert results(file) == [("matched", "")]
    payment = Payment.objects.get()
    assert (payment.paid_on, payment.amount, payment.channel) == (date(2026, 4, 10), 6000, "bank")
    assert payment.entered_by == story.cast["杨兰"]
    entry = story.case.record.order_by("-cseq").first()
    assert entry is not None and (entry.act, entry.on) == ("record_payment", TODAY)
    term = story.case.terms.get(key="payment")
    assert (term.ended_on, term.ending) == (date(2026, 4, 10), "met"), "on the day of payment, not of the file"


@pytest.mark.parametrize(
    "written", ["蒙样交执罚[2026]001号", "蒙样交执罚（2026） 001 号", "缴蒙样交执罚〔2026〕001号罚款"]
)
def test_brackets_and_blanks_in_the_number_do_not_matter(story: Story, written: str) -> None:
    assert results(read(story, f"2026-04-10,6000,P-1,{written},")) == [("matched", "")]


def test_without_a_number_payer_and_amount_must_fit_one_case(story: Story) -> None:
    assert results(read(story, "2026-04-10,6000,P-1,,样例顺达运输有限公司")) == [("matched", "")]


def test_a_payer_whose_amount_fits_nothing_is_listed_with_the_reason(story: Story) -> None:
    (found,) = results(read(story, "2026-04-10,5000,P-1,,样例顺达运输有限公司"))
    assert found == ("unmatched", "找不到缴款人“样例顺达运输有限公司”应缴这一金额的案件")
    assert not Payment.objects.exists()


def test_a_line_that_names_nobody_says_so(story: Story) -> None:
    (found,) = results(read(story, "2026-04-10,6000,P-1,没有这个文号,"))
    assert found == ("unmatched", "决定书文号找不到对应的处罚决定，也没有缴款人名称")


def test_too_little_is_recorded_and_says_what_is_left(story: Story) -> None:
    assert results(read(story, f"2026-04-10,4000,P-1,{number(story)},")) == [("underpaid", "还有 2000.00 元没有缴纳")]


def test_too_much_is_recorded_and_asks_for_a_refund(story: Story) -> None:
    found = results(read(story, f"2026-04-10,6500,P-1,{number(story)},"))
    assert found == [("overpaid", "多缴 500.00 元，提请退款")]


def test_what_was_overpaid_goes_back_when_the_head_agrees(story: Story) -> None:
    read(story, f"2026-04-10,6500,P-1,{number(story)},")
    facts = {"party": story.party, "ground": "overpaid", "amount": Decimal(500), "reason": "重复缴款。"}
    refund = story.act("杨兰", "request_refund", TODAY, **facts).about
    with pytest.raises(Refused, match="多缴 0"):
        story.act("杨兰", "request_refund", TODAY, **facts)
    with pytest.raises(Refused, match="执法部门负责人"):
        perform(refund, "approve_refund", story.cast["杨兰"], TODAY, opinion="同意。")
    perform(refund, "approve_refund", story.cast["卫国"], TODAY, opinion="同意。")
    perform(refund, "pay_refund", story.cast["杨兰"], TODAY, voucher_number="T-1")
    file = load_case_file(story.case.pk)
    assert (account_of(file, story.party, TODAY).over, file.paid_by(story.party)) == (0, 6000)


def test_the_database_refuses_money_entered_by_who_handled_or_decided_the_case(story: Story) -> None:
    for who in ("李明", "卫国"):
        row = {"case": story.case, "party": story.party, "amount": 1, "paid_on": TODAY, "channel": "bank"}
        with pytest.raises(DatabaseError, match="登记缴款的财务人员不得由"), transaction.atomic():
            Payment.objects.create(receipt_number=who, entered_by=story.cast[who], **row)


def test_late_payment_without_the_surcharge_is_too_little(story: Story) -> None:
    # Due on Saturday 18 April, moved to Monday the 20th: two days late on the 22nd, 2 × 180.
    with travel.travel("2026-04-23 04:00Z", tick=False):
        data = (HEAD + f"2026-04-22,6000,P-1,{number(story)},\n").encode()
        file = reconcile(name="x.csv", data=data, officer=story.cast["杨兰"], today=date(2026, 4, 23))
    assert results(file) == [("underpaid", "还有 360.00 元没有缴纳")]


def test_the_same_receipt_is_recorded_once(story: Story) -> None:
    line = f"2026-04-10,3000,P-1,{number(story)},"
    found = results(read(story, line, line))
    assert found[0][0] == "underpaid"
    assert found[1][0] == "duplicate" and "票据号已经登记" in found[1][1]
    assert Payment.objects.count() == 1


def test_the_same_file_again_repeats_nothing(story: Story) -> None:
    line = f"2026-04-10,6000,P-1,{number(story)},"
    first, again = read(story, line), read(story, line, name="other name.csv")
    assert (first.pk, BankFile.objects.count(), BankLine.objects.count(), Payment.objects.count()) == (
        again.pk,
        1,
        1,
        1,
    )
    assert results(again) == [("matched", "")]


def test_the_same_file_again_tries_what_was_not_matched(story: Story) -> None:
    line = "2026-04-10,6000,P-1,,样例顺达运输有限公司"
    story.case.parties.update(name="旧名")
    assert results(read(story, line))[0][0] == "unmatched"
    story.case.parties.update(name="样例顺达运输有限公司")
    assert results(read(story, line)) == [("matched", "")]


def test_whoever_handled_the_case_may_not_enter_its_money(story: Story) -> None:
    story.case.assignments.create(officer=story.cast["杨兰"], since=TODAY, until=TODAY)
    (found,) = results(read(story, f"2026-04-10,6000,P-1,{number(story)},"))
    assert found[0] == "unmatched" and "杨兰在本案中是承办人" in found[1]


def test_one_bad_line_does_not_undo_the_good_ones(story: Story) -> None:
    file = read(story, "2026-04-10,abc,P-2,,", f"2026-04-10,6000,P-1,{number(story)},", "2026-04-10,1,P-3,,无此人")
    assert [status for status, _reason in results(file)] == ["unreadable", "matched", "unmatched"]


# --- reading --------------------------------------------------------------------------------------
def test_lines_above_the_heading_and_a_total_below_are_no_payments() -> None:
    text = "样例农商行代收明细\n账号,0001\n交易日期\t缴费金额（元）\t票据号码\n2026/4/10 09:30\t¥6,000.00\t'P-1\n合计\t6000\t\n"
    lines = read_bank_file(text.encode("gb18030"))
    assert [(one.number, one.paid_on, one.amount, one.receipt, one.total) for one in lines] == [
        (4, date(2026, 4, 10), Decimal("6000.00"), "P-1", False),
        (5, None, None, "", True),
    ]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"PK\x03\x04\x00\x00", "not_text"),
        (b"\xff\xfe\xff\xff\xff", "not_text"),
        ("姓名,电话\n王,1\n".encode(), "no_heading"),
        ("日期,金额\n2026-04-10,1\n".encode(), "no_heading"),
        (b"x" * (5 * 1024 * 1024 + 1), "too_big"),
    ],
)
def test_what_is_no_table_of_payments_is_refused_in_words(data: bytes, code: str) -> None:
    with pytest.raises(UnreadableFile, match=code):
        read_bank_file(data)


@pytest.mark.parametrize("text", ["2026-04-10", "2026/4/10", "20260410", "2026年4月10日", "２０２６-04-10 12:00:00"])
def test_a_date_is_read_however_it_is_written(text: str) -> None:
    assert read_date(text) == date(2026, 4, 10)


@pytest.mark.parametrize("text", ["", "10.4.2026", "2026-13-01", "abc"])
def test_what_is_no_date_is_none(text: str) -> None:
    assert read_date(text) is None


@pytest.mark.parametrize(
    ("text", "amount"),
    [("26,000.00", "26000.00"), ("¥26000", "26000"), ("26000元", "26000"), ("２６", "26"), ("0.01", "0.01")],
)
def test_an_amount_is_read_however_it_is_written(text: str, amount: str) -> None:
    assert read_amount(text) == Decimal(amount)


@pytest.mark.parametrize("text", ["", "0", "-5", "1.001", "NaN", "Infinity", "1e99", "六千"])
def test_what_is_no_sum_is_none(text: str) -> None:
    assert read_amount(text) is None


# --- the page -------------------------------------------------------------------------------------
def signed_in(staff_number: str) -> Client:
    browser = Client()
    browser.post(reverse("officers:sign-in"), {"username": staff_number, "password": PASSWORD})
    return browser


def test_finance_uploads_the_file_and_sees_each_line(story: Story) -> None:
    browser = signed_in("5002")
    line = f"2026-04-10,6000,P-1,{number(story)},样例顺达运输有限公司\n2026-04-11,1,P-2,,无此人\n"
    upload = SimpleUploadedFile("april.csv", (HEAD + line).encode())
    page = browser.post(reverse("cases:bank-files"), {"file": upload}, follow=True)
    text = page.content.decode()
    assert page.status_code == 200
    assert "找不到缴款人“无此人”应缴这一金额的案件" in text
    assert str(story.case) in text and "6,000 元" in text
    assert "april.csv" in browser.get(reverse("cases:bank-files")).content.decode()


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4\x00", b"\xff" * 40, b'"' * 200, "日期,金额,票据号\n".encode() * 3])
def test_no_upload_breaks_the_page(story: Story, data: bytes) -> None:
    answer = signed_in("5002").post(
        reverse("cases:bank-files"), {"file": SimpleUploadedFile("x.csv", data)}, follow=True
    )
    assert answer.status_code in (200, 422)


def test_nobody_else_sees_the_bank(story: Story) -> None:
    for staff_number in ("1001", "4001", "9001"):
        assert signed_in(staff_number).get(reverse("cases:bank-files")).status_code == 404
