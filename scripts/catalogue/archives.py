"""Files → a zip archive whose bytes depend on nothing but the files."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first date a zip can tell: the same files make the same archive on any day."""
ORDINARY_FILE = 0o100644 << 16


def archive(files: Mapping[str, bytes]) -> bytes:
    """A zip of `files` (path → contents), in their order."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as written:
        for path, contents in files.items():
            entry = ZipInfo(path, EPOCH)
            entry.compress_type = ZIP_STORED if path.endswith(".pdf") else ZIP_DEFLATED  # a PDF is compressed already
            entry.create_system = 3  # Unix, on every machine
            entry.external_attr = ORDINARY_FILE
            written.writestr(entry, contents)
    return out.getvalue()
