"""A small server for writing: rebuilds at each change, keeps the last good site when a change breaks it.

MkDocs' own server freezes when a rebuild fails and needs an inline script, which the site's security policy refuses.
"""

import subprocess
import sys
import tempfile
import threading
import time
import traceback
from collections.abc import Iterable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from building import BlockedByProblemsError, build_site
from catalogue.problems import as_text
from paper import Paper

QUIET_SECONDS = 0.15
"""Editors write a file in several strokes: a rebuild waits until they are done."""
POLL_SECONDS = 25
RELOADER = "/__relire.js"
VERSION = "/__version"
SCRIPT = f"""let seen = null;
for (;;) {{
  try {{
    const now = await (await fetch("{VERSION}?vue=" + (seen ?? ""))).text();
    if (seen !== null && now !== seen) location.reload();
    seen = now;
  }} catch {{
    await new Promise((done) => setTimeout(done, 1000));
  }}
}}
"""


class LiveSite(FileSystemEventHandler):
    """A corpus and the site built from it, rebuilt when asked.

    `prints`: its documents are printed by another process while the site is already served, then linked.
    """

    def __init__(self, corpus: Path, site: Path, address: str, *, prints: bool = False) -> None:
        self.prints = prints
        self.printing: subprocess.Popen[bytes] | None = None
        self.corpus, self.site, self.address = corpus, site, address
        self.version = 0
        self.stopped = False
        self.changed = threading.Event()
        self.built = threading.Condition()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Called by watchdog; reading a file is no change."""
        if event.event_type not in ("opened", "closed_no_write") and not event.is_directory:
            self.changed.set()

    def rebuild(self) -> bool:
        """Builds; on failure says why and leaves the site as it was. Returns whether it was built."""
        start = time.perf_counter()
        try:
            built = build_site(self.corpus, self.site, self.address, Paper.PRINTED_BEFORE)
        except BlockedByProblemsError as error:
            print(as_text(error.problems))
            print(f"{len(error.problems)} problèmes : le dernier site valable reste servi.", flush=True)
            return False
        except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever a half-written template raises, the server lives on
            traceback.print_exception(error, limit=-2)
            print("La construction a échoué : le dernier site valable reste servi.", flush=True)
            return False
        with self.built:
            self.version += 1
            self.built.notify_all()
        seconds = f"{time.perf_counter() - start:.1f}".replace(".", ",")
        print(f"{len(built.catalogue.practices)} fiches, {seconds} s : {self.address}", flush=True)
        if self.prints and built.paper.missing and not self.printing:
            print(f"{built.paper.missing} PDF s’impriment en arrière-plan ; leurs liens viendront ensuite.", flush=True)
            threading.Thread(target=self._print, daemon=True).start()
        return True

    def _print(self) -> None:
        """Prints what is missing, then asks for a rebuild. A machine that cannot print says so once."""
        with tempfile.TemporaryDirectory() as folder:
            options = ("--doucement", "--practices", str(self.corpus), "--base-url", self.address, "--dossier", folder)
            command = [sys.executable, str(Path(__file__).with_name("documents.py")), *options]
            self.printing = subprocess.Popen(command, stdout=subprocess.DEVNULL)
            self.prints = self.printing.wait() == 0
        self.printing = None
        if self.prints:
            self.changed.set()

    def serve(self, port: int, watched: Iterable[Path]) -> None:
        """Serves until interrupted. Raises OSError when the port is taken."""
        server = ThreadingHTTPServer(("127.0.0.1", port), partial(_Handler, self))
        observer = Observer()
        for path in watched:
            observer.schedule(self, str(path), recursive=path.is_dir())
        observer.start()
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            while not self.stopped:
                self.changed.wait()
                while self.changed.is_set():
                    self.changed.clear()
                    time.sleep(QUIET_SECONDS)
                if not self.stopped:
                    self.rebuild()
        finally:
            observer.stop()
            server.shutdown()
            server.server_close()

    def stop(self) -> None:
        """Ends `serve`."""
        self.stopped = True
        if printing := self.printing:
            printing.terminate()
        self.changed.set()

    def wait_for_change(self, seen: str) -> str:
        """The site's version as soon as it differs from `seen`, or after a while."""
        with self.built:
            self.built.wait_for(lambda: str(self.version) != seen, timeout=POLL_SECONDS)
            return str(self.version)


class _Handler(SimpleHTTPRequestHandler):
    """The built files, each page with the reloading script added; the 404 page in French."""

    def __init__(self, live: LiveSite, *arguments: object) -> None:
        self.live = live
        super().__init__(*arguments, directory=str(live.site))  # type: ignore[arg-type]

    def do_GET(self) -> None:
        route, _, query = self.path.partition("?")
        if route == RELOADER:
            self._answer(SCRIPT.encode(), "text/javascript")
        elif route == VERSION:
            self._answer(self.live.wait_for_change(query.removeprefix("vue=")).encode(), "text/plain")
        elif (page := self._page(route)) and page.is_file():
            self._answer(self._with_reloader(page), "text/html; charset=utf-8")
        elif page or not Path(self.translate_path(route)).exists():
            self._answer(self._with_reloader(self.live.site / "404.html"), "text/html; charset=utf-8", 404)
        else:
            super().do_GET()

    def _page(self, route: str) -> Path | None:
        target = Path(self.translate_path(route))
        if route.endswith("/"):
            return target / "index.html"
        return target if target.suffix == ".html" else None

    def _with_reloader(self, page: Path) -> bytes:
        script = f'<script type="module" src="{RELOADER}"></script></body>'
        return page.read_bytes().replace(b"</body>", script.encode())

    def _answer(self, body: bytes, kind: str, status: int = 200) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - the library's name
        """Silent: the terminal is for the writer's problems."""
