from django.test import Client


def test_browsers_find_the_icon_where_they_look(client: Client) -> None:
    response = client.get("/favicon.ico")
    assert (response.status_code, response["Location"]) == (302, "/static/newsroom/img/favicon.svg")
    assert not response.cookies


def test_nothing_else_is_answered_there(client: Client) -> None:
    assert client.post("/favicon.ico").status_code == 405
