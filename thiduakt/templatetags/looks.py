"""How a state looks: hue, drawing and word (the only table of it)."""

ICONS = frozenset(
    "check x ask dash ring alert clock pen send back tray people rosette flag pause file search lock".split()
)

# Colour and icon by the value of a state; the word comes with the state. One value looks the same everywhere.
LOOKS = {
    value: (f"is-{hue}", drawing)
    for hue, drawing, values in (
        ("mute", "pen", "draft writing"),
        ("mute", "back", "withdrawn"),
        ("mute", "ring", "unchecked todo"),
        ("mute", "check", "closed result"),
        ("mute", "dash", "unknown"),
        ("info", "send", "submitted sent arrived resubmitted"),
        ("info", "tray", "received accepted"),
        ("info", "flag", "launched"),
        ("info", "check", "checked registered"),
        ("warn", "back", "changes_requested unit_changes to_supplement asked"),
        ("warn", "alert", "missing"),
        ("warn", "ask", "confirm"),
        ("ok", "check", "met ok done eligible unit_proposed issued"),
        ("ok", "tray", "open"),
        (
            "bad",
            "x",
            "unmet wrong ineligible council_rejected unit_declined upper_declined revoked not_recognised "
            "not_done",
        ),
        ("vote", "people", "in_council"),
        ("vote", "clock", "reviewing awaited"),
        ("vote", "check", "council_approved"),
        ("vote", "pen", "proposed"),
        ("vote", "send", "forwarded"),
        ("award", "rosette", "awarded recognised scope_recognised"),
        ("hold", "pause", "on_hold"),
    )
    for value in values.split()
}
PLAIN_LOOK = ("is-mute", "dash")
VERDICTS = {
    "met": "Đạt",
    "unmet": "Không đạt",
    "confirm": "Cần xác nhận",
    "unknown": "Chưa có dữ liệu",
}


def value_of(state) -> str:
    """The value that is stored: of a member of an enumeration, or the text itself."""
    return str(getattr(state, "value", state))
