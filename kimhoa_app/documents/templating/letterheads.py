"""The letterhead and the signature of a document, from the office's names and its signers.

Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục II.2 (tên cơ quan), II.4 (địa danh) and II.7 (chữ ký).
"""

from datetime import date

from kimhoa_app.documents.model import IssueDate, Letterhead, Signature
from kimhoa_app.documents.templating.template import Issuer
from kimhoa_app.domain.office import OfficePeriod, Signer, SigningCapacity
from kimhoa_app.text.names import capitals

_AUTHORITY = {
    Issuer.COMMITTEE: ("TM. ỦY BAN NHÂN DÂN",),
    Issuer.COUNCIL: ("TM. HỘI ĐỒNG",),
    Issuer.CHAIRMAN: (),
}
_HEAD = "CHỦ TỊCH"
_COUNCIL = ("HỘI ĐỒNG", "THI ĐUA - KHEN THƯỞNG")


def letterhead(issuer: Issuer, office: OfficePeriod, symbol: str, day: IssueDate | None) -> Letterhead:
    """Return the head of a paper of the committee, its chairman or its council, with room for the number.

    The committee's name breaks after "ỦY BAN NHÂN DÂN"; above the council stands the committee, abbreviated, and its
    name breaks after "HỘI ĐỒNG", because the column is narrower than the name.
    """
    if issuer is Issuer.COUNCIL:
        return Letterhead(_COUNCIL, symbol, office.place, capitals(office.short_name), date=day)
    superior = capitals(office.superior) if office.superior else None
    lines = ("ỦY BAN NHÂN DÂN", capitals(f"{office.kind.value} {office.name}"))
    return Letterhead(lines, symbol, office.place, superior, date=day)


def signature(issuer: Issuer, signer: Signer | None) -> Signature:
    """Return the block of the one who signs for the committee, its council or the chairman; else room for one.

    A deputy signs for the head (KT.), who alone stands below the body's name; an acting head signs as such (Q.).
    """
    body = _AUTHORITY[issuer]
    if signer is None:
        return Signature(_HEAD, authority=body)
    if signer.capacity is SigningCapacity.DEPUTY:
        return Signature(_deputy_post(signer), signer.full_name, (*body, f"KT. {_HEAD}"))
    post = f"Q. {_HEAD}" if signer.capacity is SigningCapacity.ACTING else _HEAD
    return Signature(post, signer.full_name, body)


def issue_date(day: date) -> IssueDate:
    """Return a day that is known in full."""
    return IssueDate(day.year, day.month, day.day)


def _deputy_post(signer: Signer) -> str:
    return "PHÓ CHỦ TỊCH" if not signer.position else capitals(signer.position.split(" Ủy ban")[0].split(" UBND")[0])
