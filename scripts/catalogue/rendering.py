"""Pages' bodies out of the catalogue: one Jinja environment, autoescape always on, undefined names refused."""

import re
from functools import cached_property
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from catalogue.blank import blank
from catalogue.catalogue import FACETS, Catalogue
from catalogue.citation import citation, french_date, french_duration
from catalogue.codes import short_code
from catalogue.fields import SOURCE_MARK
from catalogue.form import screens
from catalogue.js_patterns import javascript
from catalogue.markup import Acronym, Writer, acronym_pattern, plain_text
from catalogue.model import Practice, Replication
from catalogue.related import Neighbours
from catalogue.typography import french

TEMPLATES = Path(__file__).resolve().parents[2] / "overrides" / "gabarits"
RELATED = 3
FACET_FOLDERS = {"theme": "themes", "publics": "publics", "freins": "freins", "territoires": "territoires"}
"""Facets whose terms have a landing page → its folder."""


class Renderer:
    """Renders templates of overrides/gabarits with the catalogue at hand."""

    def __init__(self, catalogue: Catalogue, site_url: str) -> None:
        self.catalogue = catalogue
        self.site_url = site_url
        self.neighbours = Neighbours(catalogue)
        self.environment = Environment(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.environment.filters |= {
            "francais": french,
            "duree": french_duration,
            "date": french_date,
            "nu": plain_text,
        }
        self.environment.globals |= {
            "catalogue": catalogue,
            "terme": catalogue.term,
            "code_court": short_code,
            "facettes": FACETS,
            "dossiers": FACET_FOLDERS,
            "formulaire": screens,
            "vierge": blank,
            "renvoi": javascript(SOURCE_MARK)[0],
        }

    def render(self, template: str, root: str, **values: Any) -> Markup:
        """A template as trusted HTML. `root` is the relative path to the site's root, like `../../`."""
        return Markup(  # noqa: S704 - autoescaped by the environment
            self.environment.get_template(template).render(root=root, ecrire=self.writer(root), **values)
        )

    def writer(self, root: str, practice: Practice | Replication | None = None) -> Writer:
        numbers = {source.id: rank for rank, source in enumerate(practice.sources, start=1)} if practice else {}
        return Writer(root, self._acronyms, self._acronym_pattern, numbers)

    def sheet(self, practice: Practice, root: str) -> Markup:
        template = self.environment.get_template("fiche/fiche.html")
        return Markup(  # noqa: S704 - autoescaped by the environment
            template.render(
                root=root,
                ecrire=self.writer(root, practice),
                fiche=practice,
                essaimages=self.catalogue.replications_of.get(practice.id, []),
                ateliers=self.catalogue.workshops_with.get(practice.id, []),
                proches=self.neighbours.nearest(practice, RELATED),
                citation=citation(practice, self.site_url),
                noms=self._names(practice),
                autres_mots=self._other_words(practice),
            )
        )

    def _names(self, practice: Practice) -> str:
        """What a practice is also called: its id's words, its sources' titles, its programmes. Searched, never shown."""
        programmes = [self.catalogue.term("dispositifs", one.code) for one in practice.dispositifs]
        names = [
            practice.id.replace("-", " "),
            *(plain_text(source.titre) for source in practice.sources),
            *(name for term in programmes for name in (term.libelle, *term.synonymes)),
        ]
        return " ".join(dict.fromkeys(" ".join(names).split()))

    def _other_words(self, practice: Practice) -> str:
        """The other words for a sheet's terms. Searched, never shown."""
        values = self.catalogue.facet_values(practice)
        terms = [
            self.catalogue.term(FACETS[facet], code)
            for facet in ("publics", "freins", "modalites")
            for code in values[facet]
        ]
        return " ".join(dict.fromkeys(" ".join(name for term in terms for name in term.synonymes).split()))

    @cached_property
    def _acronyms(self) -> dict[str, Acronym]:
        return {
            term.libelle: Acronym(term.libelle, term.developpe or term.definition, f"glossaire/#{term.code}")
            for term in self.catalogue.vocabularies["glossaire"].termes
        }

    @cached_property
    def _acronym_pattern(self) -> re.Pattern[str] | None:
        return acronym_pattern(self._acronyms)
