"""Many modules in the source, few scripts on the line: every request may cost a slow phone two seconds.

Each module becomes a function that returns what it exports, after those it imports. What only some need
goes into a second script, which takes the modules of the first one from there.
"""

import json
import re
from pathlib import Path

STATIC = Path(__file__).parents[1] / "static"
FIRST, SECOND = "/static/page.js", "/static/later.js"
ENTRY, SENTENCES = "app", "sentences"
IMPORT = re.compile(r'^import \{([^}]*)\} from "\./(\w+)\.js";\n', re.MULTILINE)
LATER = re.compile(r'import\("\./(\w+)\.js"\)')
EXPORT = re.compile(r"^export (?=(?:async )?(?:const|class|function) (\w+))", re.MULTILINE)
COMMENT = re.compile(r"^ *(?://.*|/\*\*.*\*/)\n", re.MULTILINE)
INDENT = re.compile(r"^ +", re.MULTILINE)


def source(name: str) -> str:
    if name == SENTENCES:
        return f"export const SENTENCES = {json.dumps(_sentences(), ensure_ascii=False)};\n"
    return (STATIC / f"{name}.js").read_text("utf-8")


def _sentences() -> dict[str, dict[str, str]]:
    return {path.stem: json.loads(path.read_text("utf-8")) for path in sorted(STATIC.glob("strings/*.json"))}


def needed(name: str, found: list[str]) -> list[str]:
    """Add the module and all it imports to those found, what is imported first."""
    if name not in found:
        for _, other in IMPORT.findall(source(name)):
            needed(other, found)
        found.append(name)
    return found


def wrapped(name: str) -> str:
    """Give the module as one statement."""
    text = source(name)
    exports = EXPORT.findall(text)
    text = IMPORT.sub(_taken, COMMENT.sub("", text))
    text = LATER.sub(rf'import("{SECOND}").then((all) => all.$\1)', EXPORT.sub("", text))
    result = f"return {{ {', '.join(exports)} }};\n" if exports else ""
    return f"const ${name} = (() => {{\n{INDENT.sub('', text)}{result}}})();\n"


def _taken(found: re.Match[str]) -> str:
    names = re.sub(r"(\w+) as (\w+)", r"\1: \2", found[1].strip())
    return f"const {{ {names} }} = ${found[2]};\n"


def scripts() -> tuple[str, str]:
    """Give the script of the first screen, and the one with what can wait."""
    first = needed(ENTRY, [])
    both = list(first)
    for name in first:
        for later in LATER.findall(source(name)):
            needed(later, both)
    second = both[len(first) :]
    shared = ", ".join(f"${name}" for name in first)
    taken = f'import {{ {shared} }} from "{FIRST}";\n'
    return _script(first, ""), _script(second, taken)


def _script(names: list[str], head: str) -> str:
    exports = ", ".join(f"${name}" for name in names)
    return f"{head}{''.join(wrapped(name) for name in names)}export {{ {exports} }};\n"
