"""Writes what the questions decide outside the site: issue forms, models of CONTRIBUTING.md. `make formulaires`."""

import re
import sys

from catalogue.blank import blank
from catalogue.corpus import PRACTICES
from catalogue.issue_forms import KINDS, as_yaml
from catalogue.vocabulary_files import load_vocabularies

ROOT = PRACTICES.parent
FORMS = ROOT / ".github" / "ISSUE_TEMPLATE"
GUIDE = ROOT / "CONTRIBUTING.md"
_MODEL = re.compile(r"(<!-- modele:(\w+) -->\n).*?(<!-- /modele -->)", re.DOTALL)


def main() -> int:
    vocabularies = load_vocabularies(PRACTICES, [])
    files = {FORMS / f"{kind.file}.yml": as_yaml(kind, vocabularies) for kind in KINDS}
    files[GUIDE] = with_models(GUIDE.read_text(encoding="utf-8"))
    for path, text in files.items():
        path.write_text(text, encoding="utf-8")
        print(path.relative_to(ROOT))
    return 0


def with_models(page: str) -> str:
    """The guide with its models up to date: each between « modele:… » and « /modele »."""
    return _MODEL.sub(lambda match: f"{match[1]}```yaml\n{blank(match[2]).strip()}\n```\n{match[3]}", page)


if __name__ == "__main__":
    sys.exit(main())
