"""In which language a program is answered."""

from fastapi import Request

from backend.i18n import LANGUAGES, language_for


def language_of(request: Request) -> str:
    """Return the language the request names first, else that of the member of staff it acts for."""
    first = request.headers.get("accept-language", "").split(",")[0].split(";")[0].strip()
    if first[:1].isalpha():
        return language_for(first)
    program = getattr(request.state, "program", None)
    spoken: str = program.staff.language if program else ""
    return spoken if spoken in LANGUAGES else language_for(None)
