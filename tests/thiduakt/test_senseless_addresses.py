"""What nobody can have meant, asked of a handful of lists; `make crawl` asks it of every address."""

import pytest

from tests import world as w
from tests.matrix.test_garbage import KEYS, QUERIES, query

pytestmark = [pytest.mark.page, pytest.mark.django_db]
# Each with the words that Django's own lists know, and one of the other kinds of nonsense.
LISTS = {
    "/ke-hoach/": 1,
    "/ho-so/": 2,
    "/don-vi/": 2,
    "/don-vi/ca-nhan/": 1,
    "/van-ban/": 3,
    "/quan-tri/nominations/dossierstage/": 3,
}
ROWS = ("/ho-so/{}/", "/don-vi/ca-nhan/{}/", "/van-ban/{}/")
ANSWERS = {200, 302, 400, 404}


def test_nonsense_is_answered_with_a_page_of_ours(client):
    client.force_login(w.make_world().officer)
    asked = [f"{path}?{query(QUERIES[place])}" for path, other in LISTS.items() for place in (0, other)]
    asked += [path.format(key) for path in ROWS for key in (*KEYS["int"], "%00")]
    asked += [f"/tra-cuu/{key}/" for key in KEYS[None]]
    answers = {url: client.get(url).status_code for url in asked}
    assert {url[:60]: status for url, status in answers.items() if status not in ANSWERS} == {}
    assert client.get("/don-vi/ca-nhan/?page=0").status_code == 404
