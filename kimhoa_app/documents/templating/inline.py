r"""Runs of bold and italic as light text: `**bold**`, `*italic*`, `***both***`; a sign meant as text is `\*`."""

import re
from collections.abc import Iterable, Iterator

from kimhoa_app.documents.model import Run
from kimhoa_app.documents.templating.protection import unprotected

_STYLED = re.compile(
    r"\*\*\*(?=\S)(?P<both>.+?)(?<=\S)\*\*\*|\*\*(?=\S)(?P<bold>.+?)(?<=\S)\*\*|\*(?=\S)(?P<italic>.+?)(?<=\S)\*"
)
_SIGNS = re.compile(r"[\\*]")


def parse_runs(text: str) -> tuple[Run, ...]:
    """Return the runs of one line of markup; a lone asterisk stays text."""
    runs = (
        Run(unprotected(text[start:end]), bold=style in ("both", "bold"), italic=style in ("both", "italic"))
        for start, end, style in styled_stretches(text)
    )
    return tuple(_joined(run for run in runs if run.text))


def styled_stretches(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield where the words of each run stand between the marks, with its style: bold, italic, both, or ""."""
    end = 0
    for found in _STYLED.finditer(text):
        style = str(found.lastgroup)
        yield end, found.start(), ""
        yield *found.span(style), style
        end = found.end()
    yield end, len(text), ""


def runs_text(runs: tuple[Run, ...]) -> str:
    """Return the markup that `parse_runs` reads back to the same words in the same styles."""
    return "".join(_run_text(run) for run in _joined(runs))


def _joined(runs: Iterable[Run]) -> list[Run]:
    joined: list[Run] = []
    for run in runs:
        last = joined[-1] if joined else None
        if last and (last.bold, last.italic) == (run.bold, run.italic):
            joined[-1] = Run(last.text + run.text, run.bold, run.italic)
        else:
            joined.append(run)
    return joined


def _run_text(run: Run) -> str:
    text = _SIGNS.sub(lambda found: "\\" + found.group(), run.text)
    words = text.strip()
    marks = "*" * (2 * run.bold + run.italic)
    if not words or not marks:
        return text
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{before}{marks}{words}{marks}{after}"
