"""Pages' bodies out of the catalogue: one Jinja environment, autoescape always on, undefined names refused."""

import re
from collections.abc import Mapping
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from catalogue.bibliography import bibtex, csl
from catalogue.blank import blank
from catalogue.catalogue import FACETS, Catalogue
from catalogue.citation import citation, french_date, french_duration, french_size
from catalogue.codes import short_code
from catalogue.fields import SOURCE_MARK
from catalogue.form import screens
from catalogue.js_patterns import javascript
from catalogue.markup import Acronym, Writer, acronym_pattern, plain_text
from catalogue.model import Practice, Replication
from catalogue.related import Neighbours
from catalogue.short_links import short_address, without_scheme, workshop_address
from catalogue.typography import french

TEMPLATES = Path(__file__).resolve().parents[2] / "overrides" / "gabarits"
RELATED = 3
FACET_FOLDERS = {"theme": "themes", "publics": "publics", "freins": "freins", "territoires": "territoires"}
"""Facets whose terms have a landing page → its folder."""


class Renderer:
    """Renders templates of overrides/gabarits with the catalogue at hand."""

    def __init__(self, catalogue: Catalogue, site_url: str, papers: Mapping[str, int] | None = None) -> None:
        """`papers`: the documents that pages may link to, as path in the site → bytes."""
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
            "poids": french_size,
            "sans_protocole": without_scheme,
        }
        self.environment.globals |= {
            "catalogue": catalogue,
            "site_url": site_url,
            "terme": catalogue.term,
            "code_court": short_code,
            "adresse_courte": partial(short_address, site_url),
            "adresse_atelier": partial(workshop_address, site_url),
            "papiers_imprimes": papers or {},
            "facettes": FACETS,
            "dossiers": FACET_FOLDERS,
            "hors_ligne": False,
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
                bibtex=bibtex(practice, self.site_url),
                csl=csl(practice, self.site_url),
            )
        )

    @cached_property
    def _acronyms(self) -> dict[str, Acronym]:
        return {
            term.libelle: Acronym(term.libelle, term.developpe or term.definition, f"glossaire/#{term.code}")
            for term in self.catalogue.vocabularies["glossaire"].termes
        }

    @cached_property
    def _acronym_pattern(self) -> re.Pattern[str] | None:
        return acronym_pattern(self._acronyms)
