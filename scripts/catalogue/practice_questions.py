"""What is asked of a practice, in the order it is asked: a graine first, then the rest of a sheet."""

from catalogue.questions import GAPS, ORGANISATION, SOURCES, Question, Size, Step

PRACTICE_STEPS = (
    Step(
        "pratique",
        "La pratique",
        "En une phrase et un mot de plus : ce qui est fait, et ce que cela change.",
        Size.SEED,
        (
            Question("titre", "Que fait-on ?", "Commencez par un verbe : réserver, aller, réunir… Le nom d’un dispositif ne dit rien à qui ne le connaît pas.", "Ouvrir une permanence au lavoir"),
            Question("accroche", "Pour qui, et qu’est-ce que cela change ?", "Commencez par « Pour des… », puis dites le changement.", "Pour des personnes qui ne viennent plus au bureau. Une heure par semaine, là où elles passent déjà."),
            Question("sous_themes", "À quoi cela sert-il ?", "Une ou deux réponses.", "reperer"),
        ),
    ),
    Step(
        "contexte",
        "Pour qui, par qui, où",
        "Ce qui permet à un collègue de savoir si cela le concerne.",
        Size.SEED,
        (
            Question("publics", "Pour quelles personnes ?", "Celles que la pratique vise d’abord.", "non-inscrits"),
            Question("porteur", "Qui la porte ?", "La structure qui fait vivre la pratique.", parts=ORGANISATION),
            Question("territoires", "Où ?", "Un ou plusieurs départements. Une région ou la France entière si la pratique couvre tout.", "09"),
        ),
    ),
    Step(
        "essentiel",
        "Le problème et la réponse",
        "Quelques phrases courtes, comme vous le diriez à un collègue.",
        Size.SEED,
        (
            Question("probleme", "Qu’est-ce qui n’allait pas ?", "La situation de départ, en deux ou trois phrases.", "Les personnes isolées ne poussaient plus la porte du centre social."),
            Question("en_bref", "Qu’est-ce qui est fait, en bref ?", "Qui fait quoi, où et quand.", "Une conseillère s’installe au lavoir le mardi. Elle écoute, puis propose un rendez-vous."),
        ),
    ),
    Step(
        "sources",
        "Ce qui l’appuie, ce qui manque",
        "Une seule source suffit pour commencer. Ce que vous ne savez pas a sa place ici.",
        Size.SEED,
        (SOURCES, GAPS),
    ),
    Step(
        "deroule",
        "Comment s’y prendre",
        "Assez précis pour qu’une équipe commence le mois prochain.",
        Size.SHEET,
        (
            Question(
                "etapes", "Quelles sont les étapes ?", "De trois à sept, dans l’ordre.", item="une étape",
                parts=(
                    Question("titre", "L’étape, en quelques mots", example="Repérer le lieu"),
                    Question("texte", "Ce qu’on y fait", example="L’équipe note pendant deux semaines où les gens s’arrêtent [s1]."),
                    Question("duree", "Durée", "Facultatif.", "deux semaines"),
                ),
            ),
            Question(
                "qui_fait", "Qui fait le travail ?", "Des fonctions, jamais des noms.", item="un rôle",
                parts=(
                    Question("role", "Fonction", example="Conseillère en insertion"),
                    Question("competences", "Ce qu’elle sait faire", example="Écouter sans questionnaire"),
                    Question("etp", "Temps de travail", "En équivalent temps plein, ou comme la source le dit.", "0,2 équivalent temps plein"),
                ),
            ),
            Question(
                "partenaires", "Avec quels partenaires ?", "Ceux sans qui cela ne marcherait pas.", item="un partenaire",
                parts=(
                    Question("type", "Type de structure"),
                    Question("nom", "Nom", "Facultatif.", "Centre social des Deux-Rives"),
                    Question("role", "Ce qu’il apporte", example="Prête la salle et présente l’équipe [s1]"),
                ),
            ),
            Question("rythme_duree", "À quel rythme, pendant combien de temps ?", example="Une heure par semaine, toute l’année [s1]"),
            Question("lieu", "Dans quel lieu ?", example="Au lavoir du quartier [s1]"),
        ),
    ),
    Step(
        "cadre",
        "Le cadre",
        "Ce qui aide à retrouver la fiche avec ses propres mots.",
        Size.SHEET,
        (
            Question("situations", "Que dit-on quand on a besoin d’elle ?", "Une phrase par ligne, avec les mots des personnes et des collègues : la recherche s’en sert.", "Elle ne descend plus de chez elle\nComment rencontrer ceux qui n’ouvrent plus leur courrier ?", item="une phrase"),
            Question("freins", "Contre quels freins agit-elle ?", "Ce qui tenait les personnes loin de l’emploi."),
            Question("modalites", "Quelle forme prend-elle ?"),
            Question("milieu", "Dans quel type de territoire ?", "Facultatif."),
            Question("periode", "Quand a-t-elle eu lieu ?", "Facultatif. Nécessaire si un dispositif est terminé.", "Depuis 2019 ; interrompue en 2020"),
            Question("autres_themes", "Touche-t-elle un autre thème ?", "Facultatif."),
            Question(
                "dispositifs", "Dans quel dispositif ?", "Facultatif.", item="un dispositif",
                parts=(
                    Question("code", "Dispositif ou financement"),
                    Question("role", "Ce qu’il a permis", example="Finance le poste de la conseillère"),
                ),
            ),
        ),
    ),
    Step(
        "moyens",
        "Ce qu’il faut",
        "Un ordre de grandeur vaut mieux que rien. « Coût non connu » est une réponse.",
        Size.SHEET,
        (
            Question(
                "cout", "Combien cela coûte-t-il ?", "Par personne accompagnée.",
                parts=(
                    Question("niveau", "Ordre de grandeur"),
                    Question("detail", "Ce que dit la source", "Facultatif.", "Le loyer de la salle, 300 € par an [s1]"),
                ),
            ),
            Question("effort", "Que faut-il mobiliser pour commencer ?"),
            Question("premier_pas", "Par quoi commencer lundi ?", "Un geste précis, possible sans budget.", "Noter pendant une semaine où l’on croise les personnes perdues de vue."),
            Question(
                "supports", "Quels documents peut-on reprendre ?", "Facultatif.", item="un document",
                parts=(
                    Question("titre", "Titre", example="Affiche de la permanence"),
                    Question("url", "Adresse web", example="https://exemple.fr/affiche"),
                    Question("licence", "Conditions de réutilisation", "Facultatif.", "Licence Ouverte 2.0"),
                    Question("modifiable", "Le document peut être modifié"),
                ),
            ),
        ),
    ),
    Step(
        "effets",
        "Ce que cela donne",
        "Rien d’inventé : un chiffre a sa source, une limite est dite.",
        Size.SHEET,
        (
            Question(
                "resultats", "Quels résultats chiffrés ?", "Ce qui est arrivé aux personnes, pas ce qui a été dépensé.", item="un résultat",
                parts=(
                    Question("indicateur", "Ce qui est compté", example="Personnes venues au moins deux fois"),
                    Question("valeur", "Le chiffre", example="38"),
                    Question("periode", "Sur quelle période", example="de janvier à juin 2025"),
                    Question("effectif", "Sur combien", example="52 personnes rencontrées"),
                    Question("reserve", "Ce qui rend le chiffre fragile", "Facultatif.", "Décompte tenu par l’équipe elle-même"),
                    Question("source", "Quelle source le dit"),
                ),
            ),
            Question(
                "preuve", "Sur quoi repose ce que dit la fiche ?", "Dans le doute, descendez d’un niveau.",
                parts=(
                    Question("niveau", "Niveau de preuve"),
                    Question("justification", "Pourquoi ce niveau", example="Un décompte tenu par l’équipe ; aucune comparaison."),
                ),
            ),
            Question("limites", "Quelles sont les limites ?", "Ce qui ne marche pas, pour qui, dans quels cas.", "L’hiver, presque personne ne passe [s1]."),
            Question("effets_indesirables", "Y a-t-il des effets indésirables ?", "Facultatif.", "Les habitués du bureau se sont sentis délaissés [s1]."),
            Question(
                "paroles", "Qu’en disent les personnes ?", "Facultatif. Une parole déjà publique, ou avec leur accord.", item="une parole",
                parts=(
                    Question("texte", "Ce qui a été dit", example="Là, on ne m’a pas demandé mes papiers."),
                    Question("qui", "Qui parle", "Une fonction, jamais un nom.", "Habitante, 54 ans"),
                    Question("source", "Quelle source la rapporte"),
                    Question("consentement", "La personne a donné son accord"),
                ),
            ),
        ),
    ),
    Step(
        "transposer",
        "La reprendre ailleurs",
        "Ce qui doit voyager tel quel, ce qui peut changer, ce qu’il faut vérifier avant.",
        Size.SHEET,
        (
            Question("noyau", "Sans quoi serait-ce une autre pratique ?", "De deux à cinq éléments. Les trois premiers sont imprimés sur la carte.", "Un lieu où les gens passent déjà\nAucun papier demandé", item="un élément"),
            Question("adaptable", "Qu’est-ce qui peut changer ?", example="Le jour et l’heure", item="un élément"),
            Question(
                "conditions", "Que vérifier chez soi avant de commencer ?", "Des questions auxquelles on répond oui, non ou à créer.", item="une condition",
                parts=(
                    Question("question", "La question", example="Avez-vous un lieu où les gens passent chaque semaine ?"),
                    Question("famille", "Ce qu’elle concerne"),
                    Question("bloquante", "Sans un oui, mieux vaut ne pas commencer"),
                ),
            ),
            Question(
                "analyse", "Qui a jugé ce qui doit voyager ?",
                parts=(
                    Question("voix", "Cette lecture est celle de"),
                    Question("date", "Confirmée le", "Facultatif.", "2026-03-31"),
                ),
            ),
            Question("vocation", "Que peut-on en faire ailleurs ?"),
            Question("stade", "Où en est la pratique ?"),
            Question("statut_motif", "Si elle est arrêtée : pourquoi ?", "Savoir pourquoi aide les autres.", "Le financement a pris fin en 2023."),
        ),
    ),
    Step(
        "autour",
        "Autour de la fiche",
        "De quoi l’animer, la relier et la tenir à jour.",
        Size.SHEET,
        (
            Question("resume_falc", "La pratique, en mots très simples", "Facultatif. Des phrases de quinze mots au plus.", "Une conseillère va au lavoir. Elle parle avec les gens."),
            Question(
                "atelier", "Pour en parler en équipe", "Facultatif.",
                parts=(
                    Question("questions", "Les questions à se poser", "De deux à quatre.", "Où croisez-vous les personnes perdues de vue ?", item="une question"),
                    Question("duree", "Durée, en minutes", example="45"),
                    Question("participants", "Combien de participants", example="6 à 12"),
                    Question("difficulte_animation", "Difficulté pour qui anime", "1 : facile ; 2 : demande de l’habitude ; 3 : demande une préparation.", "2"),
                    Question("difficulte_participants", "Difficulté pour qui participe", "1 : facile ; 2 : demande de l’habitude ; 3 : demande une préparation.", "1"),
                ),
            ),
            Question(
                "voir_aussi", "À quelles fiches la relier ?", "Facultatif.", item="une fiche voisine",
                parts=(
                    Question("id", "Fiche", "Tapez quelques mots de son titre."),
                    Question("lien", "Ce qu’elle est pour la vôtre"),
                ),
            ),
            Question("voix", "Qui parle dans la fiche ?", "Qui a écrit les sources, ou validé le texte."),
            Question("date_collecte", "Informations rassemblées le", example="2026-03-01"),
            Question("date_maj", "Fiche mise à jour le", example="2026-03-31"),
            Question("a_relire_avant", "À relire avant le", "Dans les deux ans.", "2028-03-31"),
            Question("contributeurs", "Sous quel nom citer les contributeurs ?", "Facultatif. Une équipe ou une structure de préférence : ce nom sera public.", "Équipe insertion du Piémont", item="un nom"),
            Question("contact", "Où écrire pour en savoir plus ?", "Facultatif. Une boîte de service, jamais celle d’une personne.", "contact@exemple.fr"),
            Question("licence", "Sous quelle licence ?", "Ce que chacun pourra faire du texte."),
        ),
    ),
)  # fmt: skip
