"""Under which addresses are the draws found?"""

from django.urls import path

from inspections.views import draws, draws_registers

urlpatterns = [
    path("", draws.overview, name="draws"),
    path("items/", draws_registers.items, name="items"),
    path("items/add/", draws_registers.new_item, name="new-item"),
    path("items/import/", draws_registers.import_items, name="import-items"),
    path("items.csv", draws_registers.items_csv, name="items-csv"),
    path("items/<int:item_id>/off/", draws_registers.item_off, name="item-off"),
    path("objects/", draws_registers.objects, name="objects"),
    path("objects/add/", draws_registers.new_object, name="new-object"),
    path("objects/import/", draws_registers.import_objects, name="import-objects"),
    path("objects.csv", draws_registers.objects_csv, name="objects-csv"),
    path("objects/<int:target_id>/", draws_registers.check_object, name="object"),
    path("objects/<int:target_id>/<slug:step>/", draws_registers.object_step, name="object-step"),
    path("recusals/<int:recusal_id>/end/", draws_registers.recusal_end, name="recusal-end"),
    path("inspectors/", draws_registers.people, name="inspectors"),
    path("inspectors/add/", draws_registers.new_inspector, name="new-inspector"),
    path("inspectors/<int:inspector_id>/off/", draws_registers.inspector_off, name="inspector-off"),
    path("plans/add/", draws.new_plan, name="new-plan"),
    path("plans/<int:plan_id>/", draws.plan, name="plan"),
    path("plans/<int:draft_id>/edit/", draws.edit_plan, name="edit-plan"),
    path("plans/<int:plan_id>/approve/", draws.approve_plan, name="approve-plan"),
    path("plans/<int:plan_id>/draw/", draws.open_draw, name="open-draw"),
    path("tasks/", draws.my_tasks, name="my-tasks"),
    path("tasks/<int:drawn_id>/substitute/", draws.substitute, name="substitute"),
    path("<int:draw_id>/", draws.draw, name="draw"),
    path("<int:draw_id>/<slug:step>/", draws.draw_step, name="draw-step"),
]
