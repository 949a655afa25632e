"""Under which addresses are the checks found?"""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
