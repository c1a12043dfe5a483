"""The sentences told of a file, told again to someone who answers questions: no key, no file, but a gesture to make.

The form of the site, the terminal and what is said of an issue share them. Used through `phrases`, by its keys: a phrase
that is not here is told as it is of a file, its key left out.
"""

from collections.abc import Mapping

HOW_TO_ANSWER: Mapping[str, str] = {
    "termes": "choisissez au moins une réponse",
    "terme": "choisissez une réponse",
    "fiche": "choisissez une fiche",
    "source": "choisissez une de vos sources",
    "textes": "écrivez au moins une ligne",
    "bloc": "répondez à ses questions",
    "blocs": "ajoutez au moins un élément",
    "": "écrivez quelques mots",
}
"""By the kind of a field; the last one for all the others."""

_ASK_AGAIN = ("Cette réponse n’a pas la forme attendue", "répondez de nouveau ici")
_NO_REASON = (
    "La pratique est dite arrêtée, sans dire pourquoi",
    "répondez à la question « Si elle est arrêtée : pourquoi ? » : cela aide les autres",
)

ANSWER_PHRASES: Mapping[str, tuple[str, ...]] = {
    "type-inattendu/texte-liste": _ASK_AGAIN,
    "type-inattendu/texte-bloc": _ASK_AGAIN,
    "type-inattendu/liste": _ASK_AGAIN,
    "type-inattendu/bloc": _ASK_AGAIN,
    "type-inattendu/autre": _ASK_AGAIN,
    "champ-requis": ("Il manque une réponse", "{reponse}"),
    "valeur-vide": ("Cette réponse ne dit rien", "écrivez-la en toutes lettres, ou effacez-la"),
    "date-invalide": ("Cette date n’est pas comprise", "écrivez le jour, le mois et l’année : 31/03/2026"),
    "date-invalide/partielle": (
        "Cette date n’est pas comprise",
        "écrivez l’année, le mois ou le jour : 2026, mars 2026 ou 31/03/2026",
    ),
    "adresse-invalide": (
        "Ce n’est pas une adresse web",
        "copiez-la depuis la barre du navigateur ; elle commence par https://",
    ),
    "requis-pour-une-fiche": ("Une fiche complète répond à cette question", "{reponse}{sinon}"),
    "non-documente-abusif": ("Cette question a toujours une réponse", "répondez, ou revenez à la graine"),
    "non-documente-abusif/donne": (
        "Vous répondez à cette question, et vous dites qu’aucune source ne le dit",
        "effacez la réponse",
        "décochez « Aucune source ne le dit », ou effacez la réponse",
    ),
    "manque-a-dire": (
        "Une graine dit ce qui lui manque",
        "écrivez au moins une question restée sans réponse",
    ),
    "sigle-sans-glossaire": (
        "{trouve} est un sigle que tout le monde ne connaît pas",
        "écrivez-le en toutes lettres",
    ),
    "chiffre-sans-source": (
        "Le chiffre {trouve} n’a pas de source",
        "écrivez [s1], votre première source, à la fin de la phrase",
        "dites qui le dit : placez-vous après le chiffre, puis « Citer »",
    ),
    "preuve-sans-resultat": (
        "Niveau {valeur} sans aucun résultat",
        "ajoutez un résultat chiffré, ou descendez au niveau « Documentée » ou « Témoignage »",
    ),
    "preuve-sans-evaluation": (
        "Niveau {valeur} sans évaluation parmi les sources",
        "ajoutez une évaluation ou une étude à vos sources, ou descendez au niveau « Suivie »",
    ),
    "preuve-sans-tiers": (
        "Niveau {valeur}, mais toutes les sources sont des témoignages",
        "ajoutez une source écrite par quelqu’un d’autre, ou descendez au niveau « Témoignage »",
    ),
    "parole-sans-source": (
        "On ne sait pas d’où vient cette parole",
        "dites quelle source la rapporte, ou que la personne a donné son accord",
    ),
    "arret-sans-motif/stade": _NO_REASON,
    "arret-sans-motif/statut": _NO_REASON,
    "terme-inconnu": (
        "{code} n’est pas un terme de « {vocabulaire} »",
        "{remede}",
        "décochez-le, puis choisissez une réponse de la liste",
    ),
    "terme-inactif": (
        "« {libelle} » est terminé",
        "dites quand la pratique a eu lieu, à la question « Quand a-t-elle eu lieu ? »",
    ),
    "lien-interne-mort": ("Aucune fiche {fiche}", "{remede}", "choisissez une fiche de la liste"),
    "lien-interne-mort/retiree": ("La fiche {fiche} a été retirée", "{remede}", "choisissez une fiche de la liste"),
    "lien-interne-mort/soi": ("La fiche se cite elle-même", "choisissez une autre fiche, ou retirez celle-ci"),
    "source-inconnue": (
        "Ce texte renvoie à une source qui n’est pas dans vos sources : « {source} »",
        "ajoutez-la aux sources, ou effacez ce qui est entre crochets",
    ),
    "source-inconnue/jointes": ("Il y a plusieurs sources entre deux crochets", "écrivez {separees}"),
    "source-orpheline": (
        "La source « {source} » n’est citée nulle part",
        "écrivez [{source}] à la fin de la phrase qu’elle appuie, ou retirez-la",
        "citez-la dans un texte, par le bouton « Citer », ou retirez-la",
    ),
    "source-sans-adresse": (
        "On ne peut pas retrouver cette source",
        "donnez son adresse web, ou dites pourquoi elle n’est pas donnée",
        "donnez son adresse web, ou dites pourquoi elle n’est pas donnée, ou cochez « lu en copie »",
    ),
    "source-sans-adresse/copie": (
        "Vous dites avoir lu cette source en copie",
        "effacez l’adresse : on ne renvoie pas à une copie",
        "effacez l’adresse, ou décochez la case : on ne renvoie pas à une copie",
    ),
    "sous-theme-etranger": (
        "« {code} » relève du thème « {parent} »",
        "retirez une des réponses, ou changez le thème principal",
    ),
    "date-future": ("Cette date est dans le futur", "nous sommes le {jour} : vérifiez l’année"),
    "date-future/ancienne": ("Cette date est bien ancienne", "vérifiez l’année"),
    "dates-incoherentes/collecte": (
        "La fiche serait mise à jour avant que ses informations soient rassemblées",
        "elles l’ont été le {collecte}",
    ),
    "identifiant-mal-forme": (
        "Ce nom de fichier ne convient pas",
        "des minuscules sans accent, des chiffres et des tirets, 3 à {limite} caractères",
    ),
    "identifiant-en-double": ("Une fiche porte déjà ce nom de fichier", "changez un mot du nom du fichier"),
    "code-court-en-collision": (
        "Le code court tiré de ce nom sert déjà à une autre fiche",
        "changez un mot du nom du fichier",
    ),
}
"""Phrase → the sentence, the remedy and, where the page has a box or a button for it, the remedy there."""
