"""The sentences told of a file before there is any sheet to speak of. Used through `phrases`."""

from collections.abc import Mapping

READING_PHRASES: Mapping[str, tuple[str, str]] = {
    "encodage": ("Le fichier n’est pas en UTF-8", "enregistrez-le avec l’encodage « UTF-8 »"),
    "fichier-vide": ("Le fichier est vide", "partez du modèle de CONTRIBUTING.md"),
    "fichier-trop-gros": ("Le fichier pèse plus de {limite} ko", "{limite} ko au plus"),
    "caractere-interdit": ("Caractère de commande U+{code}", "effacez-le"),
    "caractere-interdit/nul": ("Caractère nul", "effacez-le"),
    "caractere-interdit/suite": (
        "Et {nombre} autre{s} à effacer",
        "recopiez le texte d’origine par « coller sans la mise en forme »",
    ),
    "caractere-invisible": ("Caractère invisible U+{code}", "effacez-le, puis retapez le texte autour à la main"),
    "caractere-invisible/suite": (
        "Et {nombre} autre{s} à effacer",
        "recopiez le texte d’origine par « coller sans la mise en forme »",
    ),
    "tabulation": ("Une tabulation sert à aligner", "remplacez-la par deux espaces"),
    "syntaxe-yaml": (
        "Cette ligne ne se lit pas",
        "vérifiez les deux-points, les guillemets et l’alignement ; au besoin, mettez le texte entre guillemets",
    ),
    "syntaxe-yaml/deux-points": (
        "Deux-points en trop sur cette ligne",
        'mettez tout le texte entre guillemets "…", ou écrivez-le sous « cle: > »',
    ),
    "syntaxe-yaml/sans-deux-points": (
        "Il manque « : » après la clé",
        "écrivez « cle: valeur », avec une espace après les deux-points",
    ),
    "syntaxe-yaml/crochet-ouvert": (
        "Un crochet « [ » n’est pas refermé",
        "fermez-le par « ] », ou mettez le texte entre guillemets",
    ),
    "syntaxe-yaml/accolade-ouverte": (
        "Une accolade « { » n’est pas refermée",
        "fermez-la par « } », ou mettez le texte entre guillemets",
    ),
    "syntaxe-yaml/guillemet-ouvert": (
        "Un guillemet ouvert n’est pas refermé",
        "fermez-le, ou écrivez le texte sur la ligne suivante sous « cle: > »",
    ),
    "syntaxe-yaml/barre-inverse": (
        "Une barre oblique inverse « \\ » entre guillemets doubles",
        "utilisez des guillemets simples '…'",
    ),
    "syntaxe-yaml/esperluette": ("Un texte commence par « & »", "mettez-le entre guillemets"),
    "syntaxe-yaml/asterisque": (
        "Un texte commence par « * »",
        "mettez-le entre guillemets, ou commencez une liste par « - »",
    ),
    "syntaxe-yaml/premier-signe": (
        "Un texte ne peut pas commencer par ce caractère",
        'mettez le texte entre guillemets "…"',
    ),
    "syntaxe-yaml/tiret": (
        "Un tiret de liste suit une valeur sur la même ligne",
        "écrivez la liste à la ligne, un tiret par élément",
    ),
    "syntaxe-yaml/liste": (
        "Cette ligne n’est pas alignée avec les tirets de la liste",
        "alignez-la sur les autres éléments",
    ),
    "syntaxe-yaml/alignement": (
        "L’alignement ne correspond à aucune liste ni aucune clé au-dessus",
        "alignez la ligne sur ses voisines, avec des espaces ; un texte entre guillemets doit finir par son guillemet",
    ),
    "syntaxe-yaml/espace": (
        "Il manque une espace",
        "ajoutez une espace après le signe, ou mettez le texte entre guillemets",
    ),
    "syntaxe-yaml/apres-chevron": (
        "Un texte suit « > » ou « | » sur la même ligne",
        "écrivez le texte à la ligne suivante, décalé de deux espaces",
    ),
    "syntaxe-yaml/pourcent": ("Une ligne commence par « % »", "mettez le texte entre guillemets"),
    "syntaxe-yaml/apres-guillemet-simple": (
        "Du texte suit un guillemet fermant",
        "dans un texte entre guillemets simples, écrivez l’apostrophe « ’ » ou doublez-la ('')",
    ),
    "syntaxe-yaml/apres-guillemet-double": (
        "Du texte suit un guillemet fermant",
        "citez avec « … », ou mettez tout le texte entre guillemets simples '…'",
    ),
    "syntaxe-yaml/apres-crochet": ("Du texte suit un crochet « ] »", 'mettez tout le texte entre guillemets "…"'),
    "syntaxe-yaml/apres-accolade": ("Du texte suit une accolade « } »", 'mettez tout le texte entre guillemets "…"'),
    "syntaxe-yaml/cle": ("Une clé doit être un mot", "écrivez « cle: valeur »"),
    "cle-en-double": ("La clé {cle} est déjà écrite ligne {ligne}", "gardez une seule des deux"),
    "ancre-interdite": (
        "Ancre {trouve}",
        "recopiez la valeur en entier, ou mettez le texte entre guillemets s’il commence par &",
    ),
    "ancre-interdite/renvoi": (
        "Renvoi {trouve}",
        "recopiez la valeur en entier, ou mettez le texte entre guillemets s’il commence par *",
    ),
    "balise-interdite": ("Balise {trouve}", "retirez-la, ou mettez le texte entre guillemets"),
    "plusieurs-documents": ("Une seconde fiche commence ici (« --- »)", "un fichier par fiche"),
    "imbrication-excessive": ("Trop de niveaux imbriqués", "suivez le modèle de fiche"),
}
