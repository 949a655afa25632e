"""What does every component look like in each of its states? Invented samples for the gallery page."""

from datetime import UTC, date, datetime
from types import SimpleNamespace as Sample
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from officers.access import open_to_staff
from officers.table_form import TableForm, told

COMPANY, PERSON = "安顺物流有限公司", "张三"
CONDUCT = "未取得道路客运经营许可从事客运经营"


class SampleForm(forms.Form):
    """One of each control."""

    use_required_attribute = False

    served_on = forms.DateField(
        label="送达日期", help_text="以送达回证上的签收日期为准。", widget=forms.DateInput(attrs={"type": "date"})
    )
    method = forms.ChoiceField(
        label="送达方式",
        choices=[("direct", "直接送达"), ("left", "留置送达"), ("post", "邮寄送达")],
        widget=forms.RadioSelect,
    )
    receiver = forms.CharField(label="签收人", max_length=20)
    address = forms.ChoiceField(label="送达地点", choices=[("home", "住所"), ("office", "本机关")])
    attached = forms.MultipleChoiceField(
        label="一并送达", choices=[("a", "违法行为通知书"), ("b", "权利告知")], widget=forms.CheckboxSelectMultiple
    )
    remark = forms.CharField(label="备注", required=False, widget=forms.Textarea(attrs={"rows": 3}))
    photo = forms.FileField(label="回证照片", required=False, help_text="JPG、PNG 或 PDF，每个不超过 50 MB。")
    read_aloud = forms.BooleanField(label="已向当事人宣读")

    @property
    def fieldsets(self) -> list[tuple[str, str, list[forms.BoundField]]]:
        fields = [self[name] for name in self.fields]
        return [("送达", "写明何时、何地、由谁签收。", fields[:4]), ("附件", "", fields[4:])]

    @property
    def hidden(self) -> str:
        return ""


def due(label: str, level: str, on: date, term_title: str = "") -> Sample:
    return Sample(label=label, level=level, on=on, term_title=term_title)


DUES = [
    due("已超 2 日", "overdue", date(2026, 11, 21), "缴纳罚款期限"),
    due("今天到期", "today", date(2026, 11, 23), "公示期限（决定后 7 个工作日）"),
    due("剩 3 日", "soon", date(2026, 11, 26), "陈述申辩期限"),
    due("剩 28 日", "calm", date(2026, 12, 20), "90 日办案期限"),
]


def row(position: int, verb: str, **changes: Any) -> Sample:
    values: dict[str, Any] = {
        "number": f"蒙样交执罚〔2026〕{12 + position}号",
        "title": CONDUCT,
        "party": PERSON if position % 2 else COMPANY,
        "url": "#",
        "verb": verb,
        "verb_url": "#",
        "due": DUES[position] if position < len(DUES) else None,
        "waiting_for": "",
        "since_days": 0,
        "state_label": "待法制审核",
        "state_level": "warn",
        "filed_on": date(2026, 9, 21),
        "handlers": "李明、王强",
    }
    return Sample(**(values | changes))


def obstacle(sentence: str, article: str, cure: str, url_text: str = "") -> Sample:
    return Sample(sentence=sentence, article=article, cure=cure, url="#" if url_text else "", url_text=url_text)


OBSTACLES = [
    obstacle("法制审核尚未通过。", "《行政处罚法》第五十八条第一款", "由法制审核人员出具审核意见。", "看审核意见"),
    obstacle("听证申请期限要到 2026年11月27日 才满。", "《行政处罚法》第六十四条第一项", "期满后再办。"),
]
CASE = Sample(
    heading="蒙样交执罚〔2026〕12号",
    title=CONDUCT,
    url="#",
    parties_text=PERSON,
    state_label="待法制审核",
    state_level="warn",
    handlers_text="李明、王强",
    department="运政一中队",
)
STAGE_NAMES = ["线索", "立案", "调查取证", "告知·听证", "法制审核", "集体讨论", "决定·送达", "公示", "执行", "结案归档"]
STAGES = [
    Sample(label=name, state="done" if place < 4 else "current" if place == 4 else "todo")
    for place, name in enumerate(STAGE_NAMES)
]
TERMS = [
    Sample(
        title="办案期限",
        party="",
        due=DUES[3],
        derivation="2026-09-21 立案，次日起算，90 日，截止 2026-12-20",
        basis="《行政处罚法》第六十条",
        extensions="无",
        open=True,
        ended_text="",
    ),
    Sample(
        title="听证申请期限",
        party=PERSON,
        due=None,
        derivation="2026-11-12 送达，次日起算，5 个工作日（跳过 11月14日、15日 周末），截止 2026-11-19",
        basis="《行政处罚法》第六十四条第一项",
        extensions="",
        open=False,
        ended_text="11月19日 已满",
    ),
]
FACTS = [
    Sample(
        title="案件来源",
        rows=[
            Sample(label="来源", value="日常检查", url=""),
            Sample(label="发生时间", value="2026年9月20日 8时30分", url=""),
            Sample(label="发生地点", value="G329 国道 K102+300 处", url=""),
        ],
    )
]
EVIDENCE = [
    Sample(
        title="现场照片 3 张",
        kind_label="视听资料",
        taken_text="2026年9月20日 8时41分 摄于 G329 国道 K102+300 处",
        officers="李明、王强",
        proves="车上载客 6 人，驾驶员不能出示道路运输证",
        url="#",
        sha="9f2c41d07a6be35520c1b9a47c55f7e08d1b7e0c6a4c3b1d98c5f0a7e2b4d611",
        size=2_411_724,
        missing="原始载体保存在哪里",
    )
]
MATRIX = [
    Sample(
        fact="2026年9月20日当事人驾驶未取得道路运输证的车辆载客 6 人。",
        article="《中华人民共和国道路运输条例》第二十四条",
        evidence=["现场照片 3 张", "驾驶员询问笔录"],
        state_label="有证据",
        state_level="done",
    )
]


def paper(title: str, **changes: Any) -> Sample:
    values: dict[str, Any] = {
        "title": title,
        "number": "",
        "state_label": "已出具",
        "state_level": "ok",
        "party": PERSON,
        "date": date(2026, 11, 12),
        "url": "#",
        "pdf_url": "#",
        "changes_url": "",
        "became": (),
    }
    return Sample(**(values | changes))


PAPERS = [
    paper("违法行为通知书", number="蒙样交执罚〔2026〕12号", state_label="已送达"),
    paper("案件调查报告", state_label="草稿", state_level=""),
    paper("听证通知书", number="蒙样交执听通〔2026〕3号", state_label="已作废", state_level="calm", changes_url="#"),
]
TIMELINE = [
    Sample(
        title="听证申请期限届满",
        who="系统",
        on=date(2026, 11, 19),
        at=None,
        basis="",
        detail=["当事人未申请听证。"],
        papers=[],
        system=True,
    ),
    Sample(
        title="送达违法行为通知书",
        who="李明",
        on=date(2026, 11, 12),
        at=datetime(2026, 11, 12, 2, 30, tzinfo=UTC),
        basis="《行政处罚法》第四十四条",
        detail=["直接送达，本人签收。"],
        papers=[Sample(title="违法行为通知书", url="#"), Sample(title="送达回证", url="#")],
        system=False,
    ),
]
CHARGES = [
    Sample(
        party=PERSON,
        conduct=CONDUCT,
        citations="《中华人民共和国道路运输条例》第六十三条",
        sanction_text="罚款 30,000 元",
        facts="2026年9月20日，当事人驾驶小型客车载客 6 人，收取车费 240 元，未取得道路客运经营许可。",
        articles=[
            Sample(citation="《道路运输条例》第六十三条", in_force="2023-07-20 起施行", text="（条文由管理员载入）")
        ],
    )
]
FINDINGS = [
    Sample(
        sentence="送达回证第 2 份缺签收日期",
        article="评查标准 4.3",
        points="5",
        veto=False,
        url="#",
        curable=True,
        cure_url="",
        how="补签后上传回证照片。",
    ),
    Sample(
        sentence="执法人员只有 1 人签名",
        article="《行政处罚法》第四十二条",
        points="",
        veto=True,
        url="#",
        curable=False,
        cure_url="",
        how="无法补正。",
    ),
]
SIDE_ACTS = [
    Sample(group="期限", title="延长办案期限", url="#"),
    Sample(group="人员", title="更换承办人", url="#"),
    Sample(group="人员", title="办理回避", url="#"),
]
QUARTERS = (("30", "88.2", "96.5"), ("180", "90.4", "79.1"), ("330", "92.5", "62.4"))
LINE = {
    "width": 360,
    "height": 150,
    "low": 85,
    "high": 100,
    "dots": [{"x": x, "y": y, "value": value, "label": ""} for x, value, y in QUARTERS],
    "strokes": [" ".join(f"{x},{y}" for x, _value, y in QUARTERS)],
    "labels": [
        {"x": x, "y": "142", "label": f"2026 年 {number} 季度"} for number, (x, _value, _y) in enumerate(QUARTERS, 1)
    ],
}
BARS = [
    {"label": "送达回证未签收", "value": 27, "url": "#", "note": "1 件否决"},
    {"label": "裁量理由未写明", "value": 19, "url": "#", "note": ""},
    {"label": "笔录缺页签名", "value": 14, "url": "#", "note": ""},
]


OBJECTS = [
    Sample(
        anchor="g-measure",
        kind="强制措施",
        heading="暂扣车辆 蒙G99871",
        state_label="扣押中",
        state_level="active",
        rows=[Sample(label="保管地点", value="样例旗停车场", url=""), Sample(label="剩余", value="12 日", url="")],
        next_acts=[
            Sample(title="解除强制措施", url="#", hint="查封、扣押的理由已经不存在的，立即解除。", primary=False)
        ],
        side_acts=[Sample(group="", title="移交财物保管", url="#")],
        blocked=[Sample(title="延长强制措施期限", obstacles=OBSTACLES)],
        waiting="",
        ended=False,
    ),
    Sample(
        anchor="g-hearing",
        kind="听证",
        heading=COMPANY,
        state_label="已撤回",
        state_level="done",
        rows=[],
        next_acts=[],
        side_acts=[],
        blocked=[],
        waiting="",
        ended=True,
    ),
]


def samples() -> dict[str, Any]:
    faulty = SampleForm(data={"receiver": "李四"}, auto_id="faulty_%s")
    faulty.fields["served_on"].error_messages["required"] = "填写送达日期，如 2026-11-12。"
    return {
        "dues": DUES,
        "rows": [row(0, "发催告书"), row(3, "登记送达"), row(4, "", waiting_for="法制科 陈静", since_days=2)],
        "chips": [
            Sample(label="我的", url="#", count=6, current=True),
            Sample(label="全队", url="#", count=23, current=False),
        ],
        "case": CASE,
        "stages": STAGES,
        "step_text": "第 5 步，共 10 步：法制审核",
        "next_acts": [Sample(title="登记送达", url="#", hint="回证签收后再登记。", primary=True)],
        "waiting": "在等 法制科 陈静，已 2 个工作日。",
        "blocked": [Sample(title="作出处罚决定", obstacles=OBSTACLES)],
        "checklist": [
            Sample(title="决定书已经送达", article="《行政处罚法》第六十一条", done=True, obstacles=[]),
            Sample(title="应缴的款项已经了结", article="《行政处罚法》第六十七条", done=False, obstacles=OBSTACLES),
        ],
        "objects": OBJECTS,
        "terms": TERMS,
        "facts": FACTS,
        "charges": CHARGES,
        "evidence": EVIDENCE,
        "matrix": MATRIX,
        "papers": PAPERS,
        "timeline": TIMELINE,
        "side_acts": SIDE_ACTS,
        "panel": Sample(
            score="91",
            grade="优秀",
            veto=False,
            curable=FINDINGS[:1],
            curable_count=1,
            lost=FINDINGS[1:],
            lost_count=1,
            more=0,
            url="#",
        ),
        "bars": BARS,
        "line": LINE,
        "form": SampleForm(auto_id="form_%s"),
        "faulty": faulty,
        "table": TableForm(auto_id="table_%s"),
        "hints": [("名称", "营业执照上的全称")],
        **told(["第 2 行“名称”：没有填写。", "第 3 行“行业”：写这几种之一：道路客运、机动车维修。"]),
        "page": Sample(previous_url="", next_url="#", count_text="第 1–50 件，共 412 件"),
    }


@open_to_staff
@require_GET
def gallery(request: HttpRequest) -> HttpResponse:
    return render(request, "gallery.html", samples())
