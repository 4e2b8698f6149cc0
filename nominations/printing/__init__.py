"""The papers of a nomination as plain dicts for documents/pdf (its shapes.py names the keys)."""
