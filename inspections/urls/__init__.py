"""Under which addresses are sources, draws and checks found?"""

from django.urls import include, path

app_name = "inspections"
urlpatterns = [
    path("sources/", include("inspections.urls.sources")),
    path("draws/", include("inspections.urls.draws")),
    path("checks/", include("inspections.urls.checks")),
]
