"""What a database holds besides its rows, to lay two of them side by side."""

TRIGGERS = {
    "postgresql": "SELECT DISTINCT event_object_table, trigger_name FROM information_schema.triggers",
    "sqlite": "SELECT tbl_name, name FROM sqlite_master WHERE type = 'trigger'",
}
# Django's own: its record of the steps that were run, and groups, whose steps write another kind of key.
LEFT_OUT = ("django_migrations", "auth_")


def shape(connection) -> dict[str, list[str]]:
    """By table: its columns, constraints and indexes (under whatever name), triggers, as sorted words."""
    look = connection.introspection
    with connection.cursor() as cursor:
        cursor.execute(TRIGGERS[connection.vendor])
        triggers = cursor.fetchall()
        return {
            table: sorted(
                [
                    *columns(look, cursor, table),
                    *constraints(look, cursor, table),
                    *(f"trigger {name}" for on, name in triggers if on == table),
                ]
            )
            for table in look.table_names(cursor)
            if not table.startswith(LEFT_OUT)
        }


def columns(look, cursor, table: str) -> list[str]:
    return [
        f"column {column.name} {look.get_field_type(column.type_code, column)} {column.null_ok}"
        for column in look.get_table_description(cursor, table)
    ]


def constraints(look, cursor, table: str) -> list[str]:
    found = look.get_constraints(cursor, table).values()
    return [" ".join(f"{key}={what[key]}" for key in sorted(what)) for what in found]
