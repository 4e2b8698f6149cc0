"""The campaign's own steps lock it alone; what dossiers need locked is taken above, in one order."""

from campaigns.models import Campaign
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
