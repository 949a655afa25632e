"""Every address of the installation."""

from django.urls import include, path
from django.views.decorators.http import require_POST
from django.views.i18n import set_language

from officers.access import public
from publicity.views.opendata import robots

urlpatterns = [
    path("", include("cases.urls")),
    path("", include("officers.urls")),
    path("language/", public(require_POST(set_language)), name="set_language"),
    path("papers/", include("documents.urls")),
    path("inspections/", include("inspections.urls")),
    path("review/", include("oversight.urls")),
    path("recordings/", include("recordings.urls")),
    path("", include("search.urls")),
    path("robots.txt", robots, name="robots"),
    path("public/", include("publicity.urls")),
]

handler400 = "officers.views.bad_request"
handler403 = "officers.views.forbidden"
handler404 = "officers.views.not_found"
handler500 = "officers.views.server_error"
