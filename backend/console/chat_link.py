"""Linking one's chat: a code for a quarter of an hour, as a link for each chat and to be typed."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from backend.console.pages import page, see_other
from backend.console.session import AtDesk, Db
from backend.sources import links
from backend.staff import linking

router = APIRouter()


@router.post("/me/chat")
async def offer(request: Request, db: Db, desk: AtDesk) -> Response:
    """Show a code; it is the answer itself, for we keep its hash alone."""
    word = linking.PREFIX + await linking.offer(db, staff_id=desk.staff.id)
    doors = request.app.state.doors
    addresses = {channel: links.link(doors, channel, word) for channel in sorted(doors)}
    minutes = str(int(linking.GOOD_FOR.total_seconds()) // 60)
    return page(request, "chat_link.html", word=word, links=addresses, minutes=minutes, here="/me")


@router.post("/me/chat/unlink")
async def unlink(db: Db, desk: AtDesk) -> Response:
    await linking.unlink(db, staff_id=desk.staff.id)
    return see_other("/me?done=unlinked")
