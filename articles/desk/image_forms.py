"""The form of a picture: what is declared of it, its words, its rights, where it is cut."""

from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.images import amend, crops
from articles.images.models import ImageAsset
from articles.lib.local_time import LocalDateTimeField, LocalDateTimeInput

DECLARED = (*amend.TEXTS, "digital_source_type", *amend.RIGHTS)
CORNER = ("left", "top", "width")
LANGUAGES = [code for code, _name in settings.LANGUAGES]


def percent(label: str, help_text: str = "") -> forms.FloatField:
    """A share of the picture's width or height, as people write it."""
    widget = forms.NumberInput(attrs={"min": 0, "max": 100, "step": "any", "inputmode": "decimal"})
    return forms.FloatField(
        label=label, required=False, min_value=0, max_value=100, widget=widget, help_text=help_text
    )


def words(label: str) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": 2})
    return forms.CharField(label=label, required=False, max_length=500, widget=area)


class ImageForm(forms.ModelForm):
    """Shares are asked for in percent and kept as fractions. The height of a cut-out is not asked
    for: it follows from its shape."""

    alt_ko = words(gettext_lazy("Alt text in Korean"))
    caption_ko = words(gettext_lazy("Caption in Korean"))
    alt_en = words(gettext_lazy("Alt text in English"))
    caption_en = words(gettext_lazy("Caption in English"))
    focal_left = percent(gettext_lazy("Focal point from the left, in percent"))
    focal_top = percent(gettext_lazy("Focal point from the top, in percent"))
    wide_left = percent(gettext_lazy("Wide cut-out (16:9) from the left, in percent"))
    wide_top = percent(gettext_lazy("Wide cut-out from the top, in percent"))
    wide_width = percent(gettext_lazy("Width of the wide cut-out, in percent"))
    card_left = percent(gettext_lazy("Share card (1.91:1) from the left, in percent"))
    card_top = percent(gettext_lazy("Share card from the top, in percent"))
    card_width = percent(gettext_lazy("Width of the share card, in percent"))

    class Meta:
        model = ImageAsset
        fields = DECLARED
        widgets: ClassVar = {
            "usage_terms": forms.Textarea(attrs={"rows": 3}),
            "licence_url": forms.URLInput(),
            "rights_from": LocalDateTimeInput(),
            "rights_until": LocalDateTimeInput(),
        }
        field_classes: ClassVar = {
            "rights_from": LocalDateTimeField,
            "rights_until": LocalDateTimeField,
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asset = self.instance
        if not asset.pk:
            return
        for name, language in ((n, c) for c in LANGUAGES for n in ("alt", "caption")):
            self.fields[f"{name}_{language}"].widget.attrs["lang"] = language
        for row in asset.texts.all():
            self.initial |= {
                f"alt_{row.language}": row.alt,
                f"caption_{row.language}": row.caption,
            }
        self.initial |= {
            "focal_left": _percent(asset.focal_x),
            "focal_top": _percent(asset.focal_y),
        }
        for shape in crops.SHAPES:
            for name, value in zip(CORNER, asset.crops.get(shape, ()), strict=False):
                self.initial[f"{shape}_{name}"] = _percent(value)

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        begin, end = said.get("rights_from"), said.get("rights_until")
        if begin and end and end <= begin:
            self.add_error(
                "rights_until",
                _("The rights end before they begin. Put one of the two moments right."),
            )
        if said.get("licence_url") and not said.get("licence"):
            self.add_error("licence", _("Name the licence that the address leads to."))
        self.crops = {}
        for shape in crops.SHAPES:
            if (box := self._drawn(shape)) is not None:
                self.crops[shape] = list(box)
        return said

    def clean_licence_url(self) -> str:
        url = self.cleaned_data["licence_url"]
        if url and not url.lower().startswith(("http://", "https://")):
            raise ValidationError(_("The address must begin with http:// or https://."))
        return url

    def _drawn(self, shape: str) -> crops.Box | None:
        """The cut-out as typed, unchanged where the numbers are those it was shown with."""
        names = [f"{shape}_{name}" for name in CORNER]
        given = [self.cleaned_data.get(name) for name in names]
        if any(name in self.errors for name in names) or all(value is None for value in given):
            return None
        if None in given:
            self.add_error(
                names[given.index(None)],
                _("Give all three numbers, or none: then the focal point decides."),
            )
            return None
        if given == [self.initial.get(name) for name in names]:
            return tuple(self.instance.crops[shape])
        try:
            size = (self.instance.width, self.instance.height)
            return crops.drawn(size, shape, *(value / 100 for value in given))
        except ValueError:
            self.add_error(
                names[2],
                _(
                    "This cut-out does not lie inside the picture, or it is too narrow to be shown. "
                    "Move it or make it another size."
                ),
            )
            return None

    def declared(self) -> dict[str, Any]:
        """What the verb wants to know, of a valid form."""
        said = {name: self.cleaned_data[name] for name in DECLARED if name in self.cleaned_data}
        for name, asked in (("focal_x", "focal_left"), ("focal_y", "focal_top")):
            given = self.cleaned_data.get(asked)
            if given is not None and given != self.initial.get(asked):
                said[name] = round(given / 100, 5)
        return said | {"crops": self.crops}

    def texts(self) -> dict[str, amend.Text]:
        return {
            code: amend.Text(self.cleaned_data[f"alt_{code}"], self.cleaned_data[f"caption_{code}"])
            for code in LANGUAGES
        }


def _percent(fraction: float) -> float:
    return round(fraction * 100, 2)
