"""The page of one article: shown, saved, and its buttons pressed."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from articles.desk import article_save, conflict
from articles.desk.article_render import render
from articles.desk.article_sheet import PLACES, Sheet
from articles.desk.article_state import standing
from articles.desk.article_upload import take_in
from articles.desk.article_verbs import BY_NAME, Verb, VerbForm, run
from articles.desk.visible import visible_to
from articles.people.roles import can
from articles.publishing.refusal import Refused
from articles.related.carry import carry
from articles.stories.models import Article, Section
from articles.stories.translate import NotTranslatable, start_translation
from articles.stories.workflow import Event, NotNow, allowed


def page(request: HttpRequest, object_id: str | None) -> HttpResponse:
    """GET shows the form; POST saves and does what the pressed button says."""
    if object_id is None:
        if not can(request.user, "article.add"):
            raise PermissionDenied
        return _started(request) if request.method == "POST" else _blank(request)
    article = find(request, object_id)
    return _posted(request, article) if request.method == "POST" else _shown(request, article)


def find(request: HttpRequest, object_id: str | int) -> Article:
    """The article, or 404 where it is missing or not this person's to see: nothing tells which."""
    if not str(object_id).isdecimal() or len(str(object_id)) > 18:
        raise Http404
    article = visible_to(request.user).filter(pk=int(object_id)).first()
    if article is None:
        raise Http404
    return article


def address(article: Article) -> str:
    return reverse("admin:articles_article_change", args=[article.pk])


def editable(request: HttpRequest, article: Article) -> bool:
    return can(request.user, "article.change", article) and allowed(article.stage, Event.EDIT)


def _blank(request: HttpRequest) -> HttpResponse:
    article = Article(created_by=request.user, language=request.user.language)
    initial = {"language": request.user.language}
    if Section.objects.count() == 1:
        initial["section"] = Section.objects.get().pk
    # With the back button the same form comes again, and is the same article.
    token = request.GET.get("form", "")
    return render(request, None, Sheet(article, request.user, initial=initial), token=token)


def _shown(
    request: HttpRequest, article: Article, verb_form: VerbForm | None = None
) -> HttpResponse:
    if editable(request, article):
        sheet = Sheet(article, request.user)
    else:
        sheet = Sheet(article, request.user, extra=0).freeze()
    may = editable(request, article)
    return render(request, standing(article), sheet, editable=may, verb_form=verb_form)


def _started(request: HttpRequest) -> HttpResponse:
    data, refused = take_in(request)
    outcome = article_save.start(data.get("token", ""), data, request.user, refused=refused)
    if isinstance(outcome, article_save.NotSaved):
        if outcome.stale is not None:
            return conflict.render(request, outcome, verb_form=VerbForm(data))
        return render(
            request, None, outcome.sheet, token=data.get("token", ""), verb_form=VerbForm(data)
        )
    return _after(request, outcome, data)


def _posted(request: HttpRequest, article: Article) -> HttpResponse:
    pressed = next((verb for verb in BY_NAME.values() if f"_{verb.name}" in request.POST), None)
    done = True
    if pressed is not None and not pressed.saves:
        done = _run(request, pressed, article, VerbForm(request.POST))
    if "headline" not in request.POST:
        # The buttons of a page that is only read.
        if "_translate" in request.POST:
            return _translate(request, article)
        if pressed is not None and pressed.saves:
            _run(request, pressed, article, VerbForm(request.POST))
        return HttpResponseRedirect(address(article))
    if not can(request.user, "article.change", article):
        raise PermissionDenied
    data, refused = take_in(request)
    sent = data.get("version", "")
    version = int(sent) if sent.isdecimal() and len(sent) < 10 else -1
    outcome = article_save.save(article.pk, version, data, request.user, refused=refused)
    if isinstance(outcome, article_save.NotSaved):
        if outcome.stale is not None:
            return conflict.render(request, outcome, verb_form=VerbForm(data))
        if outcome.not_now is not None:
            messages.error(request, str(outcome.not_now))
            messages.warning(
                request, _("Nothing is saved. What you typed is still in the form below.")
            )
        now = Article.objects.select_related("section", "created_by").get(pk=article.pk)
        return render(request, standing(now), outcome.sheet, verb_form=VerbForm(data))
    return _after(request, outcome, data, done=done)


def _after(
    request: HttpRequest, outcome: article_save.Saved, data: QueryDict, *, done: bool = True
) -> HttpResponse:
    """What was typed is stored: now the verb of the button that was pressed. Where a verb refuses
    the page comes at once, so that its reason or its moment need not be typed again."""
    article = outcome.article
    pressed = next((verb for verb in BY_NAME.values() if f"_{verb.name}" in data), None)
    if pressed is not None and pressed.saves:
        done = _run(request, pressed, article, VerbForm(data), saved=outcome.changed)
    elif outcome.changed:
        messages.success(request, _("Saved."))
    elif pressed is None:
        messages.info(request, _("Nothing had changed; there is no new revision."))
    if not done:
        now = find(request, article.pk)
        return _shown(request, now, VerbForm(data))
    if "_preview" in data:
        return HttpResponseRedirect(reverse("admin:article_preview", args=[article.pk]))
    if "_translate" in data:
        return _translate(request, article)
    return HttpResponseRedirect(address(article))


def _run(
    request: HttpRequest, verb: Verb, article: Article, form: VerbForm, *, saved: bool = False
) -> bool:
    """Call a verb; a refusal becomes a message, and what was saved before it stays saved. Returns
    whether it was done."""
    try:
        run(verb, article, request.user, form)
    except (Refused, NotNow, PermissionDenied) as refusal:
        if saved:
            messages.info(request, _("Saved. But the next step was not taken:"))
        messages.error(request, explained(refusal))
        return False
    messages.success(request, str(verb.done))
    return True


def explained(refusal: Exception) -> str:
    """The refusal's sentence, with a link to each place that is to be put right."""
    sentence = str(refusal) or _("Your role does not allow this.")
    found = getattr(refusal, "problems", ())
    if not found:
        return sentence
    items = format_html_join(
        "",
        '<li><a href="#{}">{}</a></li>',
        ((PLACES.get(p.field, "s-text"), p.message) for p in found),
    )
    return format_html("<b>{}</b><ul>{}</ul>", sentence, items)


def _translate(request: HttpRequest, article: Article) -> HttpResponse:
    language = request.POST.get("_translate", "")
    try:
        made = start_translation(
            original=article, language=language, by=request.user, carry=[carry]
        )
    except (NotTranslatable, PermissionDenied) as refusal:
        messages.error(request, explained(refusal))
        return HttpResponseRedirect(address(article))
    messages.success(
        request,
        _("The version in %(language)s is started.") % {"language": made.get_language_display()},
    )
    return HttpResponseRedirect(address(made))
