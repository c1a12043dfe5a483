"""What the browser compares a draft with: the stems of each sheet's words, counted."""

from collections import Counter
from typing import Any

from catalogue.catalogue import Catalogue
from catalogue.related import prose, stems


def likeness_data(catalogue: Catalogue) -> dict[str, Any]:
    """`racines`: every stem, sorted. `fiches`: for each sheet, in the catalogue's order, the ranks of its stems.

    A rank is a step from the one before; a stem met several times is « step×count ».
    """
    counted = [Counter(stems(prose(practice))) for practice in catalogue.practices.values()]
    known = sorted({stem for one in counted for stem in one})
    ranks = {stem: rank for rank, stem in enumerate(known)}
    return {
        "racines": " ".join(known),
        "fiches": [_coded({ranks[stem]: n for stem, n in one.items()}) for one in counted],
    }


def _coded(counts: dict[int, int]) -> str:
    words, before = [], -1
    for rank in sorted(counts):
        times = f"×{counts[rank]}" if counts[rank] > 1 else ""
        words.append(f"{rank - before}{times}")
        before = rank
    return " ".join(words)
