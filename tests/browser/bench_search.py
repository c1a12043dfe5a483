"""Search quality, weight and speed on real queries, through the real page: `make bench-recherche`.

success@k: a relevant sheet is among the first k; MRR: mean of 1 / rank of the first relevant one. The rivals answer the
same queries on the same sheets in the same run. How the queries were kept apart: docs/comprendre-la-recherche.md.
"""

import statistics
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote_plus

import yaml
from playwright.sync_api import Browser, Page, sync_playwright

from browser.chromium import ARGUMENTS, chromium
from browser.rivals import ask_material, ask_pagefind, material, plain_pagefind
from browser.static_host import hosted
from browser.traffic import Traffic
from building import build_site
from catalogue.corpus import PRACTICES

FOLDER = Path(__file__).parents[1]
TUNED, SHARED, WITNESS = "requetes-essaim.yml", "requetes.yml", "requetes-temoin.yml"
SECOND_WITNESS = "requetes-temoin-2.yml"
SLOWED = 4
"""How many times slower the processor is made to seem: a phone of the middle range beside a desk's machine."""
TIMED_QUERIES = 30
TYPE = """async query => {
    const [input, list] = ["recherche-q", "resultats"].map(id => document.getElementById(id));
    const start = performance.now();
    const shown = new Promise(done => new MutationObserver((_, watcher) => { watcher.disconnect(); done(); }).observe(list, { childList: true }));
    input.value = query;
    input.dispatchEvent(new Event("input", { bubbles: true }));
    await shown;
    await new Promise(requestAnimationFrame);
    return performance.now() - start;
}"""

Query = dict[str, Any]
Ask = Callable[[str], list[str]]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query returned: `rank` is that of the first relevant sheet, 1-based, None when it is not shown."""

    query: str
    kind: str
    rank: int | None
    count: int


def queries_of(name: str) -> list[Query]:
    found: list[Query] = yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))
    return found


def measure(ask: Ask, queries: Iterable[Query]) -> list[Answer]:
    """Asks each query and notes the rank of the first relevant sheet."""
    answers = []
    for query in queries:
        shown = ask(query["q"])
        rank = next((place for place, one in enumerate(shown, start=1) if one in query["pertinentes"]), None)
        answers.append(Answer(query["q"], query["genre"], rank, len(shown)))
    return answers


def ask_essaim(page: Page, address: str, query: str) -> list[str]:
    """The first sheets that the search page shows, none when it only offers neighbours."""
    page.goto(f"{address}recherche/?q={quote_plus(query)}")
    page.locator("#resultats [data-fiche], #vide [data-fiche]").first.wait_for()
    shown: list[str] = page.locator("#resultats [data-fiche]").evaluate_all("all => all.map(one => one.dataset.fiche)")
    return shown


def table(engine: str, answers: list[Answer]) -> str:
    """success@1, @3, @5, mean reciprocal rank and empty answers, by kind then in all."""
    groups: dict[str, list[Answer]] = defaultdict(list)
    for answer in answers:
        groups[answer.kind].append(answer)
    groups["ensemble"] = answers
    lines = [f"{engine:<16} {'requêtes':>8} {'succès@1':>9} {'succès@3':>9} {'succès@5':>9} {'MRR':>6} {'vides':>6}"]
    for kind, group in groups.items():
        within = [sum(one.rank is not None and one.rank <= limit for one in group) / len(group) for limit in (1, 3, 5)]
        reciprocal = sum(1 / one.rank for one in group if one.rank) / len(group)
        empty = sum(one.count == 0 for one in group)
        shares = " ".join(f"{share:>9.2f}" for share in within)
        lines.append(f"{kind:<16} {len(group):>8} {shares} {reciprocal:>6.2f} {empty:>6}")
    return "\n".join(lines)


def first_search_weights(browser: Browser, address: str, queries: Iterable[Query]) -> list[int]:
    """Bytes of a first search, nothing cached, for each query."""
    weights = []
    for query in queries:
        page = browser.new_page()
        traffic = Traffic(page)
        page.goto(f"{address}recherche/?q={quote_plus(query['q'])}", wait_until="networkidle")
        weights.append(traffic.size)
        page.context.close()
    return weights


def typing_delays(browser: Browser, address: str, queries: list[Query]) -> list[float]:
    """Milliseconds from the last key to results drawn, on a processor slowed down, everything loaded."""
    page = browser.new_page()
    page.goto(f"{address}recherche/?q=emploi", wait_until="networkidle")
    for query in queries:  # the pieces of the index come first
        page.evaluate(TYPE, query["q"])
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
    page.evaluate(TYPE, "emploi")
    return [page.evaluate(TYPE, query["q"]) for query in queries]


def main() -> int:
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        browser = stack.enter_context(sync_playwright()).chromium.launch(
            executable_path=chromium(), args=list(ARGUMENTS)
        )
        build_site(PRACTICES, folder / "site")
        address = stack.enter_context(hosted(folder / "site"))
        pages = [browser.new_page() for _ in range(3)]
        plain = stack.enter_context(plain_pagefind(folder / "site", folder / "pagefind"))
        ready = stack.enter_context(material(folder / "site", folder / "material"))
        pages[1].goto(plain)
        engines: dict[str, Ask] = {
            "Essaim": lambda query: ask_essaim(pages[0], address, query),
            "Pagefind seul": lambda query: ask_pagefind(pages[1], query),
            "Material": lambda query: ask_material(pages[2], ready, query),
        }
        for name in (SHARED, WITNESS, SECOND_WITNESS, TUNED):
            print(f"\n{name}")
            rivals = engines if name in (SHARED, WITNESS) else {"Essaim": engines["Essaim"]}
            for engine, ask in rivals.items():
                print(table(engine, measure(ask, queries_of(name))), flush=True)
        timed = queries_of(WITNESS)[:: len(queries_of(WITNESS)) // TIMED_QUERIES]
        weights = first_search_weights(browser, address, timed)
        delays = typing_delays(browser, address, timed)
        print(
            f"\nPremière recherche : {statistics.median(weights) / 1024:.0f} ko (médiane), {max(weights) / 1024:.0f} ko au plus"
        )
        print(
            f"De la dernière touche aux résultats, processeur ralenti {SLOWED} fois : "
            f"{statistics.median(delays):.0f} ms (médiane), {max(delays):.0f} ms au plus"
        )
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
