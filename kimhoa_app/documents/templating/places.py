"""Names of the levels of government as running text says them: "huyện Hương Sơn", "tỉnh Hà Tĩnh", "thôn"."""

from kimhoa_app.domain.office import CITIES, OfficePeriod

_PROVINCE_WORDS = ("tỉnh ", "thành phố ")
_DISTRICT_WORDS = ("huyện ", "thị xã ", "thành phố ", "quận ")


def province_name(office: OfficePeriod) -> str:
    """Return "tỉnh Hà Tĩnh" or "thành phố Huế", whether or not the office's particulars name the level."""
    word = "thành phố" if bare_province(office) in CITIES else "tỉnh"
    return _with_level(office.province, word, _PROVINCE_WORDS)


def bare_province(office: OfficePeriod) -> str:
    """Return the name of the province alone, "Hà Tĩnh"."""
    return _without_level(office.province, _PROVINCE_WORDS)


def district_name(office: OfficePeriod) -> str:
    """Return "huyện Hương Sơn", or "" for an office that stands directly under the province."""
    return _with_level(office.district, "huyện", _DISTRICT_WORDS) if office.district else ""


def village_word(office: OfficePeriod) -> str:
    """Return what the parts of the commune are called."""
    return office.kind.village_word


def _with_level(name: str, word: str, known: tuple[str, ...]) -> str:
    level = next((each for each in known if name.lower().startswith(each)), f"{word} ")
    return f"{level}{_without_level(name, known)}"


def _without_level(name: str, known: tuple[str, ...]) -> str:
    level = next((each for each in known if name.lower().startswith(each)), "")
    return name[len(level) :]
