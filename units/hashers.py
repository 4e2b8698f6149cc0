"""Argon2id with 19 MiB, two passes, one lane: safe, and a storm of sign-ins stays bearable."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class Argon2(Argon2PasswordHasher):
    time_cost = 2
    memory_cost = 19_456
    parallelism = 1
