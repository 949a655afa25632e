"""Addresses of the public register and of the publishers' desk."""

from django.urls import path

from publicity.views import acts, annual, before, board, checking, corrections, credit, desk, opendata, public, record

app_name = "publicity"

urlpatterns = [
    path("", public.index, name="index"),
    path("decisions/<slug:slug>/", public.decision, name="decision"),
    path("decisions/<slug:slug>/paper.pdf", public.decision_paper, name="decision-paper"),
    path("decisions.csv", opendata.decisions_csv, name="decisions-csv"),
    path("decisions.jsonl", opendata.decisions_jsonl, name="decisions-jsonl"),
    path("withdrawn.json", opendata.withdrawn_json, name="withdrawn-json"),
    path("data/", opendata.dictionary, name="data"),
    path("feed.atom", opendata.feed, name="feed"),
    path("sitemap.xml", opendata.sitemap, name="sitemap"),
    path("before/", before.sheets, name="before"),
    path("before/<slug:key>/", before.sheet, name="sheet"),
    path("corrections/", corrections.ask, name="ask-correction"),
    path("corrections/<str:receipt>/", corrections.receipt, name="receipt"),
    path("desk/corrections/<int:request_id>/", corrections.answer, name="answer-correction"),
    path("verify/", checking.verify, name="verify"),
    path("verify/file/", checking.check_a_file, name="check-file"),
    # Without a slash at the end: printed in the QR code of every paper.
    path("verify/<str:code>", checking.verify, name="verify"),
    path("record/", record.record, name="record"),
    path("record/key.txt", record.key, name="record-key"),
    path("record/checkpoints/<str:day>.txt", record.checkpoint, name="record-checkpoint"),
    path("desk/", desk.desk, name="desk"),
    path("desk/figures/", annual.annual, name="annual"),
    path("desk/figures/count/", annual.count, name="count-annual"),
    path("desk/figures/<int:figures_id>/approve/", annual.approve_count, name="approve-annual"),
    path("desk/board/", board.board, name="board"),
    path("desk/credit/", credit.credit, name="credit"),
    path("desk/credit/make/", credit.make, name="make-credit"),
    path("desk/credit/<int:handover_id>/<slug:suffix>/", credit.file, name="credit-file"),
    path("desk/decisions/<int:decision_id>/", desk.prepare_decision, name="prepare"),
    path("desk/<int:publication_id>/preview/", acts.preview, name="preview"),
    path("desk/<int:publication_id>/<slug:key>/", acts.do_act, name="act"),
]
