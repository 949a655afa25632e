"""Under which addresses are the draws found?"""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
