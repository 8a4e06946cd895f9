"""Every page of the desk, with something on it, for those who look at pages whole."""

from django.apps import apps
from django.urls import reverse

from articles.disclosure.models import AIUse
from articles.images import trust
from articles.people.models import Pipeline
from articles.publishing.schedule import schedule
from articles.stories.models import Tag
from tests.cast import ahead
from tests.images import make

MODELS = [
    "articles_section",
    "articles_tag",
    "people_byline",
    "people_user",
    "people_pipeline",
    "disclosure_aisystem",
    "images_imageasset",
    "images_trustlist",
    "audit_entry",
]


def furnish(cast, image):
    """Put something on each page."""
    asset = image()
    AIUse.objects.create(
        asset=asset, stage="editing", detail="배경을 AI로 넓혔습니다", system=cast.system
    )
    Tag.objects.create(name="금융", language="ko")
    Pipeline.objects.create(name="통신")
    trust.install(make.authority(), kind="signers", name="Tests", by=None)
    cast.in_review()
    cast.live(ai="none")
    schedule(article=cast.approved(), by=cast.editor, at=ahead(hours=3))
    return asset


def addresses():
    """Those an administrator may open; none of them is of another room's making."""
    found = ["/admin/work/", "/admin/overview/", "/admin/me/", "/admin/password_change/"]
    for name in MODELS:
        found.append(reverse(f"admin:{name}_changelist"))
        first = apps.get_model(name.replace("_", ".", 1)).objects.order_by("pk").first()
        found.append(reverse(f"admin:{name}_change", args=[first.pk]))
        if name != "audit_entry":
            found.append(reverse(f"admin:{name}_add"))
            found.append(reverse(f"admin:{name}_history", args=[first.pk]))
            if name == "people_user":
                found.append(reverse("admin:auth_user_password_change", args=[first.pk]))
    return found
