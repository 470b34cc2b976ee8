"""What ships and is not code, read in one way so that the frozen program and the source tree behave alike."""

from functools import cache
from importlib.resources import files
from typing import Any


def read_bytes(name: str) -> bytes:
    """Return the bytes of the resource `name`, a path with "/" below this package.

    Raises FileNotFoundError when nothing of that name ships.
    """
    return files(__name__).joinpath(*name.split("/")).read_bytes()


def read_text(name: str) -> str:
    """Return the UTF-8 text of the resource `name`."""
    return read_bytes(name).decode("utf-8")


@cache
def read_toml(name: str) -> dict[str, Any]:
    """Return the parsed TOML resource `name`; callers must not change it, it is read once."""
    import tomllib  # noqa: PLC0415 its patterns take 7 ms to compile, and the window paints without any table

    return tomllib.loads(read_text(name))


def names_in(folder: str, ending: str = "") -> list[str]:
    """Return the names of the resources directly in `folder` that end with `ending`, sorted."""
    entries = files(__name__).joinpath(*folder.split("/")).iterdir()
    return sorted(f"{folder}/{entry.name}" for entry in entries if entry.is_file() and entry.name.endswith(ending))
