"""Under which addresses are the sources found?"""

from django.urls import path

from inspections.views import sources, sources_acts, sources_case, sources_machines

urlpatterns = [
    path("", sources.sources, name="sources"),
    path("sources.csv", sources.sources_csv, name="sources-csv"),
    path("board/", sources.sources_board, name="sources-board"),
    path("new/", sources.new_source, name="new-source"),
    path("records/", sources_machines.records, name="source-records"),
    path("records/empty.csv", sources_machines.empty, name="source-records-table"),
    path("equipment/", sources_machines.equipment_list, name="equipment-list"),
    path("equipment/new/", sources_machines.new_equipment, name="new-equipment"),
    path("equipment/<int:equipment_id>/", sources_machines.equipment, name="equipment"),
    path("equipment/<int:equipment_id>/change/", sources_machines.change_equipment, name="change-equipment"),
    path("equipment/<int:equipment_id>/certificate/", sources_machines.certificate, name="certify-equipment"),
    path("equipment/<int:equipment_id>/legal/", sources_machines.legal_review, name="review-equipment"),
    path("forwardings/<int:forwarding_id>/", sources_acts.answer_forwarding, name="answer-forwarding"),
    path("links/<int:link_id>/undo/", sources_acts.undo_link, name="undo-source-link"),
    path("<int:source_id>/", sources.source, name="source"),
    path("<int:source_id>/case/", sources_case.begin, name="begin-case"),
    path("<int:source_id>/informant/", sources_acts.informant, name="informant"),
    path("<int:source_id>/same/<int:other_id>/", sources_acts.judge, name="judge-sources"),
    path("<int:source_id>/<slug:key>/", sources_acts.source_act, name="source-act"),
]
