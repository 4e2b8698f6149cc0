"""Which pages of the back office a role opens. What happens to a row there is a service's guard."""

from .enums import Role


def _all(app: str, *models: str, acts: tuple[str, ...] = ("view", "add", "change")) -> set[str]:
    return {f"{app}.{act}_{model}" for model in models for act in acts}


VIEW = ("view",)
CATALOGUE = ("legalregime", "basesalary", "awardtype", "awardrule", "factkind", "indicator")
REVIEW = (
    _all("nominations", "dossierstage", "registration", "submission", "award", acts=VIEW)
    | _all("campaigns", "campaign", "quota", acts=VIEW)
    | _all("criteria", *CATALOGUE, acts=VIEW)
    | _all("documents", "issueddocument", "numberseries", acts=VIEW)
    | _all("councils", "council", "councilsession", acts=VIEW)
    | _all("units", "unit", "person", acts=VIEW)
    | _all("initiatives", "initiative", "scoresheet", "scorerow", acts=VIEW)
)
OFFICER = REVIEW | _all("councils", "council", "councilmember") | _all("units", "headcount")
PERMISSIONS: dict[str, set[str]] = {
    Role.OFFICER: OFFICER,
    Role.OFFICE_HEAD: OFFICER,
    Role.RECORDS: REVIEW,
    Role.ADMIN: (
        _all("units", "unit", "person", "user", "membership", "appointment", "headcount", "unitparent")
        | _all("units", "accessevent", "outboxmail", acts=VIEW)
        | _all("criteria", *CATALOGUE)
        | _all("initiatives", "scoresheet")
        | _all("initiatives", "scorerow", acts=("view", "add", "change", "delete"))
    ),
}


def granted(roles) -> set[str]:
    """Permissions of a set of roles, in Django's own names."""
    return set().union(*(PERMISSIONS.get(role, set()) for role in roles))
