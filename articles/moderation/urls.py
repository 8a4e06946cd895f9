from django.contrib import admin
from django.urls import path

from articles.moderation import views

app_name = "moderation"
staff = admin.site.admin_view
urlpatterns = [
    path("", staff(views.queue), name="queue"),
    path("next/", staff(views.next_case), name="next"),
    path("<int:pk>/", staff(views.case), name="case"),
    path("<int:pk>/take/", staff(views.assign), name="assign"),
    path("<int:pk>/findings/<int:number>/", staff(views.dismiss), name="dismiss"),
]
