"""Addresses of the recordings: of one case, of the docks, of the register."""

from django.urls import path

from recordings.views import cases, desk, register

app_name = "recordings"

urlpatterns = [
    path("", desk.overview, name="overview"),
    path("late/", desk.late, name="late"),
    path("devices/", register.devices, name="devices"),
    path("devices/new/", register.new_device, name="new-device"),
    path("devices/<int:device_id>/", register.device, name="device"),
    path("devices/<int:device_id>/<slug:key>/", register.device_act, name="device-act"),
    path("imports/", register.imports, name="imports"),
    path("imports/<int:import_id>/", register.dock_import, name="import"),
    path("disposals/", register.disposals, name="disposals"),
    path("disposals/propose/", register.propose_disposal, name="propose-disposal"),
    path("disposals/<int:disposal_id>/", register.disposal_page, name="disposal"),
    path("disposals/<int:disposal_id>/approve/", register.approve_disposal, name="approve-disposal"),
    path("disposals/<int:disposal_id>/refuse/", register.refuse_disposal, name="refuse-disposal"),
    path("<int:recording_id>/", desk.recording, name="recording"),
    path("<int:recording_id>/explain/", desk.explain, name="explain"),
    path("<int:recording_id>/keep/", desk.keep, name="keep"),
    path("<int:recording_id>/read/", desk.read, name="read"),
    path("cases/<int:case_id>/", cases.case_recordings, name="case"),
    path("cases/<int:case_id>/find/", cases.find, name="find"),
    path("cases/<int:case_id>/attach/", cases.attach_recording, name="attach"),
    path("cases/<int:case_id>/moments/<slug:moment_key>/", cases.excuse_moment, name="excuse"),
    path("matches/<int:match_id>/<slug:key>/", cases.match_act, name="match-act"),
]
