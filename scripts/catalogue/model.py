"""The sheet, the replication and the workshop, typed. Field names are the YAML keys; lengths are in characters.

Shape after TIDieR (describing an intervention so that it can be repeated: BMJ 2014;348:g1687) and ASTAIRE (what must
travel, what may adapt: Cambon et al., 2013). Shown as data to `schema`, so a form can be drawn from it.
"""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from catalogue.fields import Boolean, FullDate, PartialDate, SheetId, SourceId, Term, Text, WebAddress, Whole


class Part(BaseModel):
    """Anything written in a YAML file: frozen, and no key but its own."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Organisation(Part):
    nom: Annotated[str, Text(80)]
    type: Annotated[str, Term("structures")]
    url: WebAddress | None = None


class Partner(Part):
    type: Annotated[str, Term("structures")]
    nom: Annotated[str, Text(80)] | None = None
    role: Annotated[str, Text(120)]


class Programme(Part):
    code: Annotated[str, Term("dispositifs")]
    role: Annotated[str, Text(120)]


class Step(Part):
    titre: Annotated[str, Text(60)]
    texte: Annotated[str, Text(280, markdown=True)]
    duree: Annotated[str, Text(30)] | None = None


class Role(Part):
    role: Annotated[str, Text(60)]
    competences: Annotated[str, Text(160)] | None = None
    etp: Annotated[str, Text(60)] | None = None


class Material(Part):
    titre: Annotated[str, Text(80)]
    url: WebAddress
    licence: Annotated[str, Text(60)] | None = None
    modifiable: Boolean = False


class Cost(Part):
    niveau: Annotated[str, Term("couts")]
    detail: Annotated[str, Text(200)] | None = None


class Result(Part):
    indicateur: Annotated[str, Text(80)]
    valeur: Annotated[str, Text(80)]
    periode: Annotated[str, Text(80)] | None = None
    effectif: Annotated[str, Text(80)] | None = None
    reserve: Annotated[str, Text(160)] | None = None
    source: SourceId


class Evidence(Part):
    niveau: Annotated[str, Term("preuves")]
    justification: Annotated[str, Text(200)]


class Quote(Part):
    texte: Annotated[str, Text(200)]
    qui: Annotated[str, Text(80)]
    source: SourceId | None = None
    consentement: Boolean = False


class Condition(Part):
    question: Annotated[str, Text(140)]
    famille: Annotated[str, Term("familles-conditions")]
    bloquante: Boolean = False


class Analysis(Part):
    """Who judged what must travel: the editors from public sources, until the people who run the practice confirm."""

    voix: Annotated[str, Term("voix-analyse")]
    date: FullDate | None = None


class Discussion(Part):
    questions: Annotated[tuple[Annotated[str, Text(160)], ...], Field(min_length=2, max_length=4)]
    duree: Annotated[Whole, Field(ge=5, le=480)]
    participants: Annotated[str, Text(40)]
    difficulte_animation: Annotated[Whole, Field(ge=1, le=3)]
    difficulte_participants: Annotated[Whole, Field(ge=1, le=3)]


class Source(Part):
    id: SourceId
    type: Annotated[str, Term("types-sources")]
    titre: Annotated[str, Text(200)]
    editeur: Annotated[str, Text(120)]
    url: WebAddress | None = None
    date: PartialDate | None = None
    page: Annotated[str, Text(40)] | None = None
    extrait: Annotated[str, Text(300)] | None = None
    lu_en_copie: Boolean = False
    adresse_omise: Annotated[str, Text(100)] | None = None


class Criterion(Part):
    critere: Annotated[str, Term("criteres-relecture")]
    avis: Annotated[str, Term("avis-relecture")]
    commentaire: Annotated[str, Text(160)] | None = None


class Review(Part):
    date: FullDate
    grille: Annotated[tuple[Criterion, ...], Field(min_length=1)]


class SeeAlso(Part):
    id: SheetId
    lien: Annotated[str, Term("liens")]


Sources = Annotated[tuple[Source, ...], Field(min_length=1, max_length=20)]
Places = Annotated[tuple[Annotated[str, Term("territoires")], ...], Field(min_length=1, max_length=13)]


class Practice(Part):
    """One practice. Optional here means « not asked of a graine »: rules ask the rest of a published sheet."""

    id: str
    theme: str
    titre: Annotated[str, Text(80)]
    accroche: Annotated[str, Text(160)]
    statut: Annotated[str, Term("statuts")]
    statut_motif: Annotated[str, Text(160)] | None = None
    remplacee_par: SheetId | None = None
    anciens_ids: Annotated[tuple[str, ...], Field(max_length=10)] = ()
    autres_themes: Annotated[tuple[Annotated[str, Term("themes")], ...], Field(max_length=2)] = ()
    sous_themes: Annotated[tuple[Annotated[str, Term("sous-themes")], ...], Field(min_length=1, max_length=2)]
    publics: Annotated[tuple[Annotated[str, Term("publics")], ...], Field(min_length=1, max_length=5)]
    freins: Annotated[tuple[Annotated[str, Term("freins")], ...], Field(max_length=5)] = ()
    modalites: Annotated[tuple[Annotated[str, Term("modalites")], ...], Field(min_length=1, max_length=4)] | None = None
    porteur: Organisation
    partenaires: Annotated[tuple[Partner, ...], Field(max_length=8)] = ()
    territoires: Places
    milieu: Annotated[tuple[Annotated[str, Term("milieux")], ...], Field(max_length=4)] = ()
    periode: Annotated[str, Text(120)] | None = None
    dispositifs: Annotated[tuple[Programme, ...], Field(max_length=3)] = ()
    probleme: Annotated[str, Text(400, markdown=True)]
    situations: Annotated[tuple[Annotated[str, Text(100)], ...], Field(max_length=12)] = ()
    en_bref: Annotated[str, Text(300)]
    etapes: Annotated[tuple[Step, ...], Field(min_length=3, max_length=7)] | None = None
    qui_fait: Annotated[tuple[Role, ...], Field(min_length=1, max_length=5)] | None = None
    rythme_duree: Annotated[str, Text(160)] | None = None
    lieu: Annotated[str, Text(160)] | None = None
    supports: Annotated[tuple[Material, ...], Field(max_length=10)] = ()
    cout: Cost | None = None
    effort: Annotated[str, Term("efforts")] | None = None
    premier_pas: Annotated[str, Text(200)] | None = None
    resultats: Annotated[tuple[Result, ...], Field(max_length=5)] = ()
    preuve: Evidence | None = None
    limites: Annotated[str, Text(500, markdown=True)] | None = None
    effets_indesirables: Annotated[str, Text(300, markdown=True)] | None = None
    paroles: Annotated[tuple[Quote, ...], Field(max_length=3)] = ()
    noyau: Annotated[tuple[Annotated[str, Text(90)], ...], Field(min_length=2, max_length=5)] | None = None
    adaptable: Annotated[tuple[Annotated[str, Text(120)], ...], Field(min_length=1, max_length=5)] | None = None
    conditions: Annotated[tuple[Condition, ...], Field(min_length=3, max_length=8)] | None = None
    analyse: Analysis | None = None
    vocation: Annotated[str, Term("vocations")] | None = None
    stade: Annotated[str, Term("stades")] | None = None
    atelier: Discussion | None = None
    resume_falc: Annotated[str, Text(400)] | None = None
    non_documente: Annotated[tuple[str, ...], Field(max_length=5)] = ()
    manques: Annotated[tuple[Annotated[str, Text(160)], ...], Field(max_length=8)] = ()
    sources: Sources
    voix: Annotated[tuple[Annotated[str, Term("voix")], ...], Field(min_length=1, max_length=4)] | None = None
    date_collecte: FullDate | None = None
    date_maj: FullDate | None = None
    a_relire_avant: FullDate | None = None
    relecture: Review | None = None
    contributeurs: Annotated[tuple[Annotated[str, Text(80)], ...], Field(max_length=10)] = ()
    contact: Annotated[str, Text(80)] | None = None
    licence: Annotated[str, Term("licences")] | None = None
    voir_aussi: Annotated[tuple[SeeAlso, ...], Field(max_length=5)] = ()

    @property
    def is_seed(self) -> bool:
        """A graine: ten minutes, the first nine answers."""
        return self.statut == "graine"


class Replication(Part):
    """A practice taken up somewhere else, stopped and failed attempts included."""

    id: str
    fiche: SheetId
    anciens_ids: Annotated[tuple[str, ...], Field(max_length=10)] = ()
    lieu: Annotated[str, Text(80)]
    structure: Organisation
    territoires: Places
    depuis: PartialDate | None = None
    jusqu_a: PartialDate | None = None
    etat: Annotated[str, Term("etats-essaimage")]
    repris: Annotated[tuple[Annotated[str, Text(120)], ...], Field(max_length=5)] = ()
    change: Annotated[str, Text(500, markdown=True)] | None = None
    constat: Annotated[str, Text(500, markdown=True)] | None = None
    manques: Annotated[tuple[Annotated[str, Text(160)], ...], Field(max_length=8)] = ()
    sources: Sources


class Sequence(Part):
    titre: Annotated[str, Text(80)]
    duree: Annotated[Whole, Field(ge=1, le=240)]
    consigne: Annotated[str, Text(600, markdown=True)]
    fiches: Annotated[tuple[SheetId, ...], Field(max_length=8)] = ()
    questions: Annotated[tuple[Annotated[str, Text(160)], ...], Field(max_length=6)] = ()


class Variant(Part):
    pour: Annotated[str, Text(60)]
    consigne: Annotated[str, Text(400, markdown=True)]


class Printable(Part):
    """What participants hold: cards to cut out, or a sheet to fill. Its bounds are those of one side of A4."""

    titre: Annotated[str, Text(80)]
    type: Annotated[str, Term("types-supports")]
    nombre: Annotated[str, Text(60)]
    elements: Annotated[tuple[Annotated[str, Text(120)], ...], Field(min_length=2, max_length=8)]


class Workshop(Part):
    """An ordered path through sheets, for a trainer. Durations in minutes; totals are computed, never typed."""

    id: str
    titre: Annotated[str, Text(80)]
    accroche: Annotated[str, Text(160)]
    anciens_ids: Annotated[tuple[str, ...], Field(max_length=10)] = ()
    objectifs: Annotated[tuple[Annotated[str, Text(160)], ...], Field(min_length=1, max_length=5)]
    participants: Annotated[str, Text(60)]
    materiel: Annotated[tuple[Annotated[str, Text(120)], ...], Field(max_length=10)] = ()
    supports: Annotated[tuple[Printable, ...], Field(max_length=6)] = ()
    sequences: Annotated[tuple[Sequence, ...], Field(min_length=2, max_length=10)]
    animateur: Annotated[str, Text(1200, markdown=True)] | None = None
    variantes: Annotated[tuple[Variant, ...], Field(max_length=6)] = ()
    licence: Annotated[str, Term("licences")]

    @property
    def duree(self) -> int:
        """Whole length, in minutes."""
        return sum(sequence.duree for sequence in self.sequences)


class Withdrawal(Part):
    """What stays of an entry taken off: its address goes on answering, and says why. Its text is gone."""

    id: str
    titre: Annotated[str, Text(80)]
    etait: Annotated[str, Term("natures")] = "fiche"
    anciens_ids: Annotated[tuple[str, ...], Field(max_length=10)] = ()
    date: FullDate
    motif: Annotated[str, Text(300)]
    remplacee_par: SheetId | None = None


Entry = Practice | Replication | Workshop | Withdrawal
