"""The addresses under `/api`."""

from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.routing import Route

from webchat.person import chats, devices, doors, events, files, messages

CHAT = "/api/chats/{chat}"
PACKED = [Middleware(GZipMiddleware)]  # long answers in words; the stream and the files go as they are

ROUTES = [
    Route("/api/bots", chats.bots, methods=["GET"]),
    Route("/api/chats", chats.open_chat, methods=["POST"]),
    Route(CHAT, chats.show, methods=["GET"], middleware=PACKED),
    Route(CHAT, chats.change, methods=["PATCH"]),
    Route("/api/open", doors.enter, methods=["POST"]),
    Route(f"{CHAT}/link", doors.make_link, methods=["POST"]),
    Route(f"{CHAT}/passphrase", doors.choose_passphrase, methods=["PUT"]),
    Route(f"{CHAT}/passphrase", doors.drop_passphrase, methods=["DELETE"]),
    Route(f"{CHAT}/devices", devices.show, methods=["GET"]),
    Route(f"{CHAT}/devices/others", devices.sign_out_others, methods=["DELETE"]),
    Route(f"{CHAT}/devices/this", devices.sign_out, methods=["DELETE"]),
    Route(f"{CHAT}/block", chats.block, methods=["POST"]),
    Route(f"{CHAT}/unblock", chats.unblock, methods=["POST"]),
    Route(f"{CHAT}/messages", messages.say, methods=["POST"]),
    Route(f"{CHAT}/messages/{{message}}", messages.edit, methods=["PUT"]),
    Route(f"{CHAT}/messages/{{message}}/tap", messages.tap, methods=["POST"]),
    Route(f"{CHAT}/contact", messages.share_contact, methods=["POST"]),
    Route(f"{CHAT}/files", files.send, methods=["POST"]),
    Route(f"{CHAT}/files/{{file}}", files.fetch, methods=["GET"]),
    Route(f"{CHAT}/events", events.stream, methods=["GET"]),
    Route(f"{CHAT}/wait", events.wait, methods=["GET"], middleware=PACKED),
]
