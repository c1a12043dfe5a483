"""What a published sheet says beyond a graine."""

from collections.abc import Iterator

from catalogue.demands import unmet
from catalogue.model import Entry, Practice
from catalogue.nearest import remedy_for
from catalogue.phrases import fault, piece
from catalogue.problems import Fault, quoted
from catalogue.rules import Context, rule

ASKED_OF_A_SHEET = (
    "freins", "modalites", "partenaires", "etapes", "qui_fait", "rythme_duree", "lieu", "cout", "effort",
    "premier_pas", "preuve", "limites", "noyau", "adaptable", "conditions", "analyse", "vocation", "stade", "voix",
    "date_collecte", "date_maj", "a_relire_avant", "licence",
)  # fmt: skip
MAY_BE_UNDOCUMENTED = ("freins", "partenaires", "qui_fait", "rythme_duree", "lieu", "limites")
"""Facts a team may honestly not find in any source. The rest is the editors' own reading, or has its « nc »."""


@rule
def requis_pour_une_fiche(entry: Entry, context: Context) -> Iterator[Fault]:
    """Au-delà de la graine, une fiche répond à toutes les questions du modèle, ou dit que rien n’est documenté."""
    if not isinstance(entry, Practice) or not context.is_past_seed(entry):
        return
    for name in ASKED_OF_A_SHEET:
        if not getattr(entry, name) and name not in entry.non_documente:
            written = name in entry.model_fields_set
            yield fault(
                (name,),
                "requis-pour-une-fiche",
                cle=name,
                faute=piece("vide" if written else "manque"),
                remede=piece("completez") if written else piece("ajoutez", cle=name),
                non_documente=piece("non_documente", cle=name) if name in MAY_BE_UNDOCUMENTED else "",
            )


@rule
def non_documente_abusif(entry: Entry, context: Context) -> Iterator[Fault]:
    """« non_documente » ne nomme que des faits qu’une source peut taire, et que la fiche ne donne pas."""
    if not isinstance(entry, Practice):
        return
    for position, name in enumerate(entry.non_documente):
        if name not in MAY_BE_UNDOCUMENTED:
            remedy = remedy_for(name, MAY_BE_UNDOCUMENTED, "CONTRIBUTING.md")
            yield fault(("non_documente", position), "non-documente-abusif", cle=quoted(name), remede=remedy)
        elif getattr(entry, name):
            yield fault(("non_documente", position), "non-documente-abusif/donne", cle=name)


@rule
def manque_a_dire(entry: Entry, context: Context) -> Iterator[Fault]:
    """Une graine dit ce qui lui manque : c’est l’invitation à la compléter."""
    yield from unmet("manque-a-dire", entry, context.catalogue.vocabularies)
