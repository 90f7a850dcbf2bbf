"""Addresses that people type or have kept, led on to where the page is today."""

from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

# The page that opens first has no name in its address; Streamlit says of its name that it is none.
FORWARDED = {"/overview": "/"}


class ForwardedAddresses:
    """Lead a request for an address of before on to the one of today, with all that it asks."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with today's address, or let the request through."""
        today = FORWARDED.get(scope["path"].rstrip("/")) if scope["type"] == "http" else None
        if today is None:
            await self._app(scope, receive, send)
            return
        asked = scope["query_string"].decode("latin-1")
        place = scope.get("root_path", "") + today
        await RedirectResponse(f"{place}?{asked}" if asked else place)(scope, receive, send)
