"""Brings the system library that draws PDFs, where that is allowed; elsewhere says how. Never fails: a site needs no PDF."""

import os
import shutil
import subprocess
import sys

PACKAGES = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")


def main() -> int:
    if can_print():
        return 0
    if shutil.which("apt-get") and (before := rights()) is not None:
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (("apt-get", "update", "-qq"), ("apt-get", "install", "-y", "-qq", *PACKAGES)):
            subprocess.run([*before, *command], env=quiet, check=False, stdout=subprocess.DEVNULL)
    if not can_print():
        packages = " ".join(PACKAGES)
        print(
            f"Les PDF demandent Pango : « apt install {packages} », ou « brew install pango ». Le site s’en passe.",
            file=sys.stderr,
        )
    return 0


def can_print() -> bool:
    """Asked to another process: a library that failed to load is not tried again in this one."""
    done = subprocess.run([sys.executable, "-c", "import weasyprint"], check=False, capture_output=True)
    return done.returncode == 0


def rights() -> list[str] | None:
    """What goes before a command to install: nothing for root, sudo on a machine made for checks, None elsewhere."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return []
    return ["sudo", "-n"] if os.environ.get("CI") and shutil.which("sudo") else None


if __name__ == "__main__":
    sys.exit(main())
