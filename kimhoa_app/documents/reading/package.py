"""A .docx unpacked safely: known as one, its parts read with a limit each, its XML without entities."""

import codecs
import posixpath
import zipfile
import zlib
from io import BytesIO

from lxml import etree

from kimhoa_app.domain.errors import UnusableFile

Element = etree._Element

_MEGABYTE = 1 << 20
MOST_BYTES = 100 * _MEGABYTE  # of the file itself
_MOST_ENTRIES = 5_000
_MOST_PART = 32 * _MEGABYTE  # of one part unpacked
_MOST_SIGNS = 2_000_000  # elements and attributes of one part, which take some 100 bytes each
_MAIN = "word/document.xml"
_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ),
}
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    etree.XMLSyntaxError,
    UnicodeError,
    KeyError,
    ValueError,
    OSError,
    NotImplementedError,
    RuntimeError,
    EOFError,
    IndexError,
)


class WordPackage:
    """The parts of one .docx; raises UnusableFile, which names the file, for what is no Word file or is too large."""

    def __init__(self, content: bytes, name: str) -> None:
        self._name = name
        try:
            self._zip = zipfile.ZipFile(BytesIO(content))
        except _BROKEN as error:
            raise self._broken() from error
        names = self._zip.namelist()
        if len(names) > _MOST_ENTRIES:
            raise self._too_large()
        self._names = set(names)
        self.main = self._main_name()
        self._targets = self._relations(self.main)

    def part(self, name: str) -> Element | None:
        """Return the root of the part `name`, None where there is no such part."""
        if name not in self._names:
            return None
        try:
            return self._parsed(self._read(name))
        except _BROKEN as error:
            raise self._broken() from error

    def related(self, kind: str) -> list[str]:
        """Return the names of the parts that the main part relates to as `kind` ("styles", "header")."""
        return [target for _, found, target in self._targets if found == kind]

    def target(self, relation: str) -> Element | None:
        """Return the root of the part that the main part knows by the id `relation`, None where there is none."""
        name = next((target for key, _, target in self._targets if key == relation), "")
        return self.part(name)

    def _main_name(self) -> str:
        main = next((target for _, kind, target in self._relations("") if kind == "officeDocument"), _MAIN)
        if main not in self._names or not main.startswith("word/"):
            raise UnusableFile(_what_it_is(self._names, self._name))
        return main

    def _relations(self, part: str) -> list[tuple[str, str, str]]:
        """Return the id, the kind and the target of each relation."""
        folder, file = posixpath.split(part)
        root = self.part(posixpath.join(folder, "_rels", f"{file}.rels"))
        found = []
        for relation in root if root is not None else ():
            target = relation.get("Target", "")
            path = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
            kind = relation.get("Type", "").rsplit("/", 1)[-1]
            found.append((relation.get("Id", ""), kind, posixpath.normpath(path)))
        return found

    def _read(self, name: str) -> bytes:
        with self._zip.open(name) as part:
            content = part.read(_MOST_PART + 1)
        if len(content) > _MOST_PART:
            raise self._too_large()
        return content

    def _parsed(self, content: bytes) -> Element:
        if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            content = content.decode("utf-16").split("?>", 1)[-1].encode()
        if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
            raise self._broken()
        if content.count(b"<") + content.count(b"=") > _MOST_SIGNS:
            raise self._too_large()
        for strict, usual in _STRICT.items():
            content = content.replace(strict, usual)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
        return etree.fromstring(content, parser)

    def _broken(self) -> UnusableFile:
        return UnusableFile(f"“{self._name}” không phải tệp Word (.docx) hoặc đã bị hỏng.")

    def _too_large(self) -> UnusableFile:
        return UnusableFile(f"“{self._name}” quá lớn, không phải một văn bản thông thường.")


def _what_it_is(names: set[str], name: str) -> str:
    if any(each.startswith("xl/") for each in names):
        return f"“{name}” là bảng tính Excel, không phải văn bản Word (.docx)."
    if any(each.startswith("ppt/") for each in names):
        return f"“{name}” là tệp trình chiếu, không phải văn bản Word (.docx)."
    if "content.xml" in names:
        return f"“{name}” là tệp LibreOffice (.odt); hãy mở ra và lưu thành .docx."
    return f"“{name}” không phải tệp Word (.docx) hoặc đã bị hỏng."
