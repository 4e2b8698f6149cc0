"""The log of access: written with what it tells of, read by administrators."""

from units.models import AccessEvent, User


def record(
    kind: str,
    account: User | None,
    *,
    by: User | None = None,
    note: str = "",
    address: str | None = None,
    agent: str = "",
) -> AccessEvent:
    """One line. `by` where another than the account's owner acted; address and agent as `seen_from` gives."""
    return AccessEvent.objects.create(
        kind=kind, account=account, by=by, note=note[:300], address=address, agent=agent
    )
