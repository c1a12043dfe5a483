"""What an entry points at exists: terms, sheets, sources."""

import re
from collections.abc import Iterator

from catalogue.demands import unmet
from catalogue.fields import JOINT_MARK, SOURCE_MARK, Kind, Term, Text
from catalogue.marks import marked_values
from catalogue.model import Entry, Practice, Replication
from catalogue.nearest import remedy_for, suggestion
from catalogue.phrases import fault, piece
from catalogue.problems import Fault, Path, cut, quoted
from catalogue.rules import Context, rule
from catalogue.vocabulary import Vocabulary

BETWEEN_MARKS = re.compile(r"[ ,;]+")


@rule
def terme_inconnu(entry: Entry, context: Context) -> Iterator[Fault]:
    """Un code vient du vocabulaire de sa clé."""
    for path, value, marks in marked_values(entry):
        for mark in marks:
            if isinstance(mark, Term) and value not in (vocabulary := context.catalogue.vocabularies[mark.vocabulary]):
                known = _term_called(value, vocabulary)
                where = f"practices/vocabulaires/{mark.vocabulary}.yaml"
                remedy = piece("terme", terme=known) if known else remedy_for(value, vocabulary.by_code, where)
                yield fault(path, "terme-inconnu", code=quoted(value), vocabulaire=vocabulary.libelle, remede=remedy)


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
            yield fault(("dispositifs", position, "code"), "terme-inactif", libelle=term.libelle)


@rule
def lien_interne_mort(entry: Entry, context: Context) -> Iterator[Fault]:
    """Une fiche citée existe."""
    for path, identifier in _sheet_references(entry):
        if withdrawn := context.catalogue.withdrawals.get(identifier):
            other = withdrawn.remplacee_par
            remedy = piece("remplacee", autre=other) if other else piece("retirez")
            yield fault(path, "lien-interne-mort/retiree", fiche=quoted(identifier), remede=remedy)
        elif identifier not in context.sheet_names:
            near = suggestion(identifier, sorted(context.sheet_names))
            remedy = piece("proche", proche=near) if near else piece("nom_de_fichier")
            yield fault(path, "lien-interne-mort", fiche=quoted(identifier), remede=remedy)
        elif isinstance(entry, Practice) and identifier == entry.id:
            yield fault(path, "lien-interne-mort/soi")


def _sheet_references(entry: Entry) -> Iterator[tuple[Path, str]]:
    for path, value, marks in marked_values(entry):
        if any(isinstance(mark, Kind) and mark.name == "fiche" for mark in marks):
            yield path, value


@rule
def source_inconnue(entry: Entry, context: Context) -> Iterator[Fault]:
    """Un renvoi à une source, [s1] dans un texte ou « source: s1 », vise une source de la fiche."""
    known = {source.id for source in entry.sources} if isinstance(entry, Practice | Replication) else set[str]()
    for path, identifier in _source_references(entry):
        if identifier not in known:
            listed = piece("sources", liste=", ".join(sorted(known))) if known else piece("sans_source")
            yield fault(path, "source-inconnue", source=identifier, remede=listed)
    for path, identifiers in _joint_references(entry):
        separate = "".join(f"[{one}]" for one in identifiers)
        yield fault(path, "source-inconnue/jointes", source=quoted(", ".join(identifiers)), separees=cut(separate))


@rule
def source_orpheline(entry: Entry, context: Context) -> Iterator[Fault]:
    """Chaque source sert : un chiffre, une parole ou un texte y renvoie. Une graine peut n’avoir que sa liste."""
    if not isinstance(entry, Practice) or not context.is_past_seed(entry):
        return
    cited = {identifier for _, identifier in _source_references(entry)}
    cited |= {identifier for _, identifiers in _joint_references(entry) for identifier in identifiers}
    for position, source in enumerate(entry.sources):
        if source.id not in cited:
            yield fault(("sources", position, "id"), "source-orpheline", source=source.id)


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
            identifiers = [one for one in BETWEEN_MARKS.split(match[1]) if one != "et"]
            if known.intersection(identifiers):
                yield path, identifiers


def _citing_texts(entry: Entry) -> Iterator[tuple[Path, str]]:
    for path, value, marks in marked_values(entry):
        if any(isinstance(mark, Text) for mark in marks) and path[0] != "sources":
            yield path, value


@rule
def source_sans_adresse(entry: Entry, context: Context) -> Iterator[Fault]:
    """Une source se retrouve : elle a une adresse, ou dit pourquoi elle n’en a pas, ou est l’article fondateur."""
    yield from unmet("source-sans-adresse", entry, context.catalogue.vocabularies)


@rule
def source_en_double(entry: Entry, context: Context) -> Iterator[Fault]:
    """Deux sources d’une fiche n’ont ni le même identifiant ni la même adresse."""
    if not isinstance(entry, Practice | Replication):
        return
    seen: set[str] = set()
    for position, source in enumerate(entry.sources):
        for key, value in (("id", source.id), ("url", source.url)):
            if value and value in seen:
                yield fault(("sources", position, key), "source-en-double", valeur=quoted(value))
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
            path, listed = ("sous_themes", position), ", ".join(allowed)
            yield fault(path, "sous-theme-etranger", code=code, parent=parent, permis=listed)


@rule
def valeur_repetee(entry: Entry, context: Context) -> Iterator[Fault]:
    """Une liste ne dit pas deux fois la même chose."""
    seen: dict[tuple[Path, str], int] = {}
    for path, value, _ in marked_values(entry):
        if isinstance(path[-1], int):
            if (path[:-1], value) in seen:
                yield fault(path, "valeur-repetee", valeur=quoted(value))
            seen[path[:-1], value] = path[-1]
    if isinstance(entry, Practice) and entry.theme in entry.autres_themes:
        place = ("autres_themes", entry.autres_themes.index(entry.theme))
        yield fault(place, "valeur-repetee/theme", theme=entry.theme)
