"""The demonstration: everything on embedded defaults, with staff accounts to sign in with."""

import secrets
from dataclasses import dataclass

from backend.campaigns import queries as campaigns
from backend.handling import queries as handling
from backend.staff import actions as staff
from backend.staff.model import UNITS, Role
from backend.staff.queries import has_account
from jindianzi.channels import kept
from jindianzi.house import House

SHOWN = (Role.CLERK, Role.HANDLER, Role.UNIT_LEAD, Role.ADMINISTRATOR)


@dataclass(frozen=True)
class Account:
    login: str
    password: str
    role: Role
    unit: str


async def accounts(house: House, language: str) -> list[Account]:
    """Make an account of each role one works with; their passwords stay the same from start to start."""
    async with house.db.read() as session:
        _, rules = await campaigns.in_force(session, house.settings.campaign)
        unit = await handling.unit_with_key(session, next(u.id for u in rules.units if u.kind != "office"))
    if unit is None:
        raise LookupError(rules.id)
    made = []
    for role in SHOWN:
        password = kept(house.settings.state_dir / f"demo-{role}.password", secrets.token_urlsafe(9))
        unit_id = unit.id if role in UNITS else None
        async with house.db.read() as session:
            known = await has_account(session, role.value)
        if not known:
            await staff.appoint(house.db, login=role.value, password=password, role=role, unit_id=unit_id)
        made.append(Account(role.value, password, role, unit.name(language) if unit_id else ""))
    return made
