"""Under which addresses is the review found?"""

from django.urls import path

from oversight import views

app_name = "oversight"
urlpatterns = [
    path("", views.report, name="report"),
    path("run/", views.run, name="run"),
    path("files/", views.files, name="files"),
    path("findings/", views.findings, name="findings"),
    path("items/<slug:number>/", views.item, name="item"),
    path("cases/<int:case_id>/", views.case, name="case"),
    path("report.xlsx", views.workbook, name="xlsx"),
    path("report.pdf", views.printed, name="pdf"),
]
