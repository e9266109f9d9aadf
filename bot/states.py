"""The map of the conversation."""

from aiogram.fsm.state import State, StatesGroup

from backend.drafts.model import Step


class Start(StatesGroup):
    """Before and beside a draft."""

    welcome = State()
    campaigns = State()
    resume = State()
    drafts = State()
    closed = State()


class Suggest(StatesGroup):
    """From the theme to the number: a state a step of the draft, and two that stand beside the steps."""

    theme = State()
    topic = State()
    text = State()
    similar = State()
    scope = State()
    receiving_unit = State()
    consent = State()
    identity = State()
    name = State()
    contact = State()
    work_unit = State()
    school = State()
    address = State()
    own_page = State()
    files = State()
    preview = State()
    sent = State()


class Language(StatesGroup):
    choice = State()


GROUPS = (Start, Suggest, Language)
OF_STEP: dict[str, State] = {step: getattr(Suggest, step.value) for step in Step}
