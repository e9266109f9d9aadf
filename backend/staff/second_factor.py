"""A second factor: switched on by showing a code, each code good once, ten codes to recover by."""

import secrets
import unicodedata

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock, pace
from backend.db import Database, keys_of
from backend.errors import Conflict, NotAllowed, Refusal
from backend.secret import CODE_ALPHABET
from backend.staff import totp
from backend.staff.actions import STAY
from backend.staff.log import note
from backend.staff.model import Act, RecoveryCode, SecondFactor, SignIn, Staff
from backend.staff.queries import digest

ISSUER = "Jindianzi"
RECOVERY_CODES = 10
RECOVERY_LENGTH = 12


async def begin(db: Database, *, staff_id: int) -> None:
    """Make a secret that does not count yet; begun twice, the first one stays until it is confirmed."""
    async with db.begin() as session:
        there = await session.get(SecondFactor, staff_id)
        if there and there.confirmed_at:
            raise Conflict("factor-on-already")
        if there is None:
            session.add(SecondFactor(staff_id=staff_id, secret=totp.new_secret(), last_step=0))


def address(login: str, secret: str) -> str:
    return totp.address(secret, login=login, issuer=ISSUER)


async def confirm(db: Database, *, staff_id: int, code: str, token: str) -> list[str]:
    """Switch the second factor on by a right code; return the recovery codes, which are told only now."""
    await pace.count_try(db, _key(staff_id))
    async with db.begin() as session:
        factor = await session.get(SecondFactor, staff_id, with_for_update=True)
        if factor is None:
            raise Conflict("factor-not-begun")
        if factor.confirmed_at:
            raise Conflict("factor-on-already")
        if not _take(factor, code):
            raise Refusal("factor-code-wrong")
        factor.confirmed_at = clock.now()
        await pace.forgive(session, _key(staff_id))
        others = delete(SignIn).where(SignIn.staff_id == staff_id, SignIn.token_hash != digest(token))
        await session.execute(others)
        note(session, Act.FACTOR_ON, actor_id=staff_id, staff_id=staff_id)
        return await _new_codes(session, staff_id)


async def show(db: Database, *, token: str, code: str) -> None:
    """Open what a right password began, by a code of the app or one of the recovery codes."""
    async with db.read() as session:
        waiting = await session.get(SignIn, digest(token))
    if waiting is None:
        raise Refusal("sign-in-wrong")
    await pace.count_try(db, _key(waiting.staff_id))
    async with db.begin() as session:
        sign_in = await session.get(SignIn, digest(token), with_for_update={"of": SignIn})
        factor = await session.get(SecondFactor, waiting.staff_id, with_for_update=True)
        if sign_in is None or not sign_in.code_due:
            return
        if factor is not None and not (_take(factor, code) or await _recover(session, sign_in, code)):
            raise Refusal("factor-code-wrong")
        sign_in.code_due, sign_in.expires_at = False, clock.now() + STAY
        await pace.forgive(session, _key(sign_in.staff_id))


def _key(staff_id: int) -> str:
    """Count by account alone: whoever gets here knows the password, and six figures are few."""
    return pace.key_of("second-factor", str(staff_id))


def _take(factor: SecondFactor, said: str) -> bool:
    """Say whether a code is right, and use it up: neither it nor an older one is right again."""
    steps = totp.fitting(factor.secret, _plain(said), clock.now())
    unused = [step for step in steps if step > factor.last_step]
    if unused:
        factor.last_step = unused[0]
    return bool(unused)


def _plain(said: str) -> str:
    return "".join(character for character in unicodedata.normalize("NFKC", said) if character.isalnum())


async def _recover(session: AsyncSession, sign_in: SignIn, said: str) -> bool:
    """Use a recovery code up."""
    code = _plain(said)
    unused = select(RecoveryCode).where(
        RecoveryCode.staff_id == sign_in.staff_id, RecoveryCode.used_at.is_(None)
    )
    rows = (await session.scalars(unused.order_by(RecoveryCode.id).with_for_update())).all()
    found = [row for row in rows if keys_of(session).is_code(code, row.code_hash)]
    for row in found[:1]:
        row.used_at = clock.now()
        note(session, Act.RECOVERY_USED, actor_id=sign_in.staff_id, staff_id=sign_in.staff_id)
    return bool(found)


async def renew_codes(db: Database, *, staff_id: int) -> list[str]:
    """Make ten new recovery codes; the old ones are good for nothing from then on."""
    async with db.begin() as session:
        factor = await session.get(SecondFactor, staff_id, with_for_update=True)
        if factor is None or factor.confirmed_at is None:
            raise Conflict("factor-not-on")
        note(session, Act.RECOVERY_MADE, actor_id=staff_id, staff_id=staff_id)
        return await _new_codes(session, staff_id)


async def _new_codes(session: AsyncSession, staff_id: int) -> list[str]:
    await session.execute(delete(RecoveryCode).where(RecoveryCode.staff_id == staff_id))
    codes = [
        "".join(secrets.choice(CODE_ALPHABET) for _ in range(RECOVERY_LENGTH)) for _ in range(RECOVERY_CODES)
    ]
    keys = keys_of(session)
    session.add_all(RecoveryCode(staff_id=staff_id, code_hash=keys.code_hash(code)) for code in codes)
    return [f"{code[:4]}-{code[4:8]}-{code[8:]}" for code in codes]


async def switch_off(db: Database, *, staff_id: int, required: bool) -> None:
    """Take one's own second factor off; off twice it is off once."""
    if required:
        raise NotAllowed("factor-required")
    await _take_off(db, staff_id, actor_id=staff_id, act=Act.FACTOR_OFF)


async def reset(db: Database, *, staff_id: int, actor_id: int | None) -> None:
    """Take off the second factor of somebody who lost the telephone, and sign them out everywhere."""
    await _take_off(db, staff_id, actor_id=actor_id, act=Act.FACTOR_RESET)


async def _take_off(db: Database, staff_id: int, *, actor_id: int | None, act: Act) -> None:
    async with db.begin() as session:
        await session.get_one(Staff, staff_id, with_for_update={"of": Staff})
        factor = await session.get(SecondFactor, staff_id)
        if factor is None:
            return
        counted = factor.confirmed_at is not None
        await session.delete(factor)
        await session.execute(delete(RecoveryCode).where(RecoveryCode.staff_id == staff_id))
        if act == Act.FACTOR_RESET:
            await session.execute(delete(SignIn).where(SignIn.staff_id == staff_id))
        if counted:
            note(session, act, actor_id=actor_id, staff_id=staff_id)
