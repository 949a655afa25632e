"""Under which addresses are the checks found?"""

from django.urls import URLPattern, path

from inspections.views import check_cases, checks, hazards, outings

urlpatterns: list[URLPattern] = [
    path("", checks.my_checks, name="my-checks"),
    path("all/", checks.check_list, name="check-list"),
    path("new/", checks.new_check, name="new-check"),
    path("outings/", outings.outings, name="outings"),
    path("outings/new/", outings.new_outing, name="new-outing"),
    path("campaigns/", outings.campaigns, name="campaigns"),
    path("campaigns/new/", outings.new_campaign, name="new-campaign"),
    path("campaigns/posts/new/", outings.new_post, name="new-post"),
    path("campaigns/meetings/new/", outings.new_meeting, name="new-meeting"),
    path("talks/", outings.talks, name="talks"),
    path("talks/new/", outings.new_talk, name="new-talk"),
    path("talks/<int:talk_id>/kept/", outings.talk_kept, name="talk-kept"),
    path("ratings/", outings.ratings, name="ratings"),
    path("hazards/", hazards.hazards, name="hazards"),
    path("hazards/<int:hazard_id>/<slug:key>/", hazards.hazard_act, name="hazard-act"),
    path("<int:check_id>/", checks.check, name="check"),
    path("<int:check_id>/act/<slug:key>/", checks.check_act, name="check-act"),
    path("<int:check_id>/case/", check_cases.check_case, name="check-case"),
    path("<int:check_id>/<slug:paper>.pdf", checks.paper, name="check-paper"),
    path("<int:check_id>/orders/<int:order_id>.pdf", checks.order, name="check-order"),
]
