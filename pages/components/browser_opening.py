"""The browser of whoever starts the dashboard opens on it, as `streamlit run` does for a script."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from streamlit import cli_util, config
from streamlit.starlette import App
from streamlit.web.server import server_util


@asynccontextmanager
async def open_browser(_app: App) -> AsyncIterator[None]:
    """Open the dashboard's address once the server runs, unless it was started without a screen."""
    if not config.get_option("server.headless"):
        asyncio.get_running_loop().call_soon(cli_util.open_browser, server_util.get_url(_address()))
    yield


def _address() -> str:
    if config.is_manually_set("browser.serverAddress"):
        return str(config.get_option("browser.serverAddress"))
    return server_util.get_display_address(config.get_option("server.address"))
