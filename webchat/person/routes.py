"""The addresses under `/api`."""

from starlette.routing import Route

from webchat.person import chats, events, files, messages

CHAT = "/api/chats/{chat}"

ROUTES = [
    Route("/api/bots", chats.bots, methods=["GET"]),
    Route("/api/chats", chats.open_chat, methods=["POST"]),
    Route(CHAT, chats.show, methods=["GET"]),
    Route(CHAT, chats.change, methods=["PATCH"]),
    Route(f"{CHAT}/block", chats.block, methods=["POST"]),
    Route(f"{CHAT}/unblock", chats.unblock, methods=["POST"]),
    Route(f"{CHAT}/messages", messages.say, methods=["POST"]),
    Route(f"{CHAT}/messages/{{message}}", messages.edit, methods=["PUT"]),
    Route(f"{CHAT}/messages/{{message}}/tap", messages.tap, methods=["POST"]),
    Route(f"{CHAT}/contact", messages.share_contact, methods=["POST"]),
    Route(f"{CHAT}/files", files.send, methods=["POST"]),
    Route(f"{CHAT}/files/{{file}}", files.fetch, methods=["GET"]),
    Route(f"{CHAT}/events", events.stream, methods=["GET"]),
    Route(f"{CHAT}/wait", events.wait, methods=["GET"]),
]
