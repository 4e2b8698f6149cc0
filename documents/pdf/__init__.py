"""Official papers: one plain dict in, one PDF out. The only door to WeasyPrint; no models here."""
