"""Under which addresses are papers found?"""

from django.urls import path

from documents import signature_page, views

app_name = "documents"
urlpatterns = [
    path("<int:pk>/", views.paper, name="paper"),
    path("<int:pk>.pdf", views.pdf, name="pdf"),
    path("<int:pk>/80mm.pdf", views.roll, name="roll"),
    path("gallery/", views.gallery, name="gallery"),
    path("gallery/<slug:key>/<slug:name>.pdf", views.sample, name="sample"),
    path("gallery/<slug:key>/<slug:name>.png", views.sample_thumb, name="sample-thumb"),
    path("numbers/", views.numbers, name="numbers"),
    path("signature/", signature_page.own_signature, name="own-signature"),
    path("style/<str:name>", views.asset, name="asset"),
]
