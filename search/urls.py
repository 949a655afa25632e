"""Addresses of the search, of parties, vehicles, permits and dashboards."""

from django.urls import path

from search.views import dashboard, dossiers, permits, search

app_name = "search"

urlpatterns = [
    path("dashboard/", dashboard.desk, name="dashboard"),
    path("search/", search.search, name="search"),
    path("parties/<int:party_id>/", dossiers.party, name="party"),
    path("parties/<int:party_id>/merge/<int:other_id>/", dossiers.merge_parties, name="merge"),
    path("parties/merges/<int:merge_id>/undo/", dossiers.undo_merge, name="undo-merge"),
    path("vehicles/<str:plate>/", dossiers.vehicle, name="vehicle"),
    path("permits/", permits.permits, name="permits"),
    path("permits/empty.csv", permits.empty, name="permit-table"),
]
