"""Questions asked one after the other in a terminal, each answer judged at once by the rules that check files."""

from collections.abc import Callable
from typing import Any

from catalogue.catalogue import Catalogue
from catalogue.examples import completed
from catalogue.form import Field, Screen, fields_at, screens
from catalogue.markup import plain_text
from catalogue.phrases import fault, retold
from catalogue.problems import Fault, Path, Severity, one_line
from catalogue.questions import Size
from catalogue.understood import listed, understood
from choosing import Chooser
from judging import Judge
from posing import announce, pose
from terminal import BACK, NO, YES, GoBack, Terminal

HELP, ERASE = "?", "-"
ONLY_WITHOUT = {"adresse_omise": "url", "lu_en_copie": "url"}
"""A part asked when another has no answer."""
LATER = ("page", "extrait")
"""Parts of a source that a graine can do without."""
Whole = Callable[[Any], Any]
"""What a part or an item is → the answer to the whole question, with it inside."""


class Interview:
    """One entry being written. `answers` fills up; `keep` is called with it after each answer."""

    def __init__(
        self, terminal: Terminal, catalogue: Catalogue, kind: str, size: Size, keep: Callable[[], None]
    ) -> None:
        self.terminal, self.catalogue, self.kind, self.size, self.keep = terminal, catalogue, kind, size, keep
        self.judge = Judge(kind, catalogue)
        self.screens = [one for one in screens(kind) if one.step.size is Size.SEED or size is Size.SHEET]
        self.fields = [(screen, field) for screen in self.screens for field in screen.fields]
        self.field_named = {field.name: field for _, field in self.fields}
        self.choose = Chooser(terminal, catalogue)
        self.answers: dict[str, Any] = {}
        self.unfinished: dict[str, Any] = {}
        """Answers of several parts, left in the middle."""
        self.asked = 0
        """How many questions have had their turn."""

    def run(self) -> None:
        """Asks all that has not been asked. Raises Interrupted; `answers` then holds what was said."""
        shown: Screen | None = None
        while self.asked < len(self.fields):
            screen, field = self.fields[self.asked]
            if screen is not shown:
                announce(self.terminal, screen.step, self.screens.index(screen) + 1, len(self.screens))
                shown = screen
            try:
                self.ask(field)
            except GoBack:
                self.asked = max(0, self.asked - 1)
                continue
            self.asked += 1
            self.keep()

    def ask(self, field: Field) -> None:
        """One question of the first level; its answer goes into `answers`."""
        pose(self.terminal, field, self._is_needed(field))
        value = self._value(field, (field.name,), self.unfinished.get(field.name, self.answers.get(field.name)))
        self.unfinished.pop(field.name, None)
        self.answers.pop(field.name, None)
        silent = [name for name in self.answers.pop("non_documente", []) if name != field.name]
        if value not in (None, "", []):
            self.answers[field.name] = value
        elif self._is_needed(field) and field.undocumented:
            silent.append(field.name)
        if silent:
            self.answers["non_documente"] = silent
        if field.name == "en_bref":
            self._tell_look_alikes()

    def _is_needed(self, field: Field) -> bool:
        return field.needed is Size.SEED or (field.needed is Size.SHEET and self.size is Size.SHEET)

    def _value(self, field: Field, path: Path, before: Any, whole: Whole = lambda value: value) -> Any:
        """An answer that the rules accept, or nothing where nothing is asked. `whole` puts a part into its question's."""
        value: Any
        refused = ""
        while True:
            match field.kind:
                case "bloc":
                    value = self._block(field, path, before)
                case "blocs":
                    value = self._blocks(field, path, before or [])
                case "textes":
                    value = self._lines(field, before or [])
                case "terme" | "termes" | "fiche" | "source":
                    value = self._chosen(field, before)
                case _:
                    value = self._line(field, before, refused)
            may_be_silent = field.undocumented or not self._is_needed(field)
            if value in (None, "", [], {}) and may_be_silent:
                return None
            if value in (None, "", [], {}):
                self.tell(fault(path, "champ-requis", cle=field.name, de=""), "  ✗ ")
            elif self._accepts(path, value, whole):
                return value
            before, refused = value, value if isinstance(value, str) else ""

    def _line(self, field: Field, before: Any, refused: str) -> str:
        answer = self._read(refused) if refused else self._read_over(str(before or ""))
        if not answer and before and not refused:
            return str(before)
        if answer == ERASE or (field.kind == "oui-non" and answer.casefold() in NO):
            return ""
        return self._understood(field, answer)

    def _understood(self, field: Field, answer: str) -> str:
        """The answer as the file will hold it, shown when it is not what was typed."""
        found = "oui" if field.kind == "oui-non" and answer.casefold() in YES else answer
        found = understood(field.kind, found, self.judge.today)
        if found != answer:
            self.terminal.say(f"Compris : {found}", "  ")
        return found

    def _read_over(self, before: str) -> str:
        """A line where an answer already stands."""
        if before:
            self.terminal.say(f"Réponse actuelle : {before}\nEntrée pour la garder, « - » pour l’effacer.", "  ")
        return self._read()

    def _read(self, typed: str = "", prompt: str = "> ") -> str:
        answer = self.terminal.ask(prompt, typed)
        while answer == HELP:
            self.terminal.say("« < » revient à la question d’avant. Ctrl-C s’arrête et garde un brouillon.", "  ")
            answer = self.terminal.ask(prompt)
        if answer == BACK:
            raise GoBack
        return answer

    def _lines(self, field: Field, before: list[str]) -> list[str]:
        first = self._read_over(" / ".join(before))
        if not first:
            return before
        found: list[str] = []
        while first:
            if first != ERASE:
                found += listed(first)
                self._note(field, found)
            first = self._read()
        return found

    def _chosen(self, field: Field, before: Any) -> Any:
        several = field.kind == "termes"
        sources = [source["id"] for source in self.answers.get("sources", [])]
        self.choose.show(field, sources)
        while True:
            answer = self._read_over(", ".join(before) if several and before else str(before or ""))
            if not answer:
                return before
            if answer == ERASE:
                return None
            codes = self.choose.codes(answer, field, sources)
            if codes and (several or len(codes) == 1):
                return codes if several else codes[0]
            if codes:
                self.terminal.say("Une seule réponse ici.", "  ✗ ")
            before = None

    def _block(self, field: Field, path: Path, before: Any) -> dict[str, Any] | None:
        if not self._is_needed(field) and not before and not self._agrees("Répondre"):
            return None

        def whole(block: dict[str, Any]) -> dict[str, Any]:
            return completed(block, field, self.catalogue)

        return self._parts(field, path, dict(before or {}), whole, lambda block: self._note(field, block))

    def _blocks(self, field: Field, path: Path, before: list[dict[str, Any]]) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = []
        while not field.most or len(found) < field.most:
            known = before[len(found)] if len(found) < len(before) else {}
            if not known and not self._wants_another(field, len(found)):
                break
            item = ({"id": f"s{len(found) + 1}"} if field.name == "sources" else {}) | known
            here = (*path, len(found))
            self.terminal.say(f"\n{field.question.item.partition(' ')[2].capitalize()} {len(found) + 1}", "  ")

            def whole(block: dict[str, Any]) -> list[Any]:
                return self.judge.padded(field, [*found, completed(block, field, self.catalogue)])

            def note(block: dict[str, Any]) -> None:
                self._note(field, [*found, block, *before[len(found) + 1 :]])

            item = self._parts(field, here, item, whole, note)
            while not self._accepts(here, self.judge.padded(field, [*found, item])):
                item = self._parts(field, here, item, whole, note)
            found.append(item)
        return found

    def _wants_another(self, field: Field, count: int) -> bool:
        if self._is_needed(field) and not field.undocumented and count < max(1, field.least):
            return True
        article, _, name = field.question.item.partition(" ")
        return self._agrees(f"Ajouter {article} autre {name}" if count else f"Ajouter {field.question.item}")

    def _note(self, field: Field, value: Any) -> None:
        """Keeps what is said of a question not answered whole yet."""
        self.unfinished[field.name] = value
        self.keep()

    def _parts(
        self, field: Field, path: Path, block: dict[str, Any], whole: Whole, note: Callable[[dict[str, Any]], None]
    ) -> dict[str, Any]:
        """The parts of a block, each judged with the block in its place, where `whole` puts it, then noted."""
        for part in field.parts:
            skipped = part.name in LATER and self.size is Size.SEED
            if skipped or block.get(ONLY_WITHOUT.get(part.name, "")) or (field.name == "sources" and part.name == "id"):
                continue
            pose(self.terminal, part, part.needed is not None, "  ")
            before = block.get(part.name)
            block = {name: value for name, value in block.items() if name != part.name}

            def placed(value: Any, known: dict[str, Any] = block, name: str = part.name) -> Any:
                return whole({**known, name: value})

            if (value := self._value(part, (*path, part.name), before, placed)) is not None:
                block = {**block, part.name: value}
                note(block)
        return block

    def _agrees(self, question: str) -> bool:
        answer = self._read(prompt=f"{question} ? oui ou non (Entrée : non) > ")
        return answer.casefold() in YES

    def _accepts(self, path: Path, value: Any, whole: Whole = lambda value: value) -> bool:
        """Whether the rules accept `value` at `path` and below; tells what they say."""
        faults = self.judge.faults_at(path, {str(path[0]): whole(value)}, self.answers)
        for severity, found in faults:
            self.tell(found, "  ✗ " if severity is Severity.ERROR else "  Conseil : ")
        return all(severity is Severity.WARNING for severity, _ in faults)

    def tell(self, found: Fault, sign: str) -> None:
        fields = fields_at(self.kind, found.path)
        message, remedy = retold(found, fields[-1].kind if fields else "")
        self.terminal.say(one_line(f"{message} ; {remedy}"), sign)

    def _tell_look_alikes(self) -> None:
        for other in self.judge.look_alikes(self.answers):
            self.terminal.say(
                f"Une fiche proche existe : « {plain_text(other.titre)} » ({other.id}). Peut-être vaut-il mieux la"
                " compléter, ou raconter une reprise.",
                "  Conseil : ",
            )
