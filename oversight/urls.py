"""Under which addresses is the review found?"""

from django.urls import include, path

from oversight import (
    after_views,
    fairness_views,
    library_views,
    own_views,
    run_views,
    self_report_views,
    standard_views,
    views,
)

app_name = "oversight"
urlpatterns = [
    path("", views.report, name="report"),
    path("run/", views.run, name="run"),
    path("runs/<int:run_id>/", run_views.progress, name="progress"),
    path("runs/<int:run_id>/stop/", run_views.stop_run, name="stop"),
    path("runs/<int:run_id>/go-on/", run_views.go_on, name="go-on"),
    path("runs/<int:run_id>/self-report/", self_report_views.show, name="self-report"),
    path("runs/<int:run_id>/self-report/measures/", self_report_views.measures, name="measures"),
    path("runs/<int:run_id>/self-report.xlsx", self_report_views.workbook, name="self-report-xlsx"),
    path("runs/<int:run_id>/self-report.pdf", self_report_views.printed, name="self-report-pdf"),
    path("own/", own_views.own_files, name="own"),
    path("fairness/", fairness_views.fairness, name="fairness"),
    path("fairness/group/", fairness_views.group, name="fairness-group"),
    path("files/", views.files, name="files"),
    path("after/", after_views.after, name="after-review"),
    path("findings/", views.findings, name="findings"),
    path("items/<str:number>/", views.item, name="item"),
    path("cases/<int:case_id>/", views.case, name="case"),
    path("report.xlsx", views.workbook, name="xlsx"),
    path("report.pdf", views.printed, name="pdf"),
    path("regulations/", library_views.regulations, name="regulations"),
    path("regulations/new/", library_views.new_regulation, name="regulation-new"),
    path("regulations/rules/", library_views.enforced, name="enforced"),
    path("regulations/<int:regulation_id>/", library_views.regulation, name="regulation"),
    path("regulations/<int:regulation_id>/<slug:key>/", library_views.regulation_act, name="regulation-act"),
    path("consultations/", library_views.consultations, name="consultations"),
    path("consultations/new/", library_views.new_consultation, name="consultation-new"),
    path("batches/", include("oversight.batches.urls")),
    path("standards/", standard_views.standards, name="standards"),
    path("standards/load/", standard_views.load, name="standard-load"),
    path("standards/<slug:key>/", standard_views.standard, name="standard"),
    path("standards/<slug:key>/items.csv", standard_views.standard_csv, name="standard-csv"),
    path("annual/", include("oversight.annual.urls")),
]
