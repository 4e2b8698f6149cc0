"""The campaign's own steps lock it alone; what dossiers need locked is taken above, in one order."""

from campaigns.models import Campaign, Quota
from thiduakt.errors import Refused

NEWER = "Có người vừa sửa chỗ này. Chữ của anh/chị vẫn còn; hãy so hai bản rồi lưu lại."


class Newer(Refused):
    """Someone else wrote after the words were shown; nothing was written over."""

    def __init__(self):
        super().__init__(NEWER)


def lock_campaign(pk: int) -> Campaign:
    """The row again, locked until the transaction ends.

    `no_key=True`: a plain FOR UPDATE would stop every insert that refers to the campaign.
    """
    return Campaign.objects.select_for_update(no_key=True, of=("self",)).get(pk=pk)


def lock_quota(pk: int) -> Quota:
    """A pool, locked after its campaign: nobody claims of it while its number or its parts change."""
    rows = Quota.objects.select_for_update(no_key=True, of=("self",))
    return rows.select_related("campaign__issuer", "clause__campaign").get(pk=pk)
