"""Every sentence a fault of shape or of meaning is told in, with its remedy: read here, and by the browser's validator.

A key is a rule's id, then what tells its cases apart. `{nom}` is filled by the rule.
"""

import re
from collections.abc import Mapping

from catalogue.answer_phrases import ANSWER_PHRASES, HOW_TO_ANSWER
from catalogue.problems import Fault, Path
from catalogue.reading_phrases import READING_PHRASES

PHRASES: Mapping[str, tuple[str, str]] = {
    **READING_PHRASES,
    # The shape
    "type-inattendu/fichier": ("Le fichier ne contient pas de clés", "commencez par une ligne comme « titre: … »"),
    "type-inattendu/texte-liste": ("« {nom} » doit être un texte", "retirez les tirets « - »"),
    "type-inattendu/texte-bloc": (
        "« {nom} » doit être un texte",
        "un deux-points dans un texte oblige à le mettre entre guillemets",
    ),
    "type-inattendu/liste": ("« {nom} » doit être une liste", "un tiret « - » par élément, à la ligne"),
    "type-inattendu/bloc": ("« {nom} » attend des clés", "écrivez à la ligne, en décalant : {cles}"),
    "type-inattendu/autre": ("« {nom} » n’a pas la valeur attendue", "suivez le modèle de CONTRIBUTING.md"),
    "cle-inconnue": ("La clé {cle} n’existe pas{ou}", "{remede}"),
    "cle-inconnue/suite": (
        "Et {nombre} autre{s} clé{s} inconnue{s}",
        "partez du modèle de CONTRIBUTING.md",
    ),
    "cle-inconnue/reservee": ("La clé « {nom} » ne s’écrit pas", "c’est {donneur} qui la donne"),
    "champ-requis": ("La clé « {cle} »{de} manque", "ajoutez « {cle}: … »"),
    "valeur-vide": ("« {nom} » n’a pas de valeur", "écrivez-la, ou retirez la ligne"),
    "texte-coupe": (
        "« {nom} » s’arrête à « # »",
        "mettez le texte entre guillemets, ou le commentaire sur sa propre ligne",
    ),
    "texte-trop-long": ("« {nom} » fait {longueur} caractères, {trop} de trop", "{limite} au plus"),
    "liste-trop-longue": ("« {nom} » a {nombre} éléments", "gardez-en {limite} au plus"),
    "liste-trop-courte": ("« {nom} » a {nombre} élément{s}", "il en faut au moins {limite}"),
    "date-invalide": ("« {nom} » n’est pas une date qui existe", "écrivez AAAA-MM-JJ, comme 2026-03-31"),
    "date-invalide/partielle": ("« {nom} » n’est pas une date qui existe", "écrivez AAAA, AAAA-MM ou AAAA-MM-JJ"),
    "oui-ou-non": ("« {nom} » attend oui ou non", "écrivez « oui » ou « non »"),
    "nombre-invalide": ("« {nom} » doit être un nombre entier", "écrivez-le en chiffres, comme 45"),
    "nombre-invalide/enorme": ("« {nom} » est trop grand", "écrivez-le en chiffres, comme 45"),
    "nombre-invalide/petit": ("« {nom} » est trop petit", "au moins {limite}"),
    "nombre-invalide/grand": ("« {nom} » est trop grand", "au plus {limite}"),
    "adresse-invalide": ("« {nom} » n’est pas une adresse web", "donnez l’adresse complète, en https://"),
    "identifiant-invalide": ("« {nom} » n’est pas un identifiant", "un mot court en minuscules, comme « s1 »"),
    # Size
    "requis-pour-une-fiche": ("La clé « {cle} » {faute}", "{remede}{non_documente}, ou revenez à « statut: graine »"),
    "non-documente-abusif": ("{cle} ne peut pas être dit non documenté", "{remede}"),
    "non-documente-abusif/donne": ("La fiche donne pourtant « {cle} »", "retirez-le de cette liste"),
    "manque-a-dire": ("La graine ne dit pas ce qui lui manque", "ajoutez « manques » : une question par ligne"),
    # Words
    "titre-sans-verbe": ("{titre} ne commence pas par un verbe", "comme « Réserver une place de crèche … »"),
    "balise-html": ("{trouve} s’afficherait tel quel", "retirez ces signes"),
    "titre-sur-une-ligne": (
        "« {nom} » porte un renvoi ou un retour à la ligne",
        "gardez une seule ligne, sans [s1]",
    ),
    "titre-sur-une-ligne/forme": ("« {nom} » porte une mise en forme", "retirez les « {trouve} »"),
    "sigle-sans-glossaire": (
        "{trouve} n’est pas dans le glossaire",
        "écrivez-le en toutes lettres, ou ajoutez-le à practices/vocabulaires/glossaire.yaml",
    ),
    "sigle-sans-glossaire/capitales": (
        "Ce texte est écrit en capitales",
        "écrivez-le en minuscules, avec une capitale au début",
    ),
    "phrase-trop-longue": ("Phrase de {nombre} mots : « {debut} … »", "coupez-la en deux"),
    "chiffre-sans-source": ("Le chiffre {trouve} n’a pas de source", "ajoutez [s1] à la fin de la phrase"),
    "quasi-doublon": (
        "Très proche de {titre} ({autre})",
        "complétez l’autre fiche, ou dites ce qui les distingue",
    ),
    "apostrophe-droite": ("Apostrophe droite : « {autour} »", "lancez « make fix »"),
    "espace-francaise": ("Espace manquante : « {autour} »", "lancez « make fix »"),
    # Evidence
    "preuve-sans-resultat": ("Niveau {valeur} sans aucun résultat", "ajoutez « resultats », ou descendez à 1 ou 0"),
    "preuve-sans-evaluation": (
        "Niveau {valeur} sans évaluation parmi les sources",
        "ajoutez une source de type « evaluation » ou « etude », ou descendez à 2",
    ),
    "preuve-sans-tiers": (
        "Niveau {valeur}, mais toutes les sources sont des témoignages",
        "ajoutez un récit par un tiers, ou descendez à 0",
    ),
    "parole-sans-source": (
        "Cette parole n’a ni source publique ni consentement",
        "ajoutez « source: … », ou « consentement: oui » si vous l’avez recueilli",
    ),
    "arret-sans-motif/stade": (
        "Pratique arrêtée sans motif",
        "ajoutez « statut_motif: … » : savoir pourquoi aide les autres",
    ),
    "arret-sans-motif/statut": ("Statut « {valeur} » sans motif", "ajoutez « statut_motif: … »"),
    "publiee-sans-relecture": (
        "Fiche publiée sans relecture",
        "ajoutez « relecture », ou écrivez « statut: relecture »",
    ),
    # Links
    "terme-inconnu": ("{code} n’est pas un terme de « {vocabulaire} »", "{remede}"),
    "terme-inactif": ("« {libelle} » est terminé", "ajoutez « periode: … » pour que personne ne le croie ouvert"),
    "lien-interne-mort": ("Aucune fiche {fiche}", "{remede}"),
    "lien-interne-mort/retiree": ("La fiche {fiche} a été retirée", "{remede}"),
    "lien-interne-mort/soi": ("La fiche se cite elle-même", "citez une autre fiche, ou retirez la ligne"),
    "source-inconnue": ("Aucune source « {source} »", "{remede}"),
    "source-inconnue/jointes": ("Aucune source {source}", "une source par crochets : {separees}"),
    "source-orpheline": (
        "La source « {source} » n’est citée nulle part",
        "ajoutez [{source}] là où elle sert, ou retirez-la",
    ),
    "source-sans-adresse": (
        "La source « {source} » n’a pas d’adresse",
        "ajoutez « url: https://… », ou « lu_en_copie: oui » si l’original n’est plus en ligne",
    ),
    "source-sans-adresse/copie": (
        "La source « {source} » a été lue en copie",
        "retirez « url » : on ne renvoie pas à une copie",
    ),
    "source-en-double": ("{valeur} sert déjà plus haut", "une seule entrée par source"),
    "sous-theme-etranger": (
        "« {code} » relève du thème « {parent} »",
        "choisissez parmi {permis}, ou ajoutez « autres_themes: [{parent}] »",
    ),
    "valeur-repetee": ("{valeur} est déjà dans la liste", "retirez la répétition"),
    "valeur-repetee/theme": (
        "« {theme} » est déjà le thème du dossier",
        "n’indiquez ici que les autres thèmes",
    ),
    # Dates
    "date-future": ("« {date} » est dans le futur", "nous sommes le {jour}"),
    "date-future/ancienne": ("« {date} » est bien ancien", "vérifiez l’année"),
    "dates-incoherentes/fin": ("La fin précède le début", "le début est « {debut} »"),
    "dates-incoherentes/collecte": ("La mise à jour précède la collecte", "la collecte est du {collecte}"),
    "dates-incoherentes/relecture": ("La relecture prévue précède la mise à jour", "donnez une date à venir"),
    "dates-incoherentes/tard": (
        "La relecture est prévue {mois} mois après la mise à jour",
        "{limite} mois au plus",
    ),
    # Private persons
    "courriel-personnel": (
        "{trouve} semble être l’adresse d’une personne",
        "donnez une adresse de service, comme contact@…",
    ),
    "telephone-portable": (
        "{trouve} est un numéro de portable",
        "retirez-le ; un standard ou un formulaire convient",
    ),
    "numero-securite-sociale": ("Ce texte contient un numéro de sécurité sociale", "retirez-le"),
    # Ids
    "ancien-identifiant/forme": ("{ancien} est mal formé", "minuscules, chiffres et tirets"),
    "ancien-identifiant/actuelle": ("« {ancien} » est une fiche actuelle", "retirez-le d’ici"),
    "ancien-identifiant/retire": (
        "« {ancien} » est aussi dit retiré",
        "gardez l’un des deux : l’ancien identifiant, ou le fichier de retirees",
    ),
    "ancien-identifiant/pris": (
        "« {ancien} » est déjà l’ancien identifiant de « {premiere} »",
        "gardez-le dans une seule des deux",
    ),
    "code-court-en-collision": (
        "Le code court {code} sert déjà à « {autre} »",
        "changez le nom du fichier",
    ),
    "code-court-en-collision/ancien": ("Le code court {code} sert déjà à « {autre} »", "retirez-le d’ici"),
    "identifiant-mal-forme": (
        "« {id} » ne peut pas être un identifiant",
        "minuscules sans accent, chiffres et tirets, 3 à {limite} caractères",
    ),
    "identifiant-en-double": ("L’identifiant « {id} » sert déjà à {autre}", "renommez ce fichier"),
}

PIECES: Mapping[str, str] = {
    "proche": "vouliez-vous dire « {proche} » ?",
    "possibles": "valeurs possibles : {liste}",
    "ailleurs": "la liste est dans {lieu}",
    "bloc": "c’est une clé de « {bloc} » : décalez-la de deux espaces",
    "dans": " dans « {ou} »",
    "de": " de « {ou} »",
    "vide": "est vide",
    "completez": "complétez-la",
    "manque": "manque pour une fiche",
    "ajoutez": "ajoutez « {cle}: … »",
    "non_documente": ", ou « non_documente: [{cle}] » si aucune source ne le dit",
    "terme": "écrivez « {terme} »",
    "nom_de_fichier": "l’identifiant d’une fiche est le nom de son fichier",
    "sources": "sources de la fiche : {liste}",
    "sans_source": "ce fichier n’a pas de sources : retirez le renvoi",
    "remplacee": "citez « {autre} », ou retirez la ligne",
    "retirez": "retirez la ligne",
    "ou_cochez": ", ou cochez « Aucune source ne le dit »",
    "ou_graine": ", ou revenez à la graine",
}
"""Parts of the sentences above, told or not as the case may be."""
ANSWERS: Mapping[str, tuple[str, ...]] = {
    phrase: (message.replace("« {nom} »", "Cette réponse"), remedy) for phrase, (message, remedy) in PHRASES.items()
} | dict(ANSWER_PHRASES)
"""The same sentences, for someone who answers questions."""

_PLACE = re.compile(r"\{(\w+)\}")


def fault(path: Path, phrase: str, *, on_key: bool = False, **values: object) -> Fault:
    """The fault told by that phrase, at that place. Raises KeyError for an unknown phrase or a value left out."""
    message, remedy = told(phrase, values)
    return Fault(path, message, remedy, on_key, phrase, values)


def retold(found: Fault, kind: str) -> tuple[str, str]:
    """The sentence and the remedy of a fault, for someone who answers a question; `kind` is its field's."""
    if not found.phrase:
        return found.message, found.remedy
    message, remedy, *_ = ANSWERS[found.phrase]
    values = {**found.values, "reponse": HOW_TO_ANSWER.get(kind, HOW_TO_ANSWER[""]), "sinon": ""}
    return _filled(message, values), _filled(remedy, values)


def told(phrase: str, values: Mapping[str, object]) -> tuple[str, str]:
    """The sentence and the remedy of a phrase, its places filled."""
    message, remedy = PHRASES[phrase]
    return _filled(message, values), _filled(remedy, values)


def piece(name: str, **values: object) -> str:
    return _filled(PIECES[name], values)


def _filled(template: str, values: Mapping[str, object]) -> str:
    return _PLACE.sub(lambda place: str(values[place[1]]), template)
