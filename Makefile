# Essaim. Chaque commande installe d'abord ce qui lui manque.
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

# Ce à quoi une proposition est comparée.
BASE ?= origin/main
# Dans une vérification en ligne, les problèmes s'affichent à leur ligne, et la grille va dans le résumé.
FORMAT := $(if $(GITHUB_ACTIONS),github,text)
RESUME := $(if $(GITHUB_STEP_SUMMARY),--ajouter-a "$(GITHUB_STEP_SUMMARY)")

.PHONY: help serve site documents check fix new permaliens relecture tableau formulaires bench-recherche test
.PHONY: proposition verifier-code verifier-site lock clean
help: ## Cette aide
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

serve: $(VENV)/.site ## Vérifier, construire, indexer, servir sur http://127.0.0.1:8000/ et suivre les changements
	$(PY) scripts/serve.py

site: $(VENV)/.site ## Construire le site dans site/
	$(PY) scripts/build.py

documents: $(VENV)/.site ## Imprimer en PDF les cartes, les fiches et les guides d’animation dans documents/
	$(PY) scripts/documents.py

check: $(VENV)/.site ## Vérifier tout ce qui est dans practices/
	$(PY) scripts/check.py --format $(FORMAT)

fix: $(VENV)/.site ## Mettre les fiches en forme, sans changer leur sens
	$(PY) scripts/fix.py

new: $(VENV)/.site ## Écrire une graine ou une reprise, en répondant à des questions
	@$(PY) scripts/new.py || [ $$? -eq 1 ] # 1 : une pause, dont le brouillon est gardé

permaliens: $(VENV)/.site ## Vérifier qu'aucune adresse publiée ne disparaît depuis BASE (origin/main)
	$(PY) scripts/permaliens.py --base "$(BASE)" --format $(FORMAT)

relecture: $(VENV)/.site ## La grille de relecture de ce qui a changé depuis BASE, déjà remplie en partie
	$(PY) scripts/review.py --base "$(BASE)" $(RESUME)

tableau: $(VENV)/.site ## L'état de la base : complétude, thèmes × publics, preuves, sources
	$(PY) scripts/overview.py

formulaires: $(VENV)/.site ## Réécrire les formulaires d'issue et les modèles de CONTRIBUTING.md, d'après les questions
	$(PY) scripts/issue_forms.py

bench-recherche: $(VENV)/.tests ## Mesurer la recherche, dans la vraie page, sur les requêtes de tests/requetes.yml
	PYTHONPATH=scripts:tests $(PY) -m browser.bench_search

test: $(VENV)/.tests ## Toutes les vérifications : style, types, modules, construction, navigateur
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(PY) -m pytest -q -n 2 --dist loadgroup

proposition: check permaliens relecture verifier-code site verifier-site ## Tout ce que vérifie une proposition

verifier-code: $(VENV)/.tests ## Style, types, et tous les tests sans navigateur
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(PY) -m pytest -q -n 2 --dist loadgroup --ignore tests/browser --ignore tests/test_site.py

verifier-site: $(VENV)/.tests ## Le site construit, et dans un vrai navigateur
	$(PY) -m pytest -q -n 2 --dist loadgroup tests/browser tests/test_site.py

lock: ## Recalculer les versions figées (après un changement dans pyproject.toml)
	$(PYTHON) -m venv $(VENV)/uv && $(VENV)/uv/bin/pip install -q uv
	$(VENV)/uv/bin/uv pip compile -q --universal --generate-hashes --python-version 3.11 --no-header pyproject.toml -o requirements.txt
	$(VENV)/uv/bin/uv pip compile -q --universal --generate-hashes --python-version 3.11 --no-header --extra dev -c requirements.txt pyproject.toml -o requirements-dev.txt

clean: ## Effacer ce qui est construit
	rm -rf site .site-* .cache $(VENV)

$(PY):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Il faut Python 3.11 ou plus récent : make PYTHON=python3.12 …"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.site: requirements.txt | $(PY)
	$(PY) -m pip install -q --require-hashes -r requirements.txt
	@touch $@

$(VENV)/.tests: requirements-dev.txt tests/package-lock.json $(VENV)/.site
	$(PY) -m pip install -q --require-hashes -r requirements-dev.txt
	PATH="$(CURDIR)/$(VENV)/bin:$$PATH" npm --prefix tests ci --silent
	PYTHONPATH=tests $(PY) -m browser.install_chromium
	@touch $@
