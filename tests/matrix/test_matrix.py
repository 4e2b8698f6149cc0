"""Every address × method × role × relation answers as the table says that was written by hand."""

import pytest

from .cells import differing
from .relations import ROLES
from .table import addresses, problems, read

pytestmark = [pytest.mark.page, pytest.mark.django_db]


def test_every_address_has_a_row_and_every_row_an_address():
    found = problems(read(), addresses())
    assert not found, "\n".join(found)


@pytest.mark.parametrize("role", ROLES)
def test_cells_of_a_role(role, matrix, unprinted):
    wrong = differing(matrix, role, read())
    assert not wrong, f"{len(wrong)} cells differ:\n" + "\n".join(wrong)
