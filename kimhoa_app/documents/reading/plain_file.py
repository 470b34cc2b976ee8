"""Plain text as a `Source`: its bytes decoded, in Unicode or in the codings of before, a paragraph for each line."""

import codecs
import re

from kimhoa_app.documents.model import Run
from kimhoa_app.documents.reading.source import Source, SourceItem, SourceParagraph, SourceSheet
from kimhoa_app.domain.errors import UnusableFile
from kimhoa_app.text.legacy import decode, guess_encoding, vietnamese_share
from kimhoa_app.text.normal import nfc

MOST_BYTES = 10 << 20
_MOST_LINES = 40_000  # some 1,000 pages
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_LINE_ENDS = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
_UNPRINTABLE = re.compile("[\0-\x08\x0e-\x1f]")
_MANY_UNPRINTABLE = 0.01
_LIKELY = 0.5  # share of Vietnamese words from which a legacy coding is believed


def plain_source(content: bytes, name: str) -> Source:
    """Return the lines of a text file; raises UnusableFile, which names it, for what is no text or too long."""
    if len(content) > MOST_BYTES:
        raise UnusableFile(f"“{name}” quá lớn, không phải một văn bản thông thường.")
    text = _decoded(content)
    if len(_UNPRINTABLE.findall(text)) > _MANY_UNPRINTABLE * len(text):
        raise UnusableFile(f"“{name}” không phải tệp văn bản (.docx hoặc .txt).")
    return text_source(text, name)


def text_source(text: str, name: str) -> Source:
    """Return the lines of a text, decoded where it seems to be in a coding of before Unicode.

    Raises UnusableFile, which names the text, for one with too many lines.
    """
    encoding, share = guess_encoding(text)
    lines = _LINE_ENDS.split(decode(text, encoding) if share >= _LIKELY else nfc(text))
    if len(lines) > _MOST_LINES:
        raise UnusableFile(f"“{name}” quá dài, không phải một văn bản thông thường.")
    items: list[SourceItem] = [
        SourceParagraph(number, "", (Run(line),) if line else ()) for number, line in enumerate(lines, start=1)
    ]
    return Source((SourceSheet(tuple(items)),))


def _decoded(content: bytes) -> str:
    for mark, codec in _BOMS:
        if content.startswith(mark):
            return content.decode(codec, errors="replace").removeprefix("\ufeff")
    if content[1::2].count(0) > len(content) // 4:
        return content.decode("utf-16-le", errors="replace")
    if content[::2].count(0) > len(content) // 4:
        return content.decode("utf-16-be", errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _of_old_windows(content)


def _of_old_windows(content: bytes) -> str:
    """Return the text of a file in Windows-1258, or with the signs that TCVN3 and VNI are told by."""
    western = content.decode("cp1252", errors="replace")
    vietnamese = nfc(content.decode("cp1258", errors="replace"))
    marked = [word.strip(".,;:()\"'") for word in vietnamese.split() if not word.isascii()]
    return vietnamese if vietnamese_share(marked) >= guess_encoding(western)[1] else western
