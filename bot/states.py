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


class Mine(StatesGroup):
    """After sending: what was sent, and what its author may still do."""

    overview = State()
    one = State()
    supplement = State()
    withdrawal = State()
    objection = State()
    lookup = State()
    found = State()


class Language(StatesGroup):
    choice = State()


class Asked(StatesGroup):
    """A question of those who handle a suggestion."""

    answer = State()


class Rate(StatesGroup):
    """Why somebody is not satisfied with a reply."""

    reason = State()


class Settings(StatesGroup):
    """How the chat is to be, and what a person may ask of their data."""

    menu = State()
    quiet = State()
    consent = State()
    forget = State()
    sure = State()


class Desk(StatesGroup):
    """What linked staff do from their phones."""

    waiting = State()
    one = State()
    ask = State()
    answers = State()


class Officer(StatesGroup):
    """What an information officer does: take up an appointment, say at which event, look up for others."""

    invited = State()
    menu = State()
    occasions = State()
    lookup = State()
    found = State()


class Calls(StatesGroup):
    """What officers are asked for: the list, one request, which of its topics to write on."""

    listed = State()
    one = State()
    topic = State()


class Quotas(StatesGroup):
    """How far an officer's quotas are."""

    standing = State()


class Behalf(StatesGroup):
    """What an officer does for others beside the steps of a draft."""

    start = State()
    sent = State()
    entries = State()
    one = State()


class Visits(StatesGroup):
    """Word an officer brings to those without a chat, and what came of it."""

    overview = State()
    one = State()
    day = State()
    answer = State()
    reason = State()


class Collect(StatesGroup):
    """Phones on which an officer collects without signal."""

    phone = State()


GROUPS = (
    *(Start, Suggest, Mine, Language, Asked, Rate, Settings, Desk),
    *(Officer, Calls, Quotas, Behalf, Visits, Collect),
)
OF_STEP: dict[str, State] = {step: getattr(Suggest, step.value) for step in Step}
