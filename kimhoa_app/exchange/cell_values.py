"""What a cell means: days as people type them, identity numbers that Excel has taken for quantities."""

import re
from datetime import date

from openpyxl.utils.datetime import from_excel

from kimhoa_app.domain.errors import InvalidInput
from kimhoa_app.domain.partial_dates import PartialDate
from kimhoa_app.exchange.workbooks import CellValue
from kimhoa_app.text.dates import parse_date
from resources import read_toml

ID_LENGTH = 12
OLD_ID_LENGTH = 9

# Days from 1927 to 2064 as Excel counts them; no year of birth is as large.
_SERIALS = range(10_000, 60_000)
_SEPARATORS = re.compile(r"[\s.'’\-]")


def partial_date_of(value: CellValue) -> PartialDate:
    """Return the day, or the year alone, that a cell gives; raises ValueError for anything else."""
    if isinstance(value, date):
        return PartialDate.from_date(value)
    if isinstance(value, int) and value in _SERIALS:
        return PartialDate.from_date(from_excel(value).date())
    return PartialDate(*parse_date(str(value)))


def national_id_of(value: CellValue, birth: PartialDate | None) -> str:
    """Return the identity number of a cell as text, with the zeros that Excel dropped where they are certain.

    A number of 12 digits has a province first, then a digit for gender and century and two for the year of birth
    (Nghị định số 137/2015/NĐ-CP, Điều 13; Thông tư số 59/2021/TT-BCA); zeros come back only where that fits the
    province and the known birth. One of 9 digits is an old CMND. Raises InvalidInput.
    """
    digits = _SEPARATORS.sub("", str(value))
    if re.fullmatch(r"[0-9]+", digits):
        if len(digits) == OLD_ID_LENGTH or (len(digits) == ID_LENGTH and _is_plausible(digits, None)):
            return digits
        full = digits.zfill(ID_LENGTH)
        if ID_LENGTH - len(digits) in (1, 2) and _is_plausible(full, birth):
            return full
    raise InvalidInput("national_id", f"Số định danh “{value}” không đúng 12 chữ số nên để trống.")


def _is_plausible(digits: str, birth: PartialDate | None) -> bool:
    if digits[:3] not in read_toml("catalogue/national_ids.toml")["provinces"]:
        return False
    century = 1900 + int(digits[3]) // 2 * 100
    return birth is None or birth.year == century + int(digits[4:6])
