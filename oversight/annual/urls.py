"""Under which addresses are the figures of a year found?"""

from django.urls import path

from oversight.annual import permit_views, text_views, views

urlpatterns = [
    path("", views.figures, name="annual"),
    path("cells/<str:key>/", views.cell, name="annual-cell"),
    path("keep/", views.keep_report, name="annual-keep"),
    path("kept/<int:report_id>/changes/", views.changes, name="annual-changes"),
    path("report.<str:suffix>", views.file, name="annual-file"),
    path("permits/", permit_views.permits, name="annual-permits"),
    path("permits/empty.csv", permit_views.empty, name="annual-permits-table"),
    path("permits/<int:permits_id>/", permit_views.batch, name="annual-permits-batch"),
    path("permits/<int:permits_id>/approve/", permit_views.approve_batch, name="annual-permits-approve"),
    path("permits/<int:permits_id>/return/", permit_views.return_batch, name="annual-permits-return"),
    path("rule-of-law/", text_views.texts, name="annual-texts"),
    path("rule-of-law/<int:text_id>/", text_views.text, name="annual-text"),
    path("rule-of-law/<int:text_id>/report.pdf", text_views.text_pdf, name="annual-text-pdf"),
]
