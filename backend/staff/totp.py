"""Codes of six figures that change every half minute (RFC 6238), as every app on a telephone makes them."""

from datetime import datetime

import pyotp

STEP_SECONDS = 30
AROUND = (-1, 0, 1)
"""Half minutes by which a telephone's clock may be wrong."""


def new_secret() -> str:
    return pyotp.random_base32()


def code(secret: str, step: int) -> str:
    """Return the code of a half minute, counted from 1970."""
    return pyotp.TOTP(secret, interval=STEP_SECONDS).generate_otp(step)


def step_at(moment: datetime) -> int:
    return int(moment.timestamp()) // STEP_SECONDS


def fitting(secret: str, said: str, moment: datetime) -> list[int]:
    """Return the half minutes around a moment whose code this is; all are compared, always."""
    steps = [step_at(moment) + away for away in AROUND]
    same = [pyotp.utils.strings_equal(code(secret, step), said) for step in steps]
    return [step for step, right in zip(steps, same, strict=True) if right]


def address(secret: str, *, login: str, issuer: str) -> str:
    """Return what the QR code says to the app."""
    return pyotp.TOTP(secret).provisioning_uri(name=login, issuer_name=issuer)
