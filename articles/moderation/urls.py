from django.contrib import admin
from django.urls import path

from articles.moderation import comment_views, queue_deeds, review, views

app_name = "moderation"
staff = admin.site.admin_view
urlpatterns = [
    path("", staff(views.queue), name="queue"),
    path("next/", staff(views.next_case), name="next"),
    path("<int:pk>/", staff(review.case), name="case"),
    path("several/", staff(queue_deeds.several), name="several"),
    path("filters/", staff(queue_deeds.keep_filter), name="keep_filter"),
    path("filters/<int:pk>/", staff(queue_deeds.forget_filter), name="forget_filter"),
    path("<int:pk>/take/", staff(queue_deeds.assign), name="assign"),
    path("<int:pk>/stay/", staff(queue_deeds.stay), name="stay"),
    path("<int:pk>/findings/<int:number>/", staff(review.dismiss), name="dismiss"),
    path("<int:pk>/findings/<int:number>/apply/", staff(review.apply), name="apply"),
    path("<int:pk>/beside/", staff(review.beside), name="beside"),
    path("<int:pk>/comments/", staff(comment_views.comment), name="comment"),
    path("<int:pk>/comments/<int:comment>/", staff(comment_views.answer), name="answer"),
    path("<int:pk>/comments/<int:comment>/resolved/", staff(comment_views.resolve), name="resolve"),
]
