"""Vietnamese syllables: onset, rime and tone, where the tone is written, and its two customs (hòa, hoà)."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from kimhoa_app.text.normal import nfc

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_TONES_OF_STOPS = frozenset("\u0301\u0323")
_OPEN = (
    "a e ê i o ô ơ u ư y ia ua ưa oa oe uê uơ uy uya ai ay ây oi ôi ơi ui ưi ao au âu eo êu iu ưu iêu yêu ươi ươu uôi "
    "oai oay oao oeo uây uyu uêu "
    "an ăn ân en ên in on ôn ơn un ưn iên yên uôn ươn oan oăn oen uân uyên uyn "
    "am ăm âm em êm im om ôm ơm um ưm iêm yêm uôm ươm oam oăm "
    "ang ăng âng eng ong ông ung ưng iêng yêng uông ương oang oăng uâng oong anh ênh inh oanh uênh uynh"
)
_STOPPED = (
    "ac ăc âc ec oc ôc uc ưc iêc uôc ươc oac oăc ooc ach êch ich oach uêch uych "
    "at ăt ât et êt it ot ôt ơt ut ưt iêt yêt uôt ươt oat oăt oet uât uyêt uyt "
    "ap ăp âp ep êp ip op ôp ơp up iêp ươp oap uyp"
)
_STOPPED_RIMES = frozenset((*_STOPPED.split(), "êc", "ych", "yt", "yp"))
_RIMES = frozenset((*_OPEN.split(), *_STOPPED.split()))
_ONSETS = ("ngh", "ng", "nh", "gh", "gi", "g", "kh", "k", "ph", "p", "th", "tr", "t", "ch", "c", "qu", *"bdđhlmnrsvx")
_FRONT = frozenset("eêiy")
_AFTER_GI = frozenset({"êng", "êc", "êm", "ên", "êp", "êt", "êu"})  # giếng: the i of iê is that of the onset
_AFTER_QU = frozenset({"yn", "ynh", "yt", "ych", "yp", "yu"})  # quỳnh: the u of uy is that of the onset
_ALONE = frozenset({"yêu", "yên", "yêt", "yêm", "yêng"})
_FREE_RIMES = frozenset({"oa", "oe", "uy"})


@dataclass(frozen=True, slots=True)
class Syllable:
    """A syllable in small letters; `tone_at` is the letter of the rime that bears the tone, None for no tone."""

    onset: str
    rime: str
    tone: str = ""
    tone_at: int | None = None

    @property
    def is_in_place(self) -> bool:
        """Whether the tone is written where one of the two customs writes it."""
        return self.tone_at is None or self.tone_at in _places(self.onset, self.rime)

    def written(self, tone_at: int) -> str:
        """Return the syllable with its tone on that letter of its rime."""
        return nfc(f"{self.onset}{self.rime[: tone_at + 1]}{self.tone}{self.rime[tone_at + 1 :]}")


@lru_cache(maxsize=8192)
def parsed(word: str) -> Syllable | None:
    """Return `word` as a syllable, its tone wherever it stands in the rime; None for what is no syllable."""
    letters: list[str] = []
    tone, place = "", -1
    for char in nfc(word.lower()):
        marks = unicodedata.normalize("NFD", char)
        mark = next((each for each in marks if each in _TONES), "")
        if mark and tone:
            return None
        if mark:
            tone, place = mark, len(letters)
        letters.append(nfc(marks.replace(mark, "")) if mark else char)
    return _with_tone("".join(letters), tone, place)


def is_syllable(word: str) -> bool:
    """Return whether `word` is a Vietnamese syllable with its tone where it is to be."""
    found = parsed(word)
    return found is not None and found.is_in_place


def tone_in_place(word: str) -> str | None:
    """Return `word` with its tone where it is to be ("đựơc": "được"), None where it is there, or is no syllable."""
    found = parsed(word)
    if found is None or found.is_in_place:
        return None
    return like(word, found.written(_places(found.onset, found.rime)[0]))


def tone_variant(word: str) -> str | None:
    """Return the syllable as the other custom writes its tone ("hoà": "hòa", "hòa": "hoà"), None where both agree."""
    found = parsed(word)
    if found is None or found.tone_at is None:
        return None
    places = _places(found.onset, found.rime)
    if len(places) < 2 or found.tone_at not in places:
        return None
    return like(word, found.written(places[1 - places.index(found.tone_at)]))


def like(model: str, word: str) -> str:
    """Return `word` in capitals, with a capital first, or small, as `model` is."""
    if len(model) > 1 and model.isupper():
        return word.upper()
    return word[:1].upper() + word[1:] if model[:1].isupper() else word


def _with_tone(letters: str, tone: str, place: int) -> Syllable | None:
    for onset in (*(each for each in _ONSETS if letters.startswith(each)), ""):
        rime = letters[len(onset) :]
        if not _fits(onset, rime) or (rime in _STOPPED_RIMES and tone not in _TONES_OF_STOPS):
            continue
        if not tone:
            return Syllable(onset, rime)
        if place >= len(onset):
            return Syllable(onset, rime, tone, place - len(onset))
        if onset in ("qu", "gi"):
            return Syllable(onset, rime, tone, -1)  # qúy, gìa: on the onset's own vowel, never in place
    return None


def _fits(onset: str, rime: str) -> bool:
    if not rime:
        return False
    first_is_front = rime[0] in _FRONT
    if onset == "qu":
        return (
            (rime in _RIMES or rime in _AFTER_QU) and rime[0] not in "uư" and rime[:2] not in ("oa", "oă", "oe", "iê")
        )
    if onset == "gi":
        return (rime in _RIMES or rime in _AFTER_GI) and rime[0] not in "iy"
    if rime not in _RIMES or (rime in _ALONE and onset) or (rime[:2] == "iê" and not onset):
        return False
    if onset in ("k", "gh", "ngh"):
        return first_is_front
    if onset == "g":
        return not first_is_front or rime in ("i", "in", "it")
    return not (onset in ("c", "ng") and first_is_front)


def _places(onset: str, rime: str) -> tuple[int, ...]:
    """Return the letters of `rime` on which its tone may stand, that of the older custom (hòa) first."""
    if rime in _FREE_RIMES and onset != "qu":
        return (0, 1)
    marked = [index for index, letter in enumerate(rime) if letter in "ăâêôơư"]
    if marked:
        return (marked[-1],) if rime[marked[-1]] != "ư" or len(marked) > 1 else (marked[0],)
    vowels = [index for index, letter in enumerate(rime) if letter in "aeiouy"]
    if len(vowels) == 1:
        return (vowels[0],)
    is_open = vowels[-1] == len(rime) - 1
    if len(vowels) == 2 and is_open:
        return (0,)
    return (vowels[1],)
