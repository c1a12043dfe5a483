"""Finds Chromium, or installs the system's package where that is allowed, or says what to install."""

import os
import shutil
import subprocess
import sys

from browser.chromium import HOW_TO_INSTALL, find_chromium

PACKAGES = ("chromium-headless-shell", "chromium")
"""Debian's, the lighter one first: an older release has the second only."""


def main() -> int:
    if find_chromium():
        return 0
    if shutil.which("apt-get") and os.geteuid() == 0:
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], env=quiet, check=False, stdout=subprocess.DEVNULL)
        for package in PACKAGES:
            subprocess.run(
                ["apt-get", "install", "-y", "-qq", package], env=quiet, check=False, stdout=subprocess.DEVNULL
            )
            if find_chromium():
                return 0
    print(HOW_TO_INSTALL, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
