"""Somebody who uploads a file through the Upload data page, as a browser would."""

import asyncio
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from time import perf_counter

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Common_pb2 import FileURLs
from streamlit.proto.WidgetStates_pb2 import WidgetState

from tests.benchmarks.visiting import Visit

PAGE = "upload_data"
COOKIE = "_streamlit_xsrf"
CHUNK = 1024**2


@dataclass(frozen=True)
class Work:
    """A stretch of time in which the server was busy with a file."""

    began: float
    ended: float

    def overlaps(self, began: float, ended: float) -> bool:
        """Tell whether something else went on at the same time."""
        return began < self.ended and ended > self.began


async def upload(port: int, file: Path, source: str) -> tuple[Work, Work]:
    """Upload a file, have it checked and press Load; returns when it was checked and loaded."""
    async with Visit.to(port, PAGE) as visit:
        await visit.rerun()
        uploader = visit.seen.of_kind("file_uploader")[0].file_uploader.id
        urls = await _urls(visit, file)
        await asyncio.to_thread(_put, port, urls.upload_url, file)
        chosen = WidgetState(id=uploader)
        told = chosen.file_uploader_state_value.uploaded_file_info.add()
        told.name, told.size, told.file_id = file.name, file.stat().st_size, urls.file_id
        told.file_urls.CopyFrom(urls)
        named = WidgetState(id=_source_box(visit), string_value=source)
        checked = await _timed(visit, chosen, named)
        loaded = await _timed(visit, WidgetState(id=_load_button(visit), trigger_value=True), named)
    return checked, loaded


async def _timed(visit: Visit, *changed: WidgetState) -> Work:
    began = perf_counter()
    await visit.rerun(*changed)
    return Work(began, perf_counter())


def _source_box(visit: Visit) -> str:
    return str(visit.seen.of_kind("text_input")[0].text_input.id)


def _load_button(visit: Visit) -> str:
    buttons = (element.button for element in visit.seen.of_kind("button"))
    (found,) = (button.id for button in buttons if button.label == "Load")
    return str(found)


async def _urls(visit: Visit, file: Path) -> FileURLs:
    message = BackMsg()
    message.file_urls_request.request_id = secrets.token_hex()
    message.file_urls_request.session_id = visit.session
    message.file_urls_request.file_names.append(file.name)
    answer = await visit.answer_to(message, "file_urls_response")
    urls: FileURLs = answer.file_urls_response.file_urls[0]
    return urls


def _put(port: int, url: str, file: Path) -> None:
    connection = HTTPConnection("localhost", port, timeout=60)
    connection.request("GET", "/_stcore/health")
    response = connection.getresponse()
    response.read()
    cookie = (response.getheader("Set-Cookie") or "").partition(";")[0]
    token = cookie.removeprefix(f"{COOKIE}=")
    border = secrets.token_hex()
    head, tail = _envelope(border, file.name)
    headers = {
        "Content-Type": f"multipart/form-data; boundary={border}",
        "Content-Length": str(len(head) + file.stat().st_size + len(tail)),
        "Cookie": cookie,
        "X-Xsrftoken": token,
    }
    connection.request("PUT", url, _body(head, file, tail), headers)
    if connection.getresponse().status >= 300:
        raise RuntimeError(f"the server did not take {file.name}")
    connection.close()


def _envelope(border: str, name: str) -> tuple[bytes, bytes]:
    head = (
        f'--{border}\r\nContent-Disposition: form-data; name="{name}"; filename="{name}"\r\n'
        "Content-Type: text/csv\r\n\r\n"
    )
    return head.encode(), f"\r\n--{border}--\r\n".encode()


def _body(head: bytes, file: Path, tail: bytes) -> Iterator[bytes]:
    yield head
    with file.open("rb") as opened:
        while chunk := opened.read(CHUNK):
            yield chunk
    yield tail
