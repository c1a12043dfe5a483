"""What a plain static host does: index.html of folders, gzip, the 404 page, all under a sub-path."""

import gzip
import mimetypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

SUB_PATH = "/base/essaim/"
PUBLIC_ADDRESS = f"https://exemple.org{SUB_PATH}"


@contextmanager
def hosted(folder: Path) -> Iterator[str]:
    """Serves `folder` while the block lasts; gives its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(StaticHost, folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}{SUB_PATH}"
    finally:
        server.shutdown()
        server.server_close()


class StaticHost(BaseHTTPRequestHandler):
    """What a plain static host does: index.html of folders, gzip, the 404 page."""

    def __init__(self, folder: Path, *arguments: object) -> None:
        self.folder = folder
        super().__init__(*arguments)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        route = self.path.partition("?")[0]
        path = self.folder / route.removeprefix(SUB_PATH)
        if path.is_dir():
            path /= "index.html"
        found = route.startswith(SUB_PATH) and path.is_file()
        body = gzip.compress((path if found else self.folder / "404.html").read_bytes())
        self.send_response(200 if found else 404)
        self.send_header(
            "Content-Type", (mimetypes.guess_type(path.name)[0] if found else "text/html") or "application/octet-stream"
        )
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        with suppress(ConnectionError):  # the browser left for another page
            self.wfile.write(body)

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - the library's name
        """Silent."""
