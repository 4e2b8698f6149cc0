"""Reading what strangers send: one pure function, in a child process that may not eat the machine."""

from .run import run_confined

__all__ = ["run_confined"]
