"""Pages of the site as a whole: the public check of a paper, and whether the server is well."""

from .health import healthz, readyz, warn_at_start
from .honours import honours
from .lookup import lookup, lookup_code

__all__ = ["healthz", "honours", "lookup", "lookup_code", "readyz", "warn_at_start"]
