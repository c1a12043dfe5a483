"""Search quality on real queries, through the real page: `make bench-recherche`.

success@k: a relevant sheet is among the first k. Queries whose sheets are not written yet are left out and counted.
"""

import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote_plus

import yaml
from playwright.sync_api import Page, sync_playwright

from browser.chromium import ARGUMENTS, chromium
from browser.static_host import hosted
from building import build_site
from catalogue.corpus import PRACTICES

QUERIES = [Path(__file__).parents[1] / name for name in ("requetes.yml", "requetes-essaim.yml")]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query returned: `rank` is that of the first relevant sheet, 1-based, None when it is not shown."""

    query: str
    kind: str
    rank: int | None
    count: int


def measure(page: Page, address: str, queries: Iterable[dict[str, object]]) -> list[Answer]:
    """Asks each query of the search page and reads the ranks off it."""
    answers = []
    for query in queries:
        page.goto(f"{address}recherche/?q={quote_plus(str(query['q']))}")
        page.locator("#resultats [data-fiche], #vide [data-fiche]").first.wait_for()
        shown = [item.get_attribute("data-fiche") for item in page.locator("#resultats [data-fiche]").all()]
        relevant = query["pertinentes"]
        assert isinstance(relevant, list)
        rank = next((place for place, identifier in enumerate(shown, start=1) if identifier in relevant), None)
        answers.append(Answer(str(query["q"]), str(query["genre"]), rank, len(shown)))
    return answers


def table(answers: list[Answer]) -> str:
    """success@1, @3, mean reciprocal rank and empty answers, by kind then in all."""
    groups: dict[str, list[Answer]] = defaultdict(list)
    for answer in answers:
        groups[answer.kind].append(answer)
    groups["ensemble"] = answers
    lines = [f"{'genre':<12} {'requêtes':>8} {'succès@1':>9} {'succès@3':>9} {'MRR':>6} {'vides':>6}"]
    for kind, group in groups.items():
        first = sum(answer.rank == 1 for answer in group) / len(group)
        third = sum(answer.rank is not None and answer.rank <= 3 for answer in group) / len(group)
        reciprocal = sum(1 / answer.rank for answer in group if answer.rank) / len(group)
        empty = sum(answer.count == 0 for answer in group)
        lines.append(f"{kind:<12} {len(group):>8} {first:>9.2f} {third:>9.2f} {reciprocal:>6.2f} {empty:>6}")
    return "\n".join(lines)


def main() -> int:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder) / "site"
        sheets = build_site(PRACTICES, site).catalogue.practices
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(ARGUMENTS))
        with hosted(site) as address:
            for path in QUERIES:
                queries = yaml.safe_load(path.read_text(encoding="utf-8"))
                answerable = [query for query in queries if any(one in sheets for one in query["pertinentes"])]
                answers = measure(browser.new_page(), address, answerable)
                missed = [answer for answer in answers if answer.rank is None or answer.rank > 3]
                print(f"\n{path.name}")
                print("".join(f"rang {answer.rank or '-'} : {answer.query}\n" for answer in missed))
                print(table(answers))
                print(f"{len(queries) - len(answerable)} requêtes laissées de côté, sans fiche écrite")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
