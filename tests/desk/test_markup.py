import re

import pytest
from django.test import Client

from articles.people.models import User
from tests.desk.pages import addresses, furnish

# What a strict policy would refuse to run or to apply.
INLINE = re.compile(r"\sstyle\s*=|<style|\son[a-z]+\s*=|javascript:|<script(?![^>]*\bsrc=)", re.I)
BAD_TIME = re.compile(r'datetime="[^"]*\.\d+')


def pages(cast, signed_in, image, language):
    furnish(cast, image)
    administrator = cast.administrator
    User.objects.update(language=language)
    client = signed_in(administrator)
    found = {address: client.get(address).content.decode() for address in addresses()}
    sent_empty = [a for a in found if a.endswith("/add/")]
    found |= {f"{a} (errors)": client.post(a, {}).content.decode() for a in sent_empty}
    found["empty search"] = client.get("/admin/articles/tag/?q=zzzz").content.decode()
    anonymous = Client(headers={"accept-language": language})
    found["login"] = anonymous.get("/admin/login/").content.decode()
    found["login (errors)"] = anonymous.post("/admin/login/", {"username": "x"}).content.decode()
    found["signed out"] = client.post("/admin/logout/").content.decode()
    return found


@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_page_is_valid_html_and_keeps_to_the_policy(cast, signed_in, image, nu, language):
    found = pages(cast, signed_in, image, language)
    for name, html in found.items():
        assert f'<html lang="{language}"' in html, name
        assert not INLINE.search(html), (name, INLINE.search(html))
        assert not BAD_TIME.search(html), name
        assert html.count("<h1") == 1 and html.count("<main") == 1, name
    assert nu(found) == []


def test_the_policy_of_the_desk_allows_nothing_inline(cast, signed_in):
    policy = signed_in(cast.writer).get("/admin/work/")["Content-Security-Policy"]
    assert "unsafe" not in policy and "style-src 'self'" in policy


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>'])
def test_what_people_type_is_never_markup_on_the_desk(cast, signed_in, image, text):
    asset = furnish(cast, image)
    type(asset).objects.filter(pk=asset.pk).update(title=text, credit=text)
    cast.hong_kong.name_ko = cast.hong_kong.name_en = text[:40]
    cast.hong_kong.save()
    User.objects.filter(pk=cast.writer.pk).update(name=text)
    cast.in_review(headline=text)
    client = signed_in(cast.administrator)
    for address in [*addresses(), f"/admin/articles/tag/?q={text}"]:
        html = client.get(address).content.decode()
        assert "<script>alert" not in html and "<img src=x" not in html, address
