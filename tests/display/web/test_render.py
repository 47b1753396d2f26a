"""How pages are made."""

from data.centre import Centre
from data.refused import Refused
from display.web.render import Pages
from display.web.told import TOO_MANY, UNKNOWN_CODE


def test_a_page_that_is_the_same_for_all_is_made_anew_where_it_is_not(centre: Centre) -> None:
    now = [centre]
    pages = Pages(lambda: now[0])

    def text(refused: Refused, language: str = "en") -> str:
        page = pages.same("error.html", refused.code, language=language, status=404, refused=refused, again=True)
        assert page.status_code == 404
        return bytes(page.body).decode()

    first = text(Refused("unknown-code", UNKNOWN_CODE))
    assert text(Refused("unknown-code", UNKNOWN_CODE)) == first
    assert 'lang="az"' in text(Refused("unknown-code", UNKNOWN_CODE), "az")
    assert TOO_MANY in text(Refused("too-many", TOO_MANY))
    now[0] = centre.model_copy(update={"about": centre.about.model_copy(update={"name": {"en": "Another centre"}})})
    assert "Another centre" not in first
    assert "Another centre" in text(Refused("unknown-code", UNKNOWN_CODE))
