"""The form of an article: its text, and its lead image. Lists are in `article_inlines`."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.desk.pickers import PickOne
from articles.desk.upload import accept, formats
from articles.images.models import ImageAsset
from articles.lib.hangul import nfc
from articles.lib.numbers import row_number
from articles.people.models import User
from articles.people.roles import can
from articles.stories.models import Article, ImagePlacement, Section, Tag

HEADLINE_LENGTH = 40
MOST_TAGS = 12


def lines(text: str) -> str:
    """Text as it is stored: browsers send CRLF, and that is no change."""
    return nfc(text.replace("\r\n", "\n").replace("\r", "\n").strip())


class ArticleForm(forms.ModelForm):
    """What is written. Stage, version, author and dates are nowhere in it, so nobody can send them."""

    tags = forms.CharField(
        label=gettext_lazy("Tags"),
        required=False,
        max_length=600,
        help_text=gettext_lazy("Separated by commas."),
    )

    class Meta:
        model = Article
        fields = [
            "section",
            "language",
            "headline",
            "standfirst",
            "body",
            "key_points",
            "slug",
        ]
        widgets = {
            "standfirst": forms.Textarea(attrs={"rows": 2}),
            "key_points": forms.Textarea(attrs={"rows": 4}),
        }

    def __init__(self, *args: Any, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by = by
        article = self.instance
        if article.pk and "tags" not in self.initial:
            self.initial["tags"] = ", ".join(article.tags.values_list("name", flat=True))
        self.fields["section"].queryset = Section.objects.filter(pk__in=self._sections())
        self.fields["section"].empty_label = _("Choose a section")
        if article.pk and article.editions.exists():
            # Its addresses and its readers know it in this language.
            self.fields["language"].disabled = True
        self.fields["headline"].widget.attrs |= {
            "data-count": HEADLINE_LENGTH,
            "data-count-text": _("{n} characters · up to {max} recommended"),
            "data-count-over": _("{n} characters · {over} more than recommended"),
        }
        for name in ("headline", "standfirst", "body", "key_points"):
            self.fields[name].widget.attrs["lang"] = article.language

    def _sections(self) -> list[int]:
        """Where this person may put an article; where it stands already is among them."""
        verb = "article.change" if self.instance.pk else "article.add"
        return [
            section.pk
            for section in Section.objects.all()
            if section.pk == self.instance.section_id
            or can(self.by, verb, Article(section=section, created_by=self.by))
        ]

    def clean_headline(self) -> str:
        headline = lines(self.cleaned_data["headline"])
        if not headline:
            raise ValidationError(self.fields["headline"].error_messages["required"])
        return headline

    def clean_standfirst(self) -> str:
        return " ".join(lines(self.cleaned_data["standfirst"]).split("\n"))

    def clean_body(self) -> str:
        return lines(self.cleaned_data["body"])

    def clean_key_points(self) -> str:
        return lines(self.cleaned_data["key_points"])

    def clean_slug(self) -> str:
        return nfc(self.cleaned_data["slug"]).strip().strip("/")

    def clean_language(self) -> str:
        language, article = self.cleaned_data["language"], self.instance
        others = Article.objects.filter(translation_group=article.translation_group)
        if others.filter(language=language).exclude(pk=article.pk).exists():
            raise ValidationError(_("This story already has a version in that language."))
        return language

    def clean_tags(self) -> list[str]:
        names = [lines(name) for name in self.cleaned_data["tags"].split(",")]
        names = list(dict.fromkeys(name for name in names if name))
        if len(names) > MOST_TAGS:
            raise ValidationError(_("At most %(n)s tags.") % {"n": MOST_TAGS})
        if any(len(name) > 60 for name in names):
            raise ValidationError(_("A tag has at most 60 characters."))
        return names

    def save_all(self) -> Article:
        """Save the row and its tags; a word that is no tag yet becomes one."""
        article = self.save(commit=False)
        if article.pk:
            article.save(update_fields=[*self.Meta.fields, "updated_at"])
        else:
            article.save(force_insert=True)
        names = self.cleaned_data["tags"]
        known = dict(
            Tag.objects.filter(language=article.language, name__in=names).values_list("name", "pk")
        )
        for name in names:
            if name not in known and can(self.by, "tag.add"):
                tag, _made = Tag.objects.get_or_create(language=article.language, name=name)
                known[name] = tag.pk
        article.tags.set(known.values())
        return article


class ImageForm(forms.ModelForm):
    """The lead image: from the library, or a file that comes with the form.

    The view takes the file in before anything else and names it in `asset`, so that a mistake
    elsewhere in the form never costs the upload. `refused` is why the file was not taken.
    """

    prefix = "image"
    upload = forms.FileField(
        label=gettext_lazy("Or upload a new image"), required=False, widget=forms.FileInput
    )

    class Meta:
        model = ImagePlacement
        fields = ["asset", "alt", "caption"]
        labels = {"asset": gettext_lazy("Image from the library")}
        widgets = {
            "alt": forms.Textarea(attrs={"rows": 2}),
            "caption": forms.Textarea(attrs={"rows": 2}),
        }

    def __init__(self, *args: Any, article: Article, refused: str = "", **kwargs: Any) -> None:
        placed = article.pk and article.placements.filter(role="lead").first()
        kwargs.setdefault("instance", placed or ImagePlacement(role="lead"))
        super().__init__(*args, **kwargs)
        self.refused = refused
        upload = self.fields["upload"]
        upload.widget.attrs["accept"] = accept()
        where = _("It goes into the library. It may be dragged here.")
        upload.help_text = f"{formats()} {where}"
        asset = self.fields["asset"]
        asset.required = False
        field = ImagePlacement._meta.get_field("asset")
        asset.widget = PickOne(field, admin.site, recent, _("No image"))
        asset.widget.choices = asset.choices
        for name in ("alt", "caption"):
            self.fields[name].widget.attrs["lang"] = article.language

    def clean_alt(self) -> str:
        return lines(self.cleaned_data["alt"])

    def clean_caption(self) -> str:
        return lines(self.cleaned_data["caption"])

    def clean_upload(self) -> None:
        if self.refused:
            raise ValidationError(self.refused)

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if not said.get("asset") and not self.errors and (said.get("alt") or said.get("caption")):
            raise ValidationError(
                {"asset": _("Choose the image that this alt text or caption belongs to.")}
            )
        return said

    def _get_validation_exclusions(self) -> set[str]:
        exclude = super()._get_validation_exclusions()
        return exclude | ({"asset"} if not self.cleaned_data.get("asset") else set())

    def save_to(self, article: Article) -> None:
        """Place the image, or take it off where none is chosen."""
        if not self.cleaned_data.get("asset"):
            article.placements.filter(role="lead").delete()
            return
        placement = self.save(commit=False)
        placement.article = article
        if "asset" in self.changed_data:
            _from_library(placement, article.language)
        placement.save()

    def chosen(self) -> ImageAsset | None:
        """The image the form shows, also when something else in it is wrong."""
        number = row_number(str(self["asset"].value() or ""))
        if not number:
            return None
        rows = ImageAsset.objects.prefetch_related(
            "reports", "renditions", "texts", "ai_uses__system"
        )
        return rows.filter(pk=number).first()


def _from_library(placement: ImagePlacement, language: str) -> None:
    """Fill what nobody typed with the picture's own words in that language."""
    text = placement.asset.texts.filter(language=language).first()
    if text is not None:
        placement.alt = placement.alt or text.alt
        placement.caption = placement.caption or text.caption


def recent() -> list[tuple[Any, str]]:
    """The newest images, for browsers without JavaScript."""
    return [
        (asset.pk, str(asset)) for asset in ImageAsset.objects.only("pk", "title", "file_name")[:60]
    ]
