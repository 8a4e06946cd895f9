from django.contrib import admin
from django.urls import path

from articles.notices import views

app_name = "notices"
staff = admin.site.admin_view
urlpatterns = [
    path("", staff(views.notices), name="list"),
    path("read/", staff(views.read_all), name="read_all"),
    path("<int:pk>/", staff(views.go), name="go"),
    path("<int:pk>/read/", staff(views.read), name="read"),
]
