"""Where the tests' browser is: the system's own Chromium, never one that Playwright downloads."""

import shutil

# First the engine alone, without the window and its own pages: the tests take a third less time.
NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
)
HOW_TO_INSTALL = "Chromium manque : installez le paquet « chromium » de votre système (sous Debian : apt install chromium-headless-shell, plus léger)."
# A headless browser that calls nobody.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-gpu",
)


def find_chromium() -> str | None:
    """The path of the first browser found."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def chromium() -> str:
    """The browser's path. Raises RuntimeError saying what to install."""
    found = find_chromium()
    if not found:
        raise RuntimeError(HOW_TO_INSTALL)
    return found
