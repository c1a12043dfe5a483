"""How to cite a sheet: a sentence for a report."""

from datetime import date

from catalogue.codes import short_code
from catalogue.model import Practice
from catalogue.typography import french

MONTHS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)


def french_date(written: str | date) -> str:
    """2023-02-13 → 13 février 2023; 2023-02 → février 2023; 2023 → 2023."""
    parts = str(written).split("-")
    if len(parts) == 1:
        return parts[0]
    month = MONTHS[int(parts[1]) - 1]
    if len(parts) == 2:
        return f"{month} {parts[0]}"
    day = int(parts[2])
    return f"{'1er' if day == 1 else day} {month} {parts[0]}"


def citation(practice: Practice, site_url: str) -> str:
    """« Titre », Essaim, version du …, adresse. Without a known site address, the short code stands for it."""
    version = f", version du {french_date(practice.date_maj)}" if practice.date_maj else ""
    code = short_code(practice.id)
    where = f"{site_url.rstrip('/')}/f/{code}/" if site_url else f"code {code}"
    return french(f"« {practice.titre} », Essaim, base de pratiques d’insertion{version}, {where}")
