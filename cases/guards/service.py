"""Did the paper reach its party in a way the law knows, on a day that has come?"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases import serving
from cases.act import Ask, Text
from cases.guards.declare import guard
from cases.guards.notice import served_after_it_was_issued
from cases.guards.paper_repair import paper_is_not_about_to_be_voided
from cases.guards.people import HANDLERS
from law.limits import limit
from law.service import receivers

SIGNED_FOR = frozenset({"direct", "post", "entrusted", "forwarded"})
"""Manners in which a person signs; who may, stands in service.toml."""


def _paper(ask: Ask) -> Any:
    return ask.facts.get("document")


def _manner(ask: Ask) -> str:
    return str(ask.facts.get("manner") or "direct")


def _day(ask: Ask) -> date | None:
    return serving.day_of_service(ask.file.terms, ask.facts, ask.on)


@guard(basis="行政处罚法:61", cure=gettext_lazy("选择已经签发、还没有送达的文书"), by=HANDLERS)
def paper_awaits_service(ask: Ask) -> Iterator[Text]:
    paper = _paper(ask)
    if paper is not None and paper.pk not in {one.pk for one in serving.unserved(ask.file)}:
        yield _("%(paper)s不是等待送达的文书。") % {"paper": paper}


@guard(basis="民事诉讼法:87", cure=gettext_lazy("送达以后再登记"), by=HANDLERS)
def day_of_service_has_come(ask: Ask) -> Iterator[Text]:
    day = _day(ask)
    if day and day > ask.on and _manner(ask) != serving.PUBLIC:
        yield _("送达日期 %(day)s 晚于登记的日期 %(on)s。") % {"day": day, "on": ask.on}


@guard(basis="民事诉讼法:88.1", cure=gettext_lazy("交给受送达人本人或者法律列明的人签收"), by=HANDLERS)
def receiver_may_receive(ask: Ask) -> Iterator[Text]:
    paper, relation = _paper(ask), str(ask.facts.get("receiver_relation") or "")
    if paper is None or _manner(ask) not in SIGNED_FOR:
        return
    allowed = [one.title for one in receivers(paper.party.kind, ask.on)]
    if relation not in allowed:
        yield _("“%(relation)s”不能替%(name)s签收，可以签收的有：%(allowed)s。") % {
            "relation": relation or _("关系未写明"),
            "name": paper.party.name,
            "allowed": _("、").join(allowed),
        }


@guard(basis="民事诉讼法:88.1", cure=gettext_lazy("交给同住的成年家属签收，写明年龄"), by=HANDLERS)
def receiver_is_of_age(ask: Ask) -> Iterator[Text]:
    paper, relation, age = _paper(ask), ask.facts.get("receiver_relation"), ask.facts.get("receiver_age")
    if paper is None or _manner(ask) not in SIGNED_FOR:
        return
    asked = {one.title for one in receivers(paper.party.kind, ask.on) if one.of_age}
    least = limit("adult_age", ask.on)
    if relation not in asked:
        return
    if age is None:
        yield _("没有写明收件人的年龄，不能认定为成年家属。")
    elif age < least:
        yield _("收件人%(receiver)s %(age)d 岁，不满 %(least)d 周岁，不得代收。") % {
            "receiver": ask.facts.get("receiver", ""),
            "age": age,
            "least": least,
        }


@guard(basis="民事诉讼法:88.1", cure=gettext_lazy("交给没有利害冲突的人签收"), by=HANDLERS)
def receiver_is_no_other_party(ask: Ask) -> Iterator[Text]:
    paper, receiver = _paper(ask), str(ask.facts.get("receiver") or "").strip()
    if paper is None or _manner(ask) not in SIGNED_FOR or receiver in ("", paper.party.representative):
        return
    for other in ask.file.parties:
        if other.pk != paper.party_id and receiver == other.name:
            yield _("%(receiver)s是本案的另一方当事人，不得替%(name)s签收。") % {
                "receiver": receiver,
                "name": paper.party.name,
            }


@guard(basis="民事诉讼法:89", cure=gettext_lazy("写明拒收的事由和见证人，或者拍照录像的情况"), by=HANDLERS)
def refusal_is_recorded(ask: Ask) -> Iterator[Text]:
    if _paper(ask) is None or _manner(ask) != "left":
        return
    if not str(ask.facts.get("refusal") or "").strip():
        yield _("留置送达没有写明拒收的事由。")
    if not str(ask.facts.get("witness") or "").strip():
        yield _("留置送达没有写明见证人，也没有写明拍照、录像的情况。")


@guard(basis="民事诉讼法:91", cure=gettext_lazy("填写邮件号码"), by=HANDLERS)
def letter_has_its_number(ask: Ask) -> Iterator[Text]:
    if _paper(ask) is not None and _manner(ask) == "post" and not str(ask.facts.get("post_number") or "").strip():
        yield _("邮寄送达没有写明邮件号码。")


@guard(basis="民事诉讼法:91", cure=gettext_lazy("先向受托机关发出委托送达函"), by=HANDLERS, act="entrust_service")
def service_was_entrusted(ask: Ask) -> Iterator[Text]:
    paper = _paper(ask)
    if paper is None or _manner(ask) != "entrusted":
        return
    day, sent = _day(ask), [one.sent_on for one in serving.entrustments_of(ask.file, paper)]
    if not sent:
        yield _("%(paper)s没有委托其他机关送达。") % {"paper": paper}
    elif day and day < min(sent):
        yield _("受托送达的日期 %(day)s 早于发函的日期 %(sent)s。") % {"day": day, "sent": min(sent)}


@guard(basis="民事诉讼法:92", cure=gettext_lazy("只对军人、被监禁或者被采取强制性教育措施的人转交"), by=HANDLERS)
def forwarding_has_its_ground(ask: Ask) -> Iterator[Text]:
    paper = _paper(ask)
    if paper is None or _manner(ask) != "forwarded":
        return
    if not ask.facts.get("forwarding_ground"):
        yield _("没有写明为什么转交：受送达人是军人、被监禁，还是被采取强制性教育措施。")
    if not paper.party.is_person:
        yield _("%(name)s是单位，不适用转交送达。") % {"name": paper.party.name}


@guard(
    basis="行政处罚法:61.2",
    cure=gettext_lazy("由当事人签订送达地址确认书，同意电子送达"),
    by=HANDLERS,
    act="confirm_service_address",
)
def electronic_service_was_confirmed(ask: Ask) -> Iterator[Text]:
    paper, day = _paper(ask), _day(ask)
    if paper is None or day is None or _manner(ask) != "electronic":
        return
    address = serving.confirmed_address(ask.file, paper.party, day)
    name = {"name": paper.party.name}
    if address is None:
        yield _("%(name)s没有签订送达地址确认书，不得电子送达。") % name
    elif not address.electronic:
        yield _("%(name)s在送达地址确认书中没有同意电子送达。") % name
    elif not address.allows(paper.form_key):
        yield _("%(name)s签订的确认书不适用于%(title)s。") % (name | {"title": paper.title})


@guard(basis="行政复议法:22.2", cure=gettext_lazy("写明提交行政复议申请的互联网渠道"), by=HANDLERS)
def remedy_channel_is_told(ask: Ask) -> Iterator[Text]:
    paper = _paper(ask)
    if paper is None or _manner(ask) != "electronic" or "reconsideration" not in paper.form.rule.service_opens:
        return
    if not str(ask.facts.get("remedy_channel") or "").strip():
        yield _("通过互联网送达决定书，没有同时告知提交复议申请的互联网渠道。")


@guard(
    basis="行政强制法:38",
    cure=gettext_lazy("先直接送达；送不到的，登记未能送达的情况"),
    by=HANDLERS,
    act="record_failed_service",
)
def direct_service_came_first(ask: Ask) -> Iterator[Text]:
    paper = _paper(ask)
    if paper is None or _manner(ask) in ("direct", "left") or not paper.form.rule.direct_first:
        return
    if not any(one.kind == "direct" for one in serving.attempts_for(ask.file, paper)):
        yield _("%(title)s应当先直接送达，案卷里没有直接送达未成的记录。") % {"title": paper.title}


@guard(
    basis="民事诉讼法:95",
    cure=gettext_lazy("先用其他方式送达并登记未成的情况，或者登记查找下落的经过"),
    by=HANDLERS,
    act="record_failed_service",
)
def other_manners_failed(ask: Ask) -> Iterator[Text]:
    """下落不明，或者用其他方式无法送达: recorded failures, or a recorded search."""
    paper = _paper(ask)
    if paper is None:
        return
    day = ask.facts.get("posted_on") or ask.on
    tried = {one.kind for one in serving.attempts_for(ask.file, paper) if localtime(one.attempted_at).date() <= day}
    if serving.has_failed_otherwise(tried):
        return
    if "direct" not in tried:
        yield _("%(paper)s没有直接送达未成的记录，也没有查找下落的记录，不得公告送达。") % {"paper": paper}
    else:
        yield _("%(paper)s直接送达未成以后，还没有用邮寄等其他方式送达的记录，不得公告送达。") % {"paper": paper}


@guard(basis="民事诉讼法:95.1", cure=gettext_lazy("填写实际张贴、刊登的日期"), by=HANDLERS)
def notice_is_posted_after_issue(ask: Ask) -> Iterator[Text]:
    paper, posted = _paper(ask), ask.facts.get("posted_on")
    if paper is None or posted is None:
        return
    if paper.issued_on and posted < paper.issued_on:
        yield _("%(title)s %(issued)s 才签发，公告不能早于这一天。") % {
            "title": paper.title,
            "issued": paper.issued_on,
        }
    elif posted > ask.on:
        yield _("公告发出的日期 %(posted)s 还没有到。") % {"posted": posted}


@guard(basis="民事诉讼法:95.1", cure=gettext_lazy("等现有公告期满"), by=HANDLERS)
def no_notice_is_running(ask: Ask) -> Iterator[Text]:
    paper = _paper(ask)
    term = serving.notice_term(ask.file.terms, paper) if paper is not None else None
    if term is not None:
        yield _("%(paper)s已经公告，%(due)s 期满。") % {"paper": paper, "due": term.due_on}


@guard(
    basis="民事诉讼法:95.1",
    cure=gettext_lazy("先发出公告，等公告期满"),
    by=HANDLERS,
    act="post_public_notice",
)
def public_notice_has_run(ask: Ask) -> Iterator[Text]:
    paper = _paper(ask)
    if paper is None or _manner(ask) != serving.PUBLIC:
        return
    term = serving.notice_term(ask.file.terms, paper)
    if term is None:
        yield _("%(paper)s没有公告过。") % {"paper": paper}
    elif ask.on <= term.due_on:
        yield _("公告期到 %(due)s 届满，%(next)s 才视为送达。") % {
            "due": term.due_on,
            "next": term.due_on + timedelta(days=1),
        }


@guard(basis="行政处罚法:61.2", cure=gettext_lazy("由当事人或者代理人签名后再登记"), by=HANDLERS)
def confirmation_is_signed(ask: Ask) -> Iterator[Text]:
    if ask.facts.get("party") is None:
        return
    if not ask.facts.get("signed"):
        yield _("送达地址确认书没有当事人的签名或者盖章。")
    signed_on = ask.facts.get("signed_on")
    if signed_on and signed_on > ask.on:
        yield _("签订日期 %(day)s 还没有到。") % {"day": signed_on}


# Every act that records service asks all of these.
LAWFUL_SERVICE = (
    served_after_it_was_issued,
    day_of_service_has_come,
    receiver_may_receive,
    receiver_is_of_age,
    receiver_is_no_other_party,
    refusal_is_recorded,
    letter_has_its_number,
    service_was_entrusted,
    forwarding_has_its_ground,
    electronic_service_was_confirmed,
    remedy_channel_is_told,
    direct_service_came_first,
    public_notice_has_run,
    paper_is_not_about_to_be_voided,
)
