"""What an entry points at exists: terms, sheets, sources."""

import re
from collections.abc import Iterator

from catalogue.fields import JOINT_MARK, SOURCE_MARK, Term, Text
from catalogue.model import Entry, Practice, Replication, Withdrawal, Workshop, marked_values
from catalogue.nearest import remedy_for, suggestion
from catalogue.problems import Fault, Path, cut, quoted
from catalogue.rules import Context, rule
from catalogue.vocabulary import Vocabulary


@rule
def terme_inconnu(entry: Entry, context: Context) -> Iterator[Fault]:
    """Un code vient du vocabulaire de sa clé."""
    for path, value, marks in marked_values(entry):
        for mark in marks:
            if isinstance(mark, Term) and value not in (vocabulary := context.catalogue.vocabularies[mark.vocabulary]):
                known = _term_called(value, vocabulary)
                where = f"practices/vocabulaires/{mark.vocabulary}.yaml"
                remedy = f"écrivez « {known} »" if known else remedy_for(value, vocabulary.by_code, where)
                yield Fault(path, f"{quoted(value)} n’est pas un terme de « {vocabulary.libelle} »", remedy)


def _term_called(words: str, vocabulary: Vocabulary) -> str | None:
    """The code of the term labelled `words`, or having it as a synonym; when several share it, the one it abridges."""
    called = words.casefold()
    labelled = [term.code for term in vocabulary.termes if term.libelle.casefold() == called]
    synonymous = [
        term.code for term in vocabulary.termes if called in (synonym.casefold() for synonym in term.synonymes)
    ]
    found = [*labelled, *synonymous]
    return called if called in found else next(iter(found), None)


@rule
def terme_inactif(entry: Entry, context: Context) -> Iterator[Fault]:
    """Un dispositif terminé se dit au passé : la fiche donne sa période."""
    if not isinstance(entry, Practice) or entry.periode:
        return
    for position, programme in enumerate(entry.dispositifs):
        term = context.catalogue.vocabularies["dispositifs"].by_code.get(programme.code)
        if term and not term.actif:
            yield Fault(
                ("dispositifs", position, "code"),
                f"« {term.libelle} » est terminé",
                "ajoutez « periode: … » pour que personne ne le croie ouvert",
            )


@rule
def lien_interne_mort(entry: Entry, context: Context) -> Iterator[Fault]:
    """Une fiche citée existe."""
    for path, identifier in _sheet_references(entry):
        if withdrawn := context.catalogue.withdrawals.get(identifier):
            remedy = (
                f"citez « {withdrawn.remplacee_par} », ou retirez la ligne"
                if withdrawn.remplacee_par
                else "retirez la ligne"
            )
            yield Fault(path, f"La fiche {quoted(identifier)} a été retirée", remedy)
        elif identifier not in context.sheet_names:
            near = suggestion(identifier, sorted(context.sheet_names))
            remedy = (
                f"vouliez-vous dire « {near} » ?" if near else "l’identifiant d’une fiche est le nom de son fichier"
            )
            yield Fault(path, f"Aucune fiche {quoted(identifier)}", remedy)
        elif isinstance(entry, Practice) and identifier == entry.id:
            yield Fault(path, "La fiche se cite elle-même", "citez une autre fiche, ou retirez la ligne")


def _sheet_references(entry: Entry) -> Iterator[tuple[Path, str]]:
    match entry:
        case Practice():
            for position, link in enumerate(entry.voir_aussi):
                yield ("voir_aussi", position, "id"), link.id
            if entry.remplacee_par:
                yield ("remplacee_par",), entry.remplacee_par
        case Replication():
            yield ("fiche",), entry.fiche
        case Withdrawal():
            if entry.remplacee_par:
                yield ("remplacee_par",), entry.remplacee_par
        case Workshop():
            for rank, sequence in enumerate(entry.sequences):
                for position, identifier in enumerate(sequence.fiches):
                    yield ("sequences", rank, "fiches", position), identifier


@rule
def source_inconnue(entry: Entry, context: Context) -> Iterator[Fault]:
    """Un renvoi à une source, [s1] dans un texte ou « source: s1 », vise une source de la fiche."""
    known = {source.id for source in entry.sources} if isinstance(entry, Practice | Replication) else set[str]()
    for path, identifier in _source_references(entry):
        if identifier not in known:
            listed = (
                f"sources de la fiche : {', '.join(sorted(known))}"
                if known
                else "ce fichier n’a pas de sources : retirez le renvoi"
            )
            yield Fault(path, f"Aucune source « {identifier} »", listed)
    for path, identifiers in _joint_references(entry):
        separate = "".join(f"[{one}]" for one in identifiers)
        message = f"Aucune source {quoted(', '.join(identifiers))}"
        yield Fault(path, message, f"une source par crochets : {cut(separate)}")


@rule
def source_orpheline(entry: Entry, context: Context) -> Iterator[Fault]:
    """Chaque source sert : un chiffre, une parole ou un texte y renvoie. Une graine peut n’avoir que sa liste."""
    if not isinstance(entry, Practice) or not context.is_past_seed(entry):
        return
    cited = {identifier for _, identifier in _source_references(entry)}
    cited |= {identifier for _, identifiers in _joint_references(entry) for identifier in identifiers}
    for position, source in enumerate(entry.sources):
        if source.id not in cited:
            yield Fault(
                ("sources", position, "id"),
                f"La source « {source.id} » n’est citée nulle part",
                f"ajoutez [{source.id}] là où elle sert, ou retirez-la",
            )


def _source_references(entry: Entry) -> Iterator[tuple[Path, str]]:
    for path, text in _citing_texts(entry):
        for match in SOURCE_MARK.finditer(text):
            yield path, match[1]
    for path, value, _ in marked_values(entry):
        if path[-1] == "source":
            yield path, value


def _joint_references(entry: Entry) -> Iterator[tuple[Path, list[str]]]:
    """Sources cited together, [s1, s2]. Words between brackets, none of them a source, are only words."""
    known = {source.id for source in entry.sources} if isinstance(entry, Practice | Replication) else set[str]()
    for path, text in _citing_texts(entry):
        for match in JOINT_MARK.finditer(text):
            identifiers = [one for one in re.split(r"[ ,;]+", match[1]) if one != "et"]
            if known.intersection(identifiers):
                yield path, identifiers


def _citing_texts(entry: Entry) -> Iterator[tuple[Path, str]]:
    for path, value, marks in marked_values(entry):
        if any(isinstance(mark, Text) for mark in marks) and path[0] != "sources":
            yield path, value


@rule
def source_sans_adresse(entry: Entry, context: Context) -> Iterator[Fault]:
    """Une source se retrouve : elle a une adresse, ou dit pourquoi elle n’en a pas, ou est l’article fondateur."""
    if not isinstance(entry, Practice | Replication):
        return
    for position, source in enumerate(entry.sources):
        findable = source.url or source.lu_en_copie or source.adresse_omise or source.type == "article-fondateur"
        if not findable and context.knows("types-sources", source.type):
            remedy = "ajoutez « url: https://… », ou « lu_en_copie: oui » si l’original n’est plus en ligne"
            yield Fault(("sources", position), f"La source « {source.id} » n’a pas d’adresse", remedy)
        if source.url and source.lu_en_copie:
            yield Fault(
                ("sources", position, "url"),
                f"La source « {source.id} » a été lue en copie",
                "retirez « url » : on ne renvoie pas à une copie",
            )


@rule
def source_en_double(entry: Entry, context: Context) -> Iterator[Fault]:
    """Deux sources d’une fiche n’ont ni le même identifiant ni la même adresse."""
    if not isinstance(entry, Practice | Replication):
        return
    seen: set[str] = set()
    for position, source in enumerate(entry.sources):
        for key, value in (("id", source.id), ("url", source.url)):
            if value and value in seen:
                yield Fault(
                    ("sources", position, key), f"{quoted(value)} sert déjà plus haut", "une seule entrée par source"
                )
            if value:
                seen.add(value)


@rule
def sous_theme_etranger(entry: Entry, context: Context) -> Iterator[Fault]:
    """Un sous-thème appartient à un thème de la fiche."""
    if not isinstance(entry, Practice):
        return
    sub_themes = context.catalogue.vocabularies["sous-themes"]
    themes = (entry.theme, *entry.autres_themes)
    if not all(context.knows("themes", theme) for theme in themes):
        return
    allowed = [term.code for term in sub_themes.termes if term.parent in themes]
    for position, code in enumerate(entry.sous_themes):
        if code in sub_themes and code not in allowed:
            parent = sub_themes[code].parent
            yield Fault(
                ("sous_themes", position),
                f"« {code} » relève du thème « {parent} »",
                f"choisissez parmi {', '.join(allowed)}, ou ajoutez « autres_themes: [{parent}] »",
            )


@rule
def valeur_repetee(entry: Entry, context: Context) -> Iterator[Fault]:
    """Une liste ne dit pas deux fois la même chose."""
    seen: dict[tuple[Path, str], int] = {}
    for path, value, _ in marked_values(entry):
        if isinstance(path[-1], int):
            if (path[:-1], value) in seen:
                yield Fault(path, f"{quoted(value)} est déjà dans la liste", "retirez la répétition")
            seen[path[:-1], value] = path[-1]
    if isinstance(entry, Practice) and entry.theme in entry.autres_themes:
        yield Fault(
            ("autres_themes", entry.autres_themes.index(entry.theme)),
            f"« {entry.theme} » est déjà le thème du dossier",
            "n’indiquez ici que les autres thèmes",
        )
