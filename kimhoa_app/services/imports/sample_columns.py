"""The columns of the lists that are written to be filled in: what is chosen in each, and how it is filled in."""

from collections.abc import Mapping, Sequence

from kimhoa_app.domain.awards import AwardKind, catalogue
from kimhoa_app.domain.consideration import Occasion
from kimhoa_app.domain.discipline import DisciplineForm
from kimhoa_app.domain.initiatives import Scope
from kimhoa_app.domain.labels import label
from kimhoa_app.domain.people import Gender, Rating
from kimhoa_app.exchange.lists.kinds import ListKind
from kimhoa_app.exchange.lists.writing import ListColumn

_DAY = "Ngày/tháng/năm, ví dụ 05/03/1985."
_ORDINAL = ListColumn("STT", 6, "Số thứ tự; để trống cũng được.")
_SUBJECT = ListColumn(
    "Họ và tên / Tên tập thể", 30, "Họ và tên một người, hoặc tên một đơn vị như trong danh mục đơn vị."
)
_BIRTH = ListColumn("Ngày sinh", 14, f"{_DAY} Chỉ biết năm thì ghi năm.")
_NATIONAL_ID = ListColumn("Số định danh cá nhân", 18, "Đủ 12 chữ số, kể cả số 0 ở đầu.")
_NOTE = ListColumn("Ghi chú", 24, "Tùy ý.")
_YEAR = ListColumn("Năm", 8, "Năm của thành tích, bốn chữ số.")
_DECISION = (
    ListColumn("Số quyết định", 18, "Số và ký hiệu, ví dụ 123/QĐ-UBND."),
    ListColumn("Ngày quyết định", 16, _DAY),
)
_AUTHORITY = ListColumn("Cơ quan quyết định", 30, "Người hoặc cơ quan ký quyết định, ví dụ Chủ tịch UBND xã.")


def sample_columns(kind: ListKind, units: Sequence[str]) -> tuple[ListColumn, ...]:
    """Return the columns of a list of `kind`, in their order; `units` can be chosen in that of the unit."""
    unit = ListColumn("Đơn vị", 28, "Tên đơn vị; chọn trong danh mục hoặc ghi tên đơn vị mới.", tuple(units))
    position = ListColumn("Chức vụ", 24, "Chức vụ hoặc chức danh hiện nay.")
    titles = tuple(entry.name for entry in catalogue().values() if entry.kind is AwardKind.TITLE)
    forms = tuple(entry.name for entry in catalogue().values() if entry.kind is AwardKind.FORM)
    own: Mapping[ListKind, tuple[ListColumn, ...]] = {
        ListKind.STAFF: (
            ListColumn("Họ và tên", 28, "Bắt buộc; mỗi dòng một người."),
            _BIRTH,
            ListColumn("Giới tính", 10, "Nam hoặc Nữ.", tuple(label(each) for each in Gender)),
            _NATIONAL_ID,
            ListColumn("Xưng hô", 10, "Ông, Bà, hoặc cách gọi khác sẽ in trên giấy tờ."),
            position,
            unit,
            ListColumn("Ngày tuyển dụng", 16, _DAY),
            _NOTE,
        ),
        ListKind.RATINGS: (
            _SUBJECT,
            _BIRTH,
            _NATIONAL_ID,
            unit,
            _YEAR,
            ListColumn("Xếp loại", 32, "Một trong bốn mức.", tuple(label(each) for each in Rating)),
            ListColumn("Kỷ luật", 24, "Để trống nếu không có.", tuple(label(each) for each in DisciplineForm)),
            *_DECISION,
        ),
        ListKind.AWARDS: (
            _SUBJECT,
            _BIRTH,
            _NATIONAL_ID,
            position,
            unit,
            _YEAR,
            ListColumn("Danh hiệu, hình thức khen thưởng", 40, "Mỗi dòng một danh hiệu, hình thức.", titles + forms),
            ListColumn("Loại hình khen thưởng", 22, "Để trống là công trạng.", tuple(label(each) for each in Occasion)),
            *_DECISION,
            _AUTHORITY,
        ),
        ListKind.INITIATIVES: (
            ListColumn("Tên sáng kiến", 44, "Bắt buộc."),
            ListColumn("Tác giả", 40, "Nhiều tác giả thì ghi tỷ lệ đóng góp: Trần Văn A (60%), Lê Thị B (40%)."),
            _YEAR,
            ListColumn("Lĩnh vực", 20, "Tùy ý."),
            ListColumn("Phạm vi", 14, "Phạm vi được công nhận.", tuple(label(each) for each in Scope)),
            ListColumn("Tóm tắt", 40, "Nội dung, hiệu quả."),
            *_DECISION,
            ListColumn("Cơ quan công nhận", 30, "Ai ký quyết định; có quyết định thì sáng kiến được công nhận."),
        ),
        ListKind.REGISTRATIONS: (
            _SUBJECT,
            _BIRTH,
            position,
            unit,
            ListColumn("Danh hiệu đăng ký", 34, "Mỗi dòng một danh hiệu.", titles),
            ListColumn("Hình thức khen thưởng", 34, "Để trống nếu không đăng ký.", forms),
            ListColumn("Tên sáng kiến", 40, "Tên sáng kiến, đề tài đăng ký cùng danh hiệu."),
            _NOTE,
        ),
    }  # fmt: skip
    return (_ORDINAL, *own[kind])
