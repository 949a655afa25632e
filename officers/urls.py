"""Addresses of pages about people and sessions."""

from django.urls import path

from officers import gallery, views
from officers.views import house, staff, standing

app_name = "officers"

urlpatterns = [
    path("sign-in/", views.sign_in, name="sign-in"),
    path("sign-in/again/", views.sign_in_again, name="sign-in-again"),
    path("sign-out/", views.sign_out, name="sign-out"),
    path("session/", views.session_state, name="session"),
    path("text-size/", views.text_size, name="text-size"),
    path("settings/", views.personal_settings, name="settings"),
    path("help/", views.help_page, name="help"),
    path("people/", views.people, name="people"),
    path("people/new/", staff.join, name="join"),
    path("people/bureau/", staff.bureau, name="bureau"),
    path("people/review/<int:year>/", standing.sitting, name="sitting"),
    path("people/lessons/", standing.lessons, name="lessons"),
    path("people/import/<slug:key>/", house.take_table, name="import"),
    path("people/import/<slug:key>/empty.csv", house.empty_table, name="import-empty"),
    path("people/<int:officer_id>/standing/", standing.standing, name="standing"),
    path("people/<int:officer_id>/", staff.person, name="person"),
    path("people/<int:officer_id>/<slug:key>/", staff.person_act, name="person-act"),
    path("house/", house.house, name="house"),
    path("house/<slug:key>/", house.register, name="house-register"),
    path("house/<slug:key>/new/", house.new, name="house-new"),
    path("house/<slug:key>/<int:row_id>/<slug:name>/", house.change, name="house-change"),
    path("gallery/", gallery.gallery, name="gallery"),
    path("healthz", views.healthz, name="healthz"),
]
