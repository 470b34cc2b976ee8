"""Makes the fonts in `resources/fonts` from the whole ones, small, with every letter that Vietnamese needs.

Inter comes from the Debian package fonts-inter, Tinos from fonts-croscore:

    python installer/subset_fonts.py --inter /usr/share/fonts/opentype/inter --tinos /usr/share/fonts/truetype/croscore

The same sources give the same bytes. Beside the fonts it writes `tinos-widths.json`, the advance width of every
character of every Tinos face in thousandths of an em, so that text can be measured without Qt.
"""

import argparse
import json
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FONTS = Path(__file__).parent.parent / "resources" / "fonts"
INTER_FACES = ("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf", "Inter-Bold.otf")
TINOS_FACES = {
    "regular": "Tinos-Regular.ttf",
    "bold": "Tinos-Bold.ttf",
    "italic": "Tinos-Italic.ttf",
    "bold_italic": "Tinos-BoldItalic.ttf",
}
FEATURES = ("kern", "mark", "mkmk", "ccmp", "locl", "tnum", "case")
CHARACTERS = (
    (0x0020, 0x007E),  # Latin
    (0x00A0, 0x017F),  # Latin-1 and Latin Extended-A: Ă, Đ, Ĩ, Ũ among them
    (0x01A0, 0x01A1),  # Ơ
    (0x01AF, 0x01B0),  # Ư
    (0x02C6, 0x02DD),  # accents that stand alone
    (0x0300, 0x0309),  # the tones of decomposed text
    (0x0323, 0x0323),
    (0x1EA0, 0x1EF9),  # Vietnamese
    (0x2010, 0x2044),  # general punctuation
    (0x20AB, 0x20AB),  # ₫
    (0x2116, 0x2122),
    (0x2190, 0x2199),  # arrows
    (0x2212, 0x2212),
    (0x2260, 0x2265),
    (0x25A0, 0x25CF),  # squares, triangles, dots
    (0x2713, 0x2714),  # check marks
)


def subset(source: Path, target: Path) -> TTFont:
    """Write to `target` what the project needs of the font at `source`, and return it."""
    font = TTFont(source, recalcTimestamp=False)
    options = Options(layout_features=FEATURES, name_IDs=["*"], name_languages=["*"], notdef_outline=True)
    options.drop_tables += ["DSIG"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[code for first, last in CHARACTERS for code in range(first, last + 1)])
    subsetter.subset(font)
    font.save(target)
    return font


def widths(font: TTFont) -> dict[str, int]:
    """Return the advance width of every character of `font` in thousandths of an em."""
    per_mille = 1000 / font["head"].unitsPerEm
    metrics = font["hmtx"]
    return {chr(code): round(metrics[glyph][0] * per_mille) for code, glyph in sorted(font.getBestCmap().items())}


def main() -> None:
    """Make every face and the table of widths."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--inter", type=Path, required=True, help="folder of the whole Inter faces")
    parser.add_argument("--tinos", type=Path, required=True, help="folder of the whole Tinos faces")
    arguments = parser.parse_args()
    for name in INTER_FACES:
        subset(arguments.inter / name, FONTS / name)
    table = {face: widths(subset(arguments.tinos / name, FONTS / name)) for face, name in TINOS_FACES.items()}
    (FONTS / "tinos-widths.json").write_text(json.dumps(table, ensure_ascii=False, indent=0) + "\n", "utf-8")


if __name__ == "__main__":
    main()
