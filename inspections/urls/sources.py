"""Under which addresses are the sources found?"""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
