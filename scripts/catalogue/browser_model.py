"""All the browser's validator needs, as JSON: the model, its vocabularies, sentences, tables, patterns and figures.

Nothing here is decided: each value is the checker's own.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from functools import cache
from re import Pattern
from typing import Any

from catalogue import (
    demands,
    fields,
    formatting,
    markup,
    nearest,
    nodes,
    plain_scalars,
    problems,
    related,
    source_text,
    spelling,
    understood,
    writing,
)
from catalogue.answer_phrases import HOW_TO_ANSWER
from catalogue.catalogue import Catalogue
from catalogue.codes import ALPHABET, LENGTH, short_code
from catalogue.js_patterns import javascript
from catalogue.likeness import likeness_data
from catalogue.phrases import ANSWERS, PHRASES, PIECES
from catalogue.rule_statements import statements
from catalogue.rules import dates, editorial, identity, links, size, wording
from catalogue.shape_messages import GIVEN_BY_FILE
from catalogue.shaping import UNKNOWN_KEYS_SHOWN, WITHOUT_VALUE
from catalogue.structure import KINDS, parts
from catalogue.vocabulary import Vocabulary, VocabularyTerm
from catalogue.vocabulary_files import VOCABULARIES_USED

GLOSSARY = "glossaire"

PATTERNS: Mapping[str, Pattern[str]] = {
    "renvoi": fields.SOURCE_MARK,
    "renvois_joints": fields.JOINT_MARK,
    "entre_renvois": links.BETWEEN_MARKS,
    "date": fields.FULL_DATE,
    "date_partielle": fields.PARTIAL_DATE,
    "chiffres": fields.DIGITS,
    "source": fields.SOURCE_ID,
    "adresse": fields.WEB_ADDRESS,
    "identifiant": identity.IDENTIFIER,
    "avant_verbe": wording.BEFORE_VERB,
    "entre_mots": wording.BETWEEN_WORDS,
    "infinitif": wording.INFINITIVE,
    "mise_en_forme": wording.EMPHASIS,
    "sigle": editorial.ACRONYM,
    "romain": editorial.ROMAN,
    "mot_de_nom": editorial.NAME_WORD,
    "entre_phrases": editorial.BETWEEN_SENTENCES,
    "mot": editorial.WORD,
    "chiffre": editorial.FIGURE,
    "sans_mesure": editorial.NO_MEASURE,
    "apostrophe": spelling.APOSTROPHE,
    "insecable": spelling.NO_BREAK,
    "coupure": problems.BREAK,
    "inaffichable": problems.UNPRINTABLE,
    "commande": source_text.CONTROL,
    "invisible": source_text.INVISIBLE,
    "fin_de_ligne": source_text.LINE_END,
    "apostrophes": understood.APOSTROPHES,
    "tirets": understood.DASHES,
    "puce": understood.BULLET,
    "adresse_nue": understood.BARE_ADDRESS,
    "mot_compare": related.WORD,
    "marques": markup.MARKS,
    "commentaires_de_tete": formatting.LEADING_COMMENTS,
    "commentaire": formatting.INNER_COMMENT,
    "saut_invisible": nodes.UNSEEN_BREAK,
    "pli": writing.BREAK,
    "nu_quand_meme": plain_scalars.PLAIN_ALL_THE_SAME,
}
FIGURES: Mapping[str, int | float] = {
    "renvois": fields.MARKS_ALLOWANCE,
    "adresse": fields.LONGEST_ADDRESS,
    "chiffres": fields.MOST_DIGITS,
    "echo": problems.ECHO_LIMIT,
    "proche": nearest.LIKE_ENOUGH,
    "liste": nearest.SHORT_LIST,
    "cles_inconnues": UNKNOWN_KEYS_SHOWN,
    "identifiant_min": identity.IDENTIFIER_SHORTEST,
    "identifiant_max": identity.IDENTIFIER_LIMIT,
    "phrase": editorial.LONGEST_SENTENCE,
    "mots_montres": editorial.WORDS_SHOWN,
    "sigles": editorial.MOST_ACRONYMS,
    "doublon": editorial.NEAR_DUPLICATE,
    "annee": dates.EARLIEST_YEAR,
    "mois": dates.MONTHS_BEFORE_REREADING,
    "lu": demands.LONGEST_SCANNED,
    "autour": demands.AROUND,
    "largeur": writing.WIDTH,
    "octets": nodes.MAX_BYTES,
    "niveaux": nodes.MAX_DEPTH,
    "code": LENGTH,
    "nuls": source_text.NULS_OF_UTF_16,
    "caracteres": source_text.CHARACTERS_SHOWN,
}
LISTS: Mapping[str, Iterable[Any]] = {
    "sans_valeur": WITHOUT_VALUE,
    "demandees": size.ASKED_OF_A_SHEET,
    "tues": size.MAY_BE_UNDOCUMENTED,
    "pas_des_verbes": sorted(wording.NOT_VERBS),
    "une_ligne": wording.ONE_LINE,
    "pas_des_sigles": sorted(editorial.NOT_ACRONYMS),
    "pas_de_prose": sorted(editorial.NOT_PROSE),
    "sans_renvoi": sorted(editorial.UNCITED),
    "jours_passes": dates.PAST_DAYS,
    "pas_lus": demands.NOT_SCANNED,
    "pas_commence": [dates.PLANNED],
    "alphabet": [ALPHABET],
}

NOT_IN_THE_BROWSER: Mapping[str, str] = {
    "mauvais-dossier": "a draft has no folder yet: the form chooses it",
    "mauvaise-extension": "a draft has no file name yet: the form writes it",
    "lien-symbolique": "a browser is given a file's content, never a link",
    "vocabulaire-manquant": "the model is built only when all vocabularies are there",
    "vocabulaire-incoherent": "the model is built only when they hold together",
}
"""Rules that only a file system can break → why the browser leaves them out."""


def browser_model(catalogue: Catalogue) -> str:
    """The JSON of `donnees/modele.json`."""
    data = rule_data(catalogue.vocabularies) | corpus_data(catalogue, catalogue.practices)
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def rule_data(vocabularies: Mapping[str, Vocabulary]) -> dict[str, Any]:
    """What does not depend on the sheets."""
    return {
        "sortes": {
            kind: {
                "partie": part.__name__,
                "donnes": {name: giver for name, giver in GIVEN_BY_FILE.items() if name in part.model_fields},
            }
            for kind, part in KINDS.items()
        },
        "parties": parts(),
        "vocabulaires": {name: _vocabulary(vocabularies[name]) for name in VOCABULARIES_USED if name != GLOSSARY},
        "sigles": [term.libelle for term in vocabularies[GLOSSARY].termes],
        "phrases": PHRASES,
        "morceaux": PIECES,
        "reponses": {key: (one[0], one[-1]) for key, one in ANSWERS.items() if one != PHRASES[key]},
        "comment_repondre": HOW_TO_ANSWER,
        "regles": {statement.id: statement.severity for statement in statements()},
        "exigences": {rule: [asdict(row) for row in rows] for rule, rows in demands.DEMANDS.items()},
        "refus": {rule: _refused(row) for rule, row in demands.REFUSED.items()},
        "espaces": [
            [*javascript(pattern), replacement.replace("\\1", "$1")] for pattern, replacement in spelling.SPACES
        ],
        "pas_nus": [javascript(pattern) for pattern in plain_scalars.NOT_PLAIN],
        "motifs": {name: javascript(pattern) for name, pattern in PATTERNS.items()},
        "oui_non": fields.BOOLEANS,
        "dates": {
            "formes": [[*javascript(pattern), parts] for pattern, parts in understood.DATES],
            "mois": understood.MONTHS,
            "sans_mois": understood.NO_MONTH,
            "jours": understood.DAYS_AGO,
            "siecle": understood.FIRST_OF_LAST_CENTURY,
        },
        "seuils": FIGURES,
        "listes": LISTS,
    }


def corpus_data(catalogue: Catalogue, sheet_names: Iterable[str]) -> dict[str, Any]:
    """What depends on the sheets. `noms`: the files of sheets too faulty to be among `fiches`."""
    return {
        "noms": sorted(set(sheet_names) - set(catalogue.practices)),
        "fiches": [
            {
                "id": one.id,
                "theme": one.theme,
                "titre": one.titre,
                "code": short_code(one.id),
                "anciens": one.anciens_ids,
            }
            for one in catalogue.practices.values()
        ],
        "autres": {
            "essaimages": sorted(catalogue.replications),
            "ateliers": sorted(catalogue.workshops),
            "retirees": sorted(catalogue.withdrawals),
        },
        "retraits": {one.id: one.remplacee_par or "" for one in catalogue.withdrawals.values()},
        "anciens": catalogue.first_of_former_id,
        "codes_pris": {code: one for code, one in catalogue.owner_of_code.items() if one not in catalogue.practices},
        "proches": likeness_data(catalogue),
    }


def _vocabulary(vocabulary: Vocabulary) -> dict[str, Any]:
    return {"libelle": vocabulary.libelle, "termes": [_term(term) for term in vocabulary.termes]}


def _term(term: VocabularyTerm) -> dict[str, Any]:
    """What is empty is left out; `clos` marks what is no longer in force."""
    told = {
        "code": term.code,
        "libelle": term.libelle,
        "synonymes": term.synonymes,
        "parent": term.parent,
        "clos": not term.actif,
    }
    return {name: value for name, value in told.items() if value}


@cache
def _refused(row: demands.Refused) -> dict[str, Any]:
    return {
        "motifs": [javascript(pattern) for pattern in row.patterns],
        "portee": row.scope,
        "chacun": row.every,
        "sauf": javascript(row.unless) if row.unless else None,
    }
