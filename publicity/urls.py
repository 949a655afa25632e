"""Addresses of the public register and of the publishers' desk."""

from django.urls import path

from publicity.views import acts, checking, desk, public, record

app_name = "publicity"

urlpatterns = [
    path("", public.index, name="index"),
    path("decisions/<slug:slug>/", public.decision, name="decision"),
    path("verify/", checking.verify, name="verify"),
    path("verify/file/", checking.check_a_file, name="check-file"),
    # Without a slash at the end: printed in the QR code of every paper.
    path("verify/<str:code>", checking.verify, name="verify"),
    path("record/", record.record, name="record"),
    path("record/key.txt", record.key, name="record-key"),
    path("record/checkpoints/<str:day>.txt", record.checkpoint, name="record-checkpoint"),
    path("desk/", desk.desk, name="desk"),
    path("desk/decisions/<int:decision_id>/", desk.prepare_decision, name="prepare"),
    path("desk/<int:publication_id>/preview/", acts.preview, name="preview"),
    path("desk/<int:publication_id>/<slug:key>/", acts.do_act, name="act"),
]
