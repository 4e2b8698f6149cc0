"""Every address × method × role × relation answers as the table says that was written by hand."""

import pytest

from .cells import differing
from .relations import ROLES
from .table import read

pytestmark = [pytest.mark.page, pytest.mark.table, pytest.mark.django_db]


@pytest.mark.parametrize("role", ROLES)
def test_cells_of_a_role(role, matrix, unprinted):
    wrong = differing(matrix, role, read())
    assert not wrong, f"{len(wrong)} cells differ:\n" + "\n".join(wrong)
