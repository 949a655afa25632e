"""Under which addresses does the review stand?"""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from officers.access import public


@public
def index(request: HttpRequest) -> HttpResponse:
    return HttpResponse("")


app_name = "oversight"
urlpatterns = [path("", index, name="index"), path("desk/", index, name="report")]
