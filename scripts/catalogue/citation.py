"""How a sheet is cited in a report, and how dates and durations are said in French."""

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


def french_duration(minutes: int) -> str:
    """45 → 45 min; 60 → 1 h; 95 → 1 h 35. No-break spaces inside."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest}\u00a0min"
    return f"{hours}\u00a0h" + (f"\u00a0{rest:02}" if rest else "")


def french_size(octets: int) -> str:
    """48_320 → 48 ko; 1_240_000 → 1,2 Mo. Thousands, as files are sold; no-break spaces inside."""
    if octets < 999_500:
        return f"{max(1, round(octets / 1000))}\u00a0ko"
    return f"{octets / 1_000_000:.1f}\u00a0Mo".replace(".", ",")


def citation(practice: Practice, site_url: str) -> str:
    """« Titre », Essaim, version du …, adresse. Without a known site address, the short code stands for it."""
    version = f", version du {french_date(practice.date_maj)}" if practice.date_maj else ""
    code = short_code(practice.id)
    where = f"{site_url.rstrip('/')}/f/{code}/" if site_url else f"code {code}"
    return french(f"« {practice.titre} », Essaim, base de pratiques d’insertion{version}, {where}")
