"""Writes the issue forms out of the questions: `make formulaires`."""

import sys

from catalogue.corpus import PRACTICES
from catalogue.issue_forms import KINDS, as_yaml
from catalogue.vocabulary_files import load_vocabularies

FOLDER = PRACTICES.parent / ".github" / "ISSUE_TEMPLATE"


def main() -> int:
    vocabularies = load_vocabularies(PRACTICES, [])
    for kind in KINDS:
        path = FOLDER / f"{kind.file}.yml"
        path.write_text(as_yaml(kind, vocabularies), encoding="utf-8")
        print(path.relative_to(PRACTICES.parent))
    return 0


if __name__ == "__main__":
    sys.exit(main())
