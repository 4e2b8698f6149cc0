"""A plan's file as text, read in a confined child."""

from .intake import read_text

__all__ = ["read_text"]
