"""What an entry points at exists: terms, sheets, sources."""

from collections.abc import Iterator

from catalogue.fields import SOURCE_MARK, Term, Text
from catalogue.model import Entry, Practice, Replication, Workshop, marked_values
from catalogue.nearest import remedy_for, suggestion
from catalogue.problems import Fault, Path
from catalogue.rules import Context, rule


@rule
def terme_inconnu(entry: Entry, context: Context) -> Iterator[Fault]:
    """Un code vient du vocabulaire de sa clé."""
    for path, value, marks in marked_values(entry):
        for mark in marks:
            if isinstance(mark, Term) and value not in (vocabulary := context.catalogue.vocabularies[mark.vocabulary]):
                where = f"practices/vocabulaires/{mark.vocabulary}.yaml"
                labels = {term.libelle.casefold(): term.code for term in vocabulary.termes}
                synonyms = {word.casefold(): term.code for term in vocabulary.termes for word in term.synonymes}
                known = (synonyms | labels).get(value.casefold())
                remedy = f"écrivez « {known} »" if known else remedy_for(value, vocabulary.by_code, where)
                yield Fault(path, f"« {value} » n’est pas un terme de « {vocabulary.libelle} »", remedy)


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
    practices = context.catalogue.practices
    for path, identifier in _sheet_references(entry):
        if identifier not in practices:
            near = suggestion(identifier, practices)
            remedy = (
                f"vouliez-vous dire « {near} » ?" if near else "l’identifiant d’une fiche est le nom de son fichier"
            )
            yield Fault(path, f"Aucune fiche « {identifier} »", remedy)
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
        case Workshop():
            for rank, sequence in enumerate(entry.sequences):
                for position, identifier in enumerate(sequence.fiches):
                    yield ("sequences", rank, "fiches", position), identifier


@rule
def source_inconnue(entry: Entry, context: Context) -> Iterator[Fault]:
    """Un renvoi à une source, [s1] dans un texte ou « source: s1 », vise une source de la fiche."""
    known = {source.id for source in entry.sources} if not isinstance(entry, Workshop) else set[str]()
    for path, identifier in _source_references(entry):
        if identifier not in known:
            listed = (
                f"sources de la fiche : {', '.join(sorted(known))}" if known else "un atelier ne cite pas de source"
            )
            yield Fault(path, f"Aucune source « {identifier} »", listed)


@rule
def source_orpheline(entry: Entry, context: Context) -> Iterator[Fault]:
    """Chaque source sert : un chiffre, une parole ou un texte y renvoie. Une graine peut n’avoir que sa liste."""
    if isinstance(entry, Workshop | Replication) or entry.is_seed:
        return
    cited = {identifier for _, identifier in _source_references(entry)}
    for position, source in enumerate(entry.sources):
        if source.id not in cited:
            yield Fault(
                ("sources", position, "id"),
                f"La source « {source.id} » n’est citée nulle part",
                f"ajoutez [{source.id}] là où elle sert, ou retirez-la",
            )


def _source_references(entry: Entry) -> Iterator[tuple[Path, str]]:
    for path, value, marks in marked_values(entry):
        if any(isinstance(mark, Text) for mark in marks) and path[0] != "sources":
            for match in SOURCE_MARK.finditer(value):
                yield path, match[1]
        elif path[-1] == "source":
            yield path, value


@rule
def source_sans_adresse(entry: Entry, context: Context) -> Iterator[Fault]:
    """Une source se retrouve : elle a une adresse, ou dit qu’elle a été lue en copie, ou est l’article fondateur."""
    if isinstance(entry, Workshop):
        return
    for position, source in enumerate(entry.sources):
        findable = source.url or source.lu_en_copie or source.type == "article-fondateur"
        if not findable:
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
    if isinstance(entry, Workshop):
        return
    seen: set[str] = set()
    for position, source in enumerate(entry.sources):
        for key, value in (("id", source.id), ("url", source.url)):
            if value in seen:
                yield Fault(
                    ("sources", position, key), f"« {value} » sert déjà plus haut", "une seule entrée par source"
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
                yield Fault(path, f"« {value} » est déjà dans la liste", "retirez la répétition")
            seen[path[:-1], value] = path[-1]
    if isinstance(entry, Practice) and entry.theme in entry.autres_themes:
        yield Fault(
            ("autres_themes", entry.autres_themes.index(entry.theme)),
            f"« {entry.theme} » est déjà le thème du dossier",
            "n’indiquez ici que les autres thèmes",
        )
