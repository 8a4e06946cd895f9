"""The icon at the address browsers ask for unasked. Pages name it themselves; plain answers cannot."""

from django.http import HttpRequest, HttpResponseRedirect
from django.templatetags.static import static
from django.views.decorators.http import require_safe


@require_safe
def favicon(request: HttpRequest) -> HttpResponseRedirect:
    return HttpResponseRedirect(static("newsroom/img/favicon.svg"))
