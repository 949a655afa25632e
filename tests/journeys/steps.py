"""How does a case come as far as its decision, told by what people type at their desks?"""

from typing import Any

from tests.journeys.desk import Office
from tests.journeys.pages import Page

NEW_CASE = "/cases/new/"
SIGNED = {
    "已出示执法证件，表明身份": True,
    "已告知申请回避、陈述申辩的权利和如实回答的义务": True,
    "已核对并逐页签名": True,
}


GOOD_COPY = {
    "原件还是复制件": "复制件",
    "复制件的提供人和提供日期": "持有人，取得当日",
    "复制件已写明“与原件核对无异”，由提供人签名或者盖章": True,
}
GOOD_PICTURE = {
    "视听资料是怎样来的": "执法记录仪或者现场拍摄",
    "制作人、制作时间和制作方法": "执法人员，当日，执法记录仪",
    "原始载体保存在哪里": "采集站",
}
GOOD_THING = {"原物还是照片、复制品": "原物", "原物由谁保存在哪里": "执法人员保存于本机关保管室"}
FORMALITIES = {"视听资料": GOOD_PICTURE, "物证": GOOD_THING}


class Journey:
    """One case and the people who have it in hand; each step is somebody's, by HTTP."""

    def __init__(self, office: Office, handler: str, partner: str, unit_head: str, head: str = "卫国") -> None:
        self.office = office
        self.handler, self.partner, self.unit_head, self.head = handler, partner, unit_head, head
        self.case = ""

    def act(self, who: str, title: str, **typed: Any) -> Page:
        return self.office[who].act(self.case, title, typed)

    def handle(self, title: str, **typed: Any) -> Page:
        return self.act(self.handler, title, **typed)

    @property
    def page(self) -> Page:
        """As the handler sees it now."""
        return self.office[self.handler].open(self.case)

    def register(self, **typed: Any) -> Page:
        desk = self.office[self.handler]
        form = desk.open(NEW_CASE).form()
        form.fill({"案件来源": "在行政检查中发现的", "另一名承办人": self.partner} | typed)
        page = desk.submit(form, "登记")
        assert page.status == 200 and "线索已登记" in page.text, page.text[:1500]
        self.case = page.path
        return page

    def scene(self, day: str, at: tuple[str, str], who: str, relation: str, body: str, **more: Any) -> Page:
        typed = {
            "开始时间": f"{day}T{at[0]}",
            "结束时间": f"{day}T{at[1]}",
            "WHO/姓名": who,
            "与案件关系": relation,
            "现场情况/现场情况": body,
        }
        return self.handle("制作现场笔录", **_who(typed), **SIGNED, **more)

    def interview(self, day: str, at: tuple[str, str], who: str, relation: str, said: dict[int, str]) -> Page:
        typed = {
            "开始时间": f"{day}T{at[0]}",
            "结束时间": f"{day}T{at[1]}",
            "地点": "样例旗交通运输局询问室",
            "WHO/姓名": who,
            "与案件关系": relation,
        }
        answers = {f"答 {number}": text for number, text in said.items()}
        return self.handle("制作询问笔录", **_who(typed), **answers, **SIGNED)

    def evidence(self, title: str, source: str, proves: str, kind: str = "书证", **more: Any) -> Page:
        typed = {"证据种类": kind, "证据名称": title, "来源": source, "证明什么": proves}
        if kind == "书证":
            return self.handle("添加证据", **typed, **GOOD_COPY, **more)
        # What this kind needs is asked as soon as the kind is known.
        desk = self.office[self.handler]
        form = desk.form(self.case, "添加证据")
        form.fill(typed)
        page = desk.submit(form)
        assert page.status == 422 and "这种证据还要写明下面的形式要件" in page.text, page.text[:1500]
        form = page.form()
        form.fill(FORMALITIES[kind] | more)
        page = desk.submit(
            form, files={one.name: one.value for one in form.fields.values() if one.kind == "file" and one.value}
        )
        assert "已办理：添加证据。" in page.text, page.text[:1500]
        return page

    def file(self) -> Page:
        self.handle("提请立案", 意见="符合立案条件，建议立案调查。")
        self.act(self.unit_head, "审核立案", 意见="同意立案，报局领导审批。")
        return self.act(self.head, "批准立案", 意见="同意立案。")

    def approve_report(self) -> Page:
        self.act(self.unit_head, "审核调查报告", 意见="同意调查报告和处理意见。")
        return self.act(self.head, "批准处理意见", 意见="同意处理意见，依法办理。")

    def serve(self, title: str, receiver: str, relation: str, place: str) -> Page:
        typed = {"送达方式": "直接送达", "送达地点": place, "收件人": receiver, "收件人与受送达人关系": relation}
        return self.handle(title, **typed)

    def serve_the_rest(self, receiver: str, relation: str, place: str) -> int:
        """The paper that still waits for service, and whatever waits then; says how many."""
        title, served = "登记送达其他文书", 0
        while title in self.page.offered:
            typed = {"送达方式": "直接送达", "送达地点": place, "收件人": receiver, "收件人与受送达人关系": relation}
            self.handle(title, **typed)
            served += 1
        return served

    def close(self, note: str) -> Page:
        self.handle("提请结案", 执行情况=note)
        self.act(self.unit_head, "审核结案", 意见="同意结案。")
        return self.act(self.head, "批准结案", 意见="同意结案。")


def _who(typed: dict[str, Any]) -> dict[str, Any]:
    return {key.replace("WHO", "被询问人或者现场人员"): said for key, said in typed.items()}
