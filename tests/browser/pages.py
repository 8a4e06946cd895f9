"""Every page there is: its name, who opens it, its address and the answer it should give.

`{language}` in an address is the language under test, other names are keys of `Served.ids`.
"""

from dataclasses import dataclass

LANGUAGES = ("ko", "en")


@dataclass(frozen=True)
class Page:
    name: str
    path: str
    role: str = ""  # the user name of somebody in the demo; "" is a reader
    status: int = 200
    languages: tuple[str, ...] = LANGUAGES
    chosen: bool = False  # a reader who has answered the question about cookies

    def address(self, ids: dict[str, object], language: str) -> str:
        """The path, with what stands for rows filled in."""
        filled = self.path.replace("{language}", language)
        for part in filled.split("{")[1:]:
            key = part.split("}")[0]
            filled = filled.replace("{" + key + "}", str(ids[key]))
        return filled


def _reader() -> list[Page]:
    start = "/{language}/"
    pages = [
        Page("home", start),
        Page("home, choice made", start, chosen=True),
        Page("home, choice just made", f"{start}?consent=saved", chosen=True),
        Page("section", f"{start}section/hong-kong/"),
        Page("section with few stories", f"{start}section/opinion/"),
        Page("how we use AI", f"{start}how-we-use-ai/"),
        Page("labels", f"{start}labels/"),
        Page("privacy before the choice", f"{start}privacy/"),
        Page("privacy after the choice", f"{start}privacy/", chosen=True),
        Page("privacy, choice just made", f"{start}privacy/?consent=saved", chosen=True),
        Page("corrected", "{{language}_corrected}"),
        Page("withdrawn", "{{language}_withdrawn}", status=410),
        Page("expired", "{{language}_expired}", status=410),
        Page("image, signed", f"{start}images/{{image_signed}}/"),
        Page("image, no credentials", f"{start}images/{{image_unsigned}}/"),
        Page("image, invalid credentials", f"{start}images/{{image_tampered}}/"),
        Page("image, drawn without AI", f"{start}images/{{image_by_hand}}/", chosen=True),
        Page("no such image", f"{start}images/{'0' * 16}/", status=404),
        Page("no such page", f"{start}nowhere/at/all/", status=404),
        Page("no such section", f"{start}section/nowhere/", status=404),
    ]
    for state in ("none", "assisted", "translated", "generated", "unknown"):
        pages.append(Page(f"article, text {state}", f"{{{{language}}_{state}}}"))
    for state in ("none", "generated", "edited", "composite", "unknown"):
        pages.append(
            Page(f"article, image {state}", f"{{ko_image_{state}}}", languages=("ko",), chosen=True)
        )
    return pages


def _articles() -> list[Page]:
    """The article's own pages at the desk, in each state it can be in."""
    base = "/admin/articles/article/"
    return [
        Page("articles", base, "writer"),
        Page("articles, all of them", base, "editor"),
        Page("articles, none found", f"{base}?q=zzzz", "editor"),
        Page("new article", f"{base}add/", "writer"),
        Page("draft", f"{base}{{draft}}/change/", "writer"),
        Page("sent back", f"{base}{{sent_back}}/change/", "writer"),
        Page("in review", f"{base}{{in_review}}/change/", "writer"),
        Page("approved", f"{base}{{approved}}/change/", "editor"),
        Page("rejected", f"{base}{{rejected}}/change/", "editor"),
        Page("live", f"{base}{{live}}/change/", "editor"),
        Page("scheduled", f"{base}{{scheduled}}/change/", "editor"),
        Page("withdrawn at the desk", f"{base}{{withdrawn}}/change/", "editor"),
        Page("draft of somebody else", f"{base}{{draft}}/change/", "moderator"),
        Page("preview of a draft", f"{base}{{draft}}/preview/", "writer", languages=("ko",)),
        Page("preview in review", f"{base}{{in_review}}/preview/", "writer", languages=("ko",)),
        Page("preview, corrected", f"{base}{{live}}/preview/", "editor", languages=("ko",)),
        Page("preview in English", f"{base}{{en_scheduled}}/preview/", "editor", languages=("en",)),
        Page("compare", f"{base}{{live}}/compare/", "editor"),
        Page("compare in one column", f"{base}{{two_revisions}}/compare/?view=one", "editor"),
        Page("history of an article", f"{base}{{live}}/history/", "editor"),
    ]


def _review() -> list[Page]:
    queue = "/admin/review/"
    cases = ("q-qianhai", "q-cargo", "q-jeju", "q-cargo-en", "q-grid")
    pages = [
        Page("queue", queue, "moderator"),
        Page("queue, all", f"{queue}?who=all", "moderator"),
        Page("queue, none found", f"{queue}?q=zzzz&language=en&who=all", "moderator"),
        Page("queue of a writer", queue, "writer"),
        Page("review read by its writer", f"{queue}{{in_review_case}}/", "writer"),
        Page("review decided", f"{queue}{{decided_case}}/", "moderator"),
        Page("beside what it is made from", f"{queue}{{case_q-cargo-en}}/beside/", "moderator"),
        Page("review rejected", f"{queue}{{rejected_case}}/", "moderator"),
    ]
    return pages + [Page(f"review {key}", f"{queue}{{case_{key}}}/", "moderator") for key in cases]


def _desk() -> list[Page]:
    pages = [
        Page("sign in", "/admin/login/"),
        Page("sign in to go on", "/admin/login/?next=/admin/review/"),
        Page("no page at the desk", "/admin/nowhere/", "writer", status=404),
        Page("not for writers", "/admin/people/user/", "writer", status=403),
        Page("my settings", "/admin/me/", "writer"),
        Page("password", "/admin/password_change/", "writer"),
        Page("password changed", "/admin/password_change/done/", "writer"),
        Page("review overview", "/admin/overview/", "moderator"),
        Page("my work", "/admin/work/", "writer"),
        Page("notices", "/admin/notices/", "writer"),
        Page("no notices", "/admin/notices/", "admin"),
        Page("images", "/admin/images/imageasset/", "writer"),
        Page("image upload", "/admin/images/imageasset/add/", "writer"),
        Page("image", "/admin/images/imageasset/{image}/change/", "writer"),
        Page("image with bad credentials", "/admin/images/imageasset/{tampered}/change/", "writer"),
        Page("image, to read", "/admin/images/imageasset/{image}/change/", "moderator"),
        Page("image history", "/admin/images/imageasset/{image}/history/", "writer"),
        Page("audit trail", "/admin/audit/entry/", "admin"),
        Page("audit trail, one verb", "/admin/audit/entry/?verb=article.published", "admin"),
        Page("audit entry", "/admin/audit/entry/{entry}/change/", "admin"),
        Page("person, password", "/admin/people/user/{person}/password/", "admin"),
        Page("section, deleting", "/admin/articles/section/{section}/delete/", "admin", status=403),
    ]
    for role in ("writer", "editor", "moderator", "admin"):
        pages.append(Page(f"first page of {role}", "/admin/", role))
    for path, key in (
        ("articles/section", "section"),
        ("articles/tag", "tag"),
        ("people/byline", "byline"),
        ("people/user", "person"),
        ("people/pipeline", "pipeline"),
        ("disclosure/aisystem", "system"),
        ("images/trustlist", "trust_list"),
        ("moderation/checksetting", "check_setting"),
        ("moderation/glossaryterm", "glossary_term"),
        ("moderation/reviewpolicy", "review_policy"),
    ):
        base = f"/admin/{path}/"
        pages += [
            Page(f"{path} list", base, "admin"),
            Page(f"{path} none found", f"{base}?q=zzzz", "admin"),
            Page(f"{path} add", f"{base}add/", "admin"),
            Page(f"{path} change", f"{base}{{{key}}}/change/", "admin"),
            Page(f"{path} history", f"{base}{{{key}}}/history/", "admin"),
        ]
    pages += [
        Page("sections, to read", "/admin/articles/section/", "writer"),
        Page("section, to read", "/admin/articles/section/{section}/change/", "writer"),
        Page("tag, deleting", "/admin/articles/tag/{tag}/delete/", "admin", status=403),
    ]
    return pages


READER = _reader()
DESK = _articles() + _review() + _desk()
EVERY = READER + DESK
