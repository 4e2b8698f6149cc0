"""The campaign's own steps lock it alone; what dossiers need locked is taken above, in one order."""

from campaigns.models import Campaign


def lock_campaign(pk: int) -> Campaign:
    """The row again, locked until the transaction ends.

    `no_key=True`: a plain FOR UPDATE would stop every insert that refers to the campaign.
    """
    return Campaign.objects.select_for_update(no_key=True, of=("self",)).get(pk=pk)
