"""What a page downloads, compressed, as the browser counts it: its workers' requests too."""

from playwright.sync_api import Page, Request


class Traffic:
    """Listens from its making on."""

    def __init__(self, page: Page) -> None:
        self.requests: list[Request] = []
        page.on("requestfinished", lambda request: self.requests.append(request))  # noqa: PLW0108 - Playwright marks what it is given

    @property
    def urls(self) -> list[str]:
        return [request.url for request in self.requests]

    @property
    def size(self) -> int:
        """Bytes, headers included."""
        sizes = [request.sizes() for request in self.requests]
        return sum(one["responseBodySize"] + one["responseHeadersSize"] for one in sizes)
