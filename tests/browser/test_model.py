"""The validator in a real browser: from the built site, under a sub-path, behind the site's own security policy."""

from browser.conftest import NewPage
from catalogue.corpus import PRACTICES
from test_cases import base

CHECK = """async ([texts, root]) => {
    const at = (name) => new URL(`assets/essaim/js/modele/${name}.js`, root).href;
    const { loadModel } = await import(at("modele"));
    const { validate } = await import(at("validation"));
    const { toYaml } = await import(at("ecriture"));
    const { fromYaml } = await import(at("lecture"));
    const model = await loadModel();
    const again = await loadModel();
    const told = [];
    for (const { text, id } of texts) {
        const { entry, problems, cuts } = await fromYaml(model, text);
        const found = [...problems, ...validate(model, "fiche", entry, { id, theme: "sourcing", cuts })];
        told.push({ rules: found.map(({ regle }) => regle), yaml: toYaml(model, "fiche", entry) });
    }
    return { told, once: model === again };
}"""


def test_a_page_of_the_site_checks_reads_and_writes(address: str, new_page: NewPage) -> None:
    """A published sheet is sound and written byte for byte; a wrong one is told by its rule; the model is fetched once."""
    published = next((PRACTICES / "sourcing").glob("*.yaml"))
    text = published.read_text(encoding="utf-8")
    wrong = base("graine").replace("statut: graine", "statut: grain").replace("au lavoir", "au l'avoir")
    page = new_page()
    page.goto(address)
    fetched = []
    page.on("request", lambda request: fetched.append(request.url.removeprefix(address)))
    answer = page.evaluate(CHECK, [[{"text": text, "id": published.stem}, {"text": wrong, "id": "au-lavoir"}], address])

    assert answer["told"][0] == {"rules": [], "yaml": text}
    assert set(answer["told"][1]["rules"]) == {"terme-inconnu", "apostrophe-droite"}
    assert answer["once"]
    assert fetched.count("donnees/modele.json") == 1
    assert fetched.count("assets/essaim/js/tiers/js-yaml.js") == 1


def test_a_page_without_a_form_pays_nothing(address: str, new_page: NewPage) -> None:
    """Neither home nor a sheet fetches the model, its modules or its libraries."""
    page = new_page()
    fetched = []
    page.on("request", lambda request: fetched.append(request.url))
    for path in ("", f"fiches/{next((PRACTICES / 'sourcing').glob('*.yaml')).stem}/"):
        page.goto(address + path)
        page.wait_for_load_state("networkidle")

    assert [url for url in fetched if "/modele" in url or "/tiers/" in url] == []
