"""What is asked of someone who took a practice up, in the order it is asked."""

from catalogue.questions import GAPS, ORGANISATION, SOURCES, Question, Size, Step

REPLICATION_STEPS = (
    Step(
        "reprise",
        "La reprise",
        "Réussie, en cours, arrêtée ou ratée : tout aide ceux qui viendront après.",
        Size.SEED,
        (
            Question("fiche", "Quelle pratique avez-vous reprise ?", "Tapez quelques mots de son titre.", "preparer-equipe-aller-vers"),
            Question("structure", "Qui l’a reprise ?", "Votre structure, ou celle dont vous parlez.", parts=ORGANISATION),
            Question("lieu", "Dans quel lieu ?", "La ville, le quartier, le bassin.", "Foix et sa vallée"),
            Question("territoires", "Dans quel département ?", "Un ou plusieurs.", "09"),
            Question("etat", "Où en est-elle ?", "Une reprise arrêtée est la bienvenue : dites pourquoi plus loin.", "en-cours"),
            Question("depuis", "Depuis quand ?", "L’année suffit ; le mois et le jour si vous les avez.", "2025-03"),
            Question("jusqu_a", "Jusqu’à quand ?", "Seulement si elle s’est arrêtée.", "2026"),
        ),
    ),
    Step(
        "recit",
        "Ce qui s’est passé",
        "Ce qui a changé en route compte autant que ce qui est resté.",
        Size.SEED,
        (
            Question("repris", "Qu’avez-vous gardé ?", "Facultatif. Un élément par ligne.", "Un lieu où les gens passent déjà", item="un élément"),
            Question("change", "Qu’avez-vous changé, et pourquoi ?", "Facultatif.", "Le jour : le marché du samedi, parce que le lavoir est fermé [s1]."),
            Question("constat", "Qu’avez-vous constaté ?", "Ce qui a marché, ce qui n’a pas marché.", "Les gens parlent plus facilement debout. Personne ne vient quand il pleut [s1]."),
            GAPS,
        ),
    ),
    Step(
        "sources",
        "Ce qui l’appuie",
        "Une seule source suffit. Votre témoignage en est une.",
        Size.SEED,
        (SOURCES,),
    ),
)  # fmt: skip
