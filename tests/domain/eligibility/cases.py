"""People and units under the conditions of four regimes: facts, what is asked, and what the law answers.

Each case says why in the words of its article. `Y` is the year for which is decided; other years count from it.
"""

from dataclasses import dataclass, field, replace
from datetime import date

from kimhoa_app.domain.discipline import DisciplineForm
from kimhoa_app.domain.eligibility import (
    AwardFact,
    Case,
    DisciplineFact,
    InitiativeFact,
    PersonFacts,
    RatingFact,
    ServiceFact,
    UnitFacts,
)
from kimhoa_app.domain.initiatives import Scope
from kimhoa_app.domain.people import Rating, WorkStatus
from kimhoa_app.domain.periods import Period

DECIDED = {"R1": date(2022, 12, 31), "R2": date(2024, 12, 31), "R3": date(2025, 12, 31), "R4": date(2026, 12, 31)}
ALL = ("R1", "R2", "R3", "R4")
LATER = ("R2", "R3", "R4")

XS, T, HT, K = Rating.EXCELLENT, Rating.GOOD, Rating.FULFILLED, Rating.NOT_FULFILLED


@dataclass(frozen=True)
class Facts:
    """A person told in years before the one that is decided for: 0 is that year, 1 the one before."""

    ratings: dict[int, Rating] = field(default_factory=dict)
    awards: tuple[tuple[str, int], ...] = ()
    initiatives: tuple[tuple[int, Scope], ...] = ()
    unrecognised: tuple[int, ...] = ()
    late: tuple[int, ...] = ()
    used: tuple[int, ...] = ()
    undecided: tuple[int, ...] = ()
    ended: tuple[int, int, int] | None = None
    opinion: str = ""
    late_registration: bool = False
    led: Rating | None = None
    leads: bool = False
    unit_now: str = ""
    disciplined: tuple[tuple[int, DisciplineForm], ...] = ()
    start: tuple[int, int, int] | None = (5, 1, 1)
    contract: tuple[int, int, int] | None = None
    joined: tuple[int, int] | None = None
    leave: bool = False
    training: tuple[int, bool | None] | None = None
    pending: str = ""
    registered: frozenset[str] | None = None
    special: tuple[tuple[str, int], ...] = ()
    unrated: tuple[int, ...] = ()

    def person(self, year: int) -> PersonFacts:
        """Return the person as the registers would have it for `year`."""

        def day(back: tuple[int, int, int] | None) -> date | None:
            return None if back is None else date(year - back[0], back[1], back[2])

        return PersonFacts(
            id=1,
            full_name="Trần Thị An",
            start_date=day(self.start),
            contract_from=day(self.contract),
            joined_unit_on=None if self.joined is None else date(year, *self.joined),
            ratings={year - back: RatingFact(rating, "QĐ 10") for back, rating in self.ratings.items()},
            awards=frozenset(
                [AwardFact(code, year - back, "QĐ 20") for code, back in self.awards]
                + [AwardFact(code, year - back, "QĐ 30", by_merit=False) for code, back in self.special]
            ),
            initiatives=frozenset(self._initiatives(year)),
            disciplines=frozenset(
                DisciplineFact(form, date(year - back, 6, 1), "QĐ 40", day(self.ended))
                for back, form in self.disciplined
            ),
            services=frozenset(self._services(year)),
            unrated={year - back: "nghỉ dài ngày" for back in self.unrated},
            pending=self.pending,
            registered=self.registered,
            registered_late=self.late_registration,
            old_unit_opinion=self.opinion,
            unit="Phòng Kinh tế",
            unit_now=self.unit_now,
            is_leader=self.leads,
            led_rating=None if self.led is None else RatingFact(self.led, "QĐ 60"),
        )

    def _initiatives(self, year: int) -> list[InitiativeFact]:
        made = [
            InitiativeFact(n, f"Giải pháp {n}", year - back, True, scope, date(year - back, 11, 30), "QĐ 50")
            for n, (back, scope) in enumerate(self.initiatives)
        ]
        made += [InitiativeFact(100 + back, "Đang xét", year - back, False) for back in self.unrecognised]
        made += [
            InitiativeFact(200 + back, "Muộn", year - back, True, recognised_on=date(year + 1, 2, 1))
            for back in self.late
        ]
        made += [
            InitiativeFact(300 + back, "Đã dùng", year - back, True, used_for=(f"CSTĐCS {year - back}",))
            for back in self.used
        ]
        made += [InitiativeFact(400 + back, "Chưa ghi quyết định", year - back, None) for back in self.undecided]
        return made

    def _services(self, year: int) -> list[ServiceFact]:
        made = []
        if self.leave:
            made.append(ServiceFact(WorkStatus.MATERNITY_LEAVE, Period(date(year, 2, 1), date(year, 7, 31))))
        if self.training is not None:
            months, good = self.training
            ends = date(year, 12, 31)
            begins = date(year - (months - 1) // 12, 13 - (months - 1) % 12 - 1, 1)
            made.append(ServiceFact(WorkStatus.TRAINING, Period(begins, ends), good))
        return made


@dataclass(frozen=True)
class Asked:
    """One line of the table: in which regimes, for what award, with which facts, what is expected, by which rule."""

    why: str
    award: str
    regimes: tuple[str, ...]
    facts: Facts
    eligible: bool | None
    rule: str = ""


def case_of(regime: str) -> Case:
    """Return the case of the regime's last year-end."""
    return Case(DECIDED[regime].year, regime, DECIDED[regime])


SK = ((0, Scope.GRASSROOTS),)
THREE = (("CSTĐCS", 1), ("CSTĐCS", 2))
GOOD5 = dict.fromkeys(range(5), T)
EXCELLENT3 = dict.fromkeys(range(3), XS)

PEOPLE = (
    # Lao động tiên tiến: điểm a khoản 1 Điều 24 (R1: Điều 24 Luật năm 2003)
    Asked("hoàn thành tốt nhiệm vụ là đủ", "LĐTT", ALL, Facts({0: T}), True, "C03"),
    Asked("hoàn thành xuất sắc càng đủ", "LĐTT", ALL, Facts({0: XS}), True, "C03"),
    Asked("hoàn thành nhiệm vụ thì chưa đủ", "LĐTT", ALL, Facts({0: HT}), False, "C03"),
    Asked("không hoàn thành nhiệm vụ", "LĐTT", ALL, Facts({0: K}), False, "C03"),
    Asked("chưa xếp loại thì chưa biết", "LĐTT", ALL, Facts({1: XS}), None, "C04"),
    Asked("không xếp loại thì không xét", "LĐTT", ALL, Facts({1: XS}, unrated=(0,)), False, "C04"),
    Asked("không xếp loại một năm làm đứt 5 năm", "BKTTg", ALL,
          Facts({0: T, 1: T, 2: T, 4: T}, awards=(("BKT", 5), *THREE, ("CSTĐCS", 0)), unrated=(3,)), False, "C23"),
    # Mới tuyển dụng: R1 10 tháng, từ R2 06 tháng
    Asked("tuyển dụng 01/3 có 10 tháng", "LĐTT", ALL, Facts({0: T}, start=(0, 3, 1)), True, "C05"),
    Asked("tuyển dụng 02/3 chưa đủ 10 tháng", "LĐTT", ("R1",), Facts({0: T}, start=(0, 3, 2)), False, "C05"),
    Asked("tuyển dụng 01/7 có 06 tháng", "LĐTT", LATER, Facts({0: T}, start=(0, 7, 1)), True, "C05"),
    Asked("tuyển dụng 02/7 chưa đủ 06 tháng", "LĐTT", ALL, Facts({0: T}, start=(0, 7, 2)), False, "C05"),
    Asked("thời gian hợp đồng bù đủ", "LĐTT", ALL, Facts({0: T}, start=(0, 9, 1), contract=(0, 1, 1)), True, "C05"),
    Asked("hợp đồng cũng chưa đủ", "LĐTT", ALL, Facts({0: T}, start=(0, 9, 1), contract=(0, 8, 1)), False, "C05"),
    Asked("không ghi ngày nhưng năm trước đã xếp loại", "LĐTT", ALL, Facts({0: T, 1: T}, start=None), True, "C05"),
    Asked("không ghi ngày, không có năm trước", "LĐTT", ALL, Facts({0: T}, start=None), None, "C05"),
    # Kỷ luật
    Asked("khiển trách trong năm", "LĐTT", ALL,
          Facts({0: T}, disciplined=((0, DisciplineForm.REPRIMAND),)), False, "C06"),
    Asked("cảnh cáo trong năm", "LĐTT", ALL, Facts({0: XS}, disciplined=((0, DisciplineForm.WARNING),)), False, "C06"),
    Asked("kỷ luật năm trước", "LĐTT", ALL, Facts({0: T}, disciplined=((1, DisciplineForm.WARNING),)), True, "C06"),
    Asked("đang xác minh", "LĐTT", ALL, Facts({0: XS}, pending="đang xác minh đơn tố cáo"), False, "C07"),
    # Thai sản, đào tạo, chuyển công tác
    Asked("nghỉ thai sản tính là công tác", "LĐTT", ALL, Facts({0: T}, leave=True), True, "C09"),
    Asked("học 12 tháng kết quả khá", "LĐTT", ALL, Facts(training=(12, True)), True, "C10"),
    Asked("học 12 tháng kết quả kém, không xếp loại", "LĐTT", ALL, Facts(training=(12, False)), None, "C10"),
    Asked("học dưới 1 năm không thay xếp loại", "LĐTT", ALL, Facts(training=(6, True)), None, "C04"),
    Asked("chuyển đến tháng 9 chỉ cảnh báo", "LĐTT", ALL, Facts({0: T}, joined=(9, 1)), True, "C11"),
    # Đăng ký: mặc định chỉ cảnh báo
    Asked("chưa đăng ký chỉ cảnh báo", "LĐTT", ALL, Facts({0: T}, registered=frozenset()), True, "C30"),
    Asked("đăng ký mức thấp không cản mức cao", "CSTĐCS", ("R2", "R3"),
          Facts({0: XS}, registered=frozenset({"LĐTT"})), True, "C30"),
    # Chiến sĩ thi đua cơ sở: R1 bắt buộc sáng kiến; R2, R3 một trong hai; R4 như R3 và cảnh báo
    Asked("xuất sắc mà không sáng kiến: R1 chưa đủ", "CSTĐCS", ("R1",), Facts({0: XS}), False, "C12"),
    Asked("tốt và có sáng kiến: R1 đủ", "CSTĐCS", ("R1",), Facts({0: T}, initiatives=SK), True, "C12"),
    Asked("xuất sắc là đủ từ 2024", "CSTĐCS", LATER, Facts({0: XS}), True, "C13"),
    Asked("tốt và có sáng kiến là đủ", "CSTĐCS", LATER, Facts({0: T}, initiatives=SK), True, "C13"),
    Asked("tốt mà không sáng kiến", "CSTĐCS", ALL, Facts({0: T}), False),
    Asked("hoàn thành nhiệm vụ, dù có sáng kiến", "CSTĐCS", ALL, Facts({0: HT}, initiatives=SK), False),
    Asked("chưa xếp loại, có sáng kiến", "CSTĐCS", ALL, Facts(initiatives=SK), None),
    Asked("sáng kiến năm trước còn tính", "CSTĐCS", ALL, Facts({0: T}, initiatives=((1, Scope.GRASSROOTS),)), True),
    Asked("sáng kiến hai năm trước không tính", "CSTĐCS", ALL,
          Facts({0: T}, initiatives=((2, Scope.GRASSROOTS),)), False),
    Asked("sáng kiến chưa công nhận", "CSTĐCS", ALL, Facts({0: T}, unrecognised=(0,)), False),
    Asked("sáng kiến công nhận sau ngày quyết định", "CSTĐCS", ALL, Facts({0: T}, late=(0,)), False),
    Asked("sáng kiến đã dùng chỉ cảnh báo", "CSTĐCS", ALL, Facts({0: T}, used=(1,)), True, "C16"),
    Asked("bị kỷ luật nên không có LĐTT", "CSTĐCS", ALL,
          Facts({0: XS}, initiatives=SK, disciplined=((0, DisciplineForm.REPRIMAND),)), False),
    Asked("mới tuyển dụng nên không có LĐTT", "CSTĐCS", ALL, Facts({0: XS}, initiatives=SK, start=(0, 10, 1)), False),
    Asked("đã có quyết định LĐTT thì không tính lại", "CSTĐCS", ALL,
          Facts({0: XS}, awards=(("LĐTT", 0),), initiatives=SK, start=None), True),
    # Chiến sĩ thi đua cấp tỉnh: 3 lần liên tục và sáng kiến cấp tỉnh
    Asked("ba lần liên tục, sáng kiến tỉnh", "CSTĐT", ALL,
          Facts({0: XS}, awards=(*THREE, ("CSTĐCS", 0)), initiatives=((0, Scope.PROVINCE),)), True, "C19"),
    Asked("năm nay mới đủ điều kiện cơ sở", "CSTĐT", LATER,
          Facts({0: XS}, awards=THREE, initiatives=((0, Scope.PROVINCE),)), True, "C19"),
    Asked("đứt một năm", "CSTĐT", ALL,
          Facts({0: XS}, awards=(("CSTĐCS", 0), ("CSTĐCS", 1), ("CSTĐCS", 3)), initiatives=((0, Scope.PROVINCE),)),
          False, "C19"),
    Asked("mới hai lần", "CSTĐT", ALL,
          Facts({0: XS}, awards=(("CSTĐCS", 0), ("CSTĐCS", 1)), initiatives=((0, Scope.PROVINCE),)), False, "C19"),
    Asked("sáng kiến chỉ ở cơ sở", "CSTĐT", ALL,
          Facts({0: XS}, awards=(*THREE, ("CSTĐCS", 0)), initiatives=SK), False, "C20"),
    Asked("sáng kiến tỉnh của hai năm trước còn tính", "CSTĐT", ALL,
          Facts({0: XS}, awards=(*THREE, ("CSTĐCS", 0)), initiatives=((2, Scope.PROVINCE),)), True, "C20"),
    Asked("sáng kiến tỉnh ba năm trước không tính", "CSTĐT", ALL,
          Facts({0: XS}, awards=(*THREE, ("CSTĐCS", 0)), initiatives=((3, Scope.PROVINCE),)), False, "C20"),
    Asked("sáng kiến toàn quốc càng đủ", "CSTĐT", ALL,
          Facts({0: XS}, awards=(*THREE, ("CSTĐCS", 0)), initiatives=((0, Scope.NATION),)), True, "C20"),
    # Chiến sĩ thi đua toàn quốc: 2 lần liên tục cấp tỉnh, sáng kiến toàn quốc
    Asked("hai lần cấp tỉnh liên tục", "CSTĐTQ", ALL,
          Facts({0: XS}, awards=(("CSTĐT", 0), ("CSTĐT", 1)), initiatives=((0, Scope.NATION),)), True, "C21"),
    Asked("hai lần cách quãng", "CSTĐTQ", ALL,
          Facts({0: XS}, awards=(("CSTĐT", 0), ("CSTĐT", 2)), initiatives=((0, Scope.NATION),)), False, "C21"),
    Asked("sáng kiến mới ở tỉnh", "CSTĐTQ", ALL,
          Facts({0: XS}, awards=(("CSTĐT", 0), ("CSTĐT", 1)), initiatives=((0, Scope.PROVINCE),)), False, "C20"),
    # Bằng khen cấp tỉnh: điểm d khoản 1 Điều 74
    Asked("hai lần CSTĐCS liên tục", "BKT", ALL, Facts({0: T}, awards=(("CSTĐCS", 0), ("CSTĐCS", 1))), True, "C22"),
    Asked("một lần CSTĐCS", "BKT", ALL, Facts({0: T, 1: T}, awards=(("CSTĐCS", 1),)), False, "C22"),
    Asked("hai năm xuất sắc, hai sáng kiến", "BKT", ALL,
          Facts({0: XS, 1: XS}, initiatives=((0, Scope.GRASSROOTS), (1, Scope.GRASSROOTS))), True, "C22"),
    Asked("hai năm xuất sắc, một sáng kiến", "BKT", ("R1",), Facts({0: XS, 1: XS}, initiatives=SK), False, "C22"),
    Asked("ba năm xuất sắc, sáng kiến trải ra", "BKT", ALL,
          Facts(EXCELLENT3, initiatives=((0, Scope.GRASSROOTS), (2, Scope.GRASSROOTS))), True, "C22"),
    Asked("xuất sắc một năm trước, chưa xếp loại năm nay", "BKT", ("R1",),
          Facts({1: XS}, initiatives=((0, Scope.GRASSROOTS), (1, Scope.GRASSROOTS))), None, "C22"),
    Asked("sáng kiến đã dùng không tính lại", "BKT", ("R1",),
          Facts({0: XS, 1: XS}, initiatives=SK, used=(1,)), False, "C22"),
    Asked("xuất sắc, một sáng kiến, năm trước CSTĐCS", "BKT", LATER,
          Facts({0: XS, 1: XS}, awards=(("CSTĐCS", 1),), initiatives=SK), True, "C22"),
    # Bằng khen của Thủ tướng: điểm b khoản 1 Điều 73
    Asked("bằng khen tỉnh rồi 5 năm tốt, 3 lần CSTĐCS", "BKTTg", ALL,
          Facts(GOOD5, awards=(("BKT", 5), ("CSTĐCS", 0), ("CSTĐCS", 2), ("CSTĐCS", 4))), True, "C23"),
    Asked("mới 4 năm sau bằng khen", "BKTTg", ALL,
          Facts(GOOD5, awards=(("BKT", 4), ("CSTĐCS", 0), ("CSTĐCS", 2), ("CSTĐCS", 3))), False, "C23"),
    Asked("mới 2 lần CSTĐCS", "BKTTg", ALL,
          Facts(GOOD5, awards=(("BKT", 5), ("CSTĐCS", 1), ("CSTĐCS", 2))), False, "C23"),
    Asked("chưa có bằng khen tỉnh", "BKTTg", ALL,
          Facts(GOOD5, awards=(("CSTĐCS", 0), ("CSTĐCS", 1), ("CSTĐCS", 2))), False, "C23"),
    Asked("một năm hoàn thành nhiệm vụ làm đứt", "BKTTg", ALL,
          Facts({**GOOD5, 3: HT}, awards=(("BKT", 5), ("CSTĐCS", 0), ("CSTĐCS", 1), ("CSTĐCS", 2))), False, "C23"),
    Asked("bằng khen đột xuất không làm căn cứ", "BKTTg", ("R3", "R4"),
          Facts(GOOD5, awards=(("CSTĐCS", 0), ("CSTĐCS", 1), ("CSTĐCS", 2)), special=(("BKT", 5),)), False, "C28"),
    Asked("thiếu xếp loại một năm thì chưa biết", "BKTTg", ALL,
          Facts({0: T, 1: T, 2: T, 4: T}, awards=(("BKT", 5), *THREE, ("CSTĐCS", 0))), None, "C23"),
    # Giấy khen: tiêu chuẩn do tỉnh quy định
    Asked("giấy khen do Hội đồng xét", "GKX", ALL, Facts({0: T}), None, "C75"),
    Asked("giấy khen khi đang xác minh", "GKX", ALL, Facts({0: T}, pending="đang thanh tra"), False, "C07"),
    # Sáng kiến chưa ghi quyết định công nhận thì chưa biết; xuất sắc thì không cần đến
    Asked("sáng kiến chưa ghi quyết định", "CSTĐCS", ALL, Facts({0: T}, undecided=(0,)), None),
    Asked("xuất sắc, sáng kiến chưa ghi quyết định", "CSTĐCS", ("R2", "R3"), Facts({0: XS}, undecided=(0,)), True),
    Asked("hai năm xuất sắc, một sáng kiến chưa ghi quyết định", "BKT", ("R1",),
          Facts({0: XS, 1: XS}, initiatives=SK, undecided=(1,)), None, "C22"),
    Asked("sáng kiến công nhận sau ngày quyết định không tính", "BKT", ("R1",),
          Facts({0: XS, 1: XS}, initiatives=SK, late=(0,)), False, "C22"),
    # Kỷ luật của năm trước còn hiệu lực: cảnh báo, và cắt thời gian tính thành tích từ R3 (Điều 4 NĐ 152)
    Asked("kỷ luật năm trước chấm dứt giữa năm", "LĐTT", ("R3", "R4"),
          Facts({0: T}, disciplined=((1, DisciplineForm.WARNING),), ended=(0, 5, 31)), True, "C08"),
    Asked("năm bị kỷ luật cắt chuỗi 5 năm", "BKTTg", ("R3", "R4"),
          Facts(GOOD5, awards=(("BKT", 6), ("CSTĐCS", 0), ("CSTĐCS", 1), ("CSTĐCS", 2)),
                disciplined=((4, DisciplineForm.REPRIMAND),), ended=(3, 6, 1)), False, "C23"),
    Asked("trước R3 chỉ xét xếp loại", "BKTTg", ("R2",),
          Facts(GOOD5, awards=(("BKT", 6), ("CSTĐCS", 0), ("CSTĐCS", 1), ("CSTĐCS", 2)),
                disciplined=((4, DisciplineForm.REPRIMAND),), ended=(3, 6, 1)), True, "C23"),
    Asked("kỷ luật năm trước còn suốt năm nay", "LĐTT", ("R3", "R4"),
          Facts({0: T}, disciplined=((1, DisciplineForm.WARNING),), ended=(0, 12, 31)), False, "C08N"),
    Asked("còn suốt năm nay: trước R3 không có quy định ấy", "LĐTT", ("R2",),
          Facts({0: T}, disciplined=((1, DisciplineForm.WARNING),), ended=(0, 12, 31)), True, "C06"),
    Asked("kỷ luật còn hiệu lực sang năm sau cắt chuỗi", "BKT", ("R3", "R4"),
          Facts(EXCELLENT3, initiatives=((0, Scope.GRASSROOTS), (1, Scope.GRASSROOTS)),
                disciplined=((0, DisciplineForm.REPRIMAND),), ended=(-1, 6, 1)), False, "C22"),
    Asked("kỷ luật chưa ghi ngày chấm dứt thì chưa biết", "BKT", ("R3", "R4"),
          Facts(EXCELLENT3, initiatives=((0, Scope.GRASSROOTS), (1, Scope.GRASSROOTS)),
                disciplined=((3, DisciplineForm.REPRIMAND),)), None, "C22"),
    # Bằng khen theo chuyên đề: chỉ từ R3 không làm căn cứ (Điều 4 NĐ 152)
    Asked("bằng khen chuyên đề còn làm căn cứ", "BKTTg", ("R1", "R2"),
          Facts(GOOD5, awards=(("CSTĐCS", 0), ("CSTĐCS", 1), ("CSTĐCS", 2)), special=(("BKT", 5),)), True, "C23"),
    # Khoản 2 Điều 5: một hình thức không tặng hai lần cho một thành tích
    Asked("đã có bằng khen cho chính năm này", "BKT", ALL,
          Facts({0: T}, awards=(("CSTĐCS", 0), ("CSTĐCS", 1), ("BKT", 0))), False, "C26B"),
    Asked("bằng khen đột xuất trong năm không cản công trạng", "BKT", ALL,
          Facts({0: T}, awards=(("CSTĐCS", 0), ("CSTĐCS", 1)), special=(("BKT", 0),)), True, "C22"),
    # Thẩm quyền, hợp đồng, đăng ký muộn, người đứng đầu, tên đơn vị, khoảng cách, một hình thức cấp Nhà nước
    Asked("cho biết ai quyết định", "CSTĐCS", ALL, Facts({0: XS}, initiatives=SK), True, "C02"),
    Asked("hợp đồng bù tháng thì nhắc kèm hợp đồng", "LĐTT", ALL,
          Facts({0: T}, start=(0, 9, 1), contract=(0, 1, 1)), True, "C05H"),
    Asked("đăng ký muộn chỉ cảnh báo", "LĐTT", ALL,
          Facts({0: T}, registered=frozenset({"LĐTT"}), late_registration=True), True, "C30"),
    Asked("đơn vị mình lãnh đạo chưa tốt chỉ cảnh báo", "LĐTT", ALL, Facts({0: T}, leads=True, led=HT), True, "C47"),
    Asked("đơn vị đổi tên thì nhắc ghi tên cũ", "LĐTT", ALL, Facts({0: T}, unit_now="Phòng mới"), True, "C48"),
    Asked("bằng khen lần trước còn trùng thời gian", "BKT", LATER,
          Facts({0: T}, awards=(("CSTĐCS", 0), ("CSTĐCS", 1), ("BKT", 1))), True, "C27"),
    Asked("đã có danh hiệu cấp Nhà nước trong năm", "BKTTg", ALL,
          Facts(GOOD5, awards=(("BKT", 5), ("CSTĐCS", 0), ("CSTĐCS", 2), ("CSTĐCS", 4), ("CSTĐTQ", 0))), True, "C29"),
    # Khoản 2 Điều 5: không khen hai lần một thành tích, chỉ cảnh báo
    Asked("đã được tặng cho năm nay", "LĐTT", ALL, Facts({0: T}, awards=(("LĐTT", 0),)), True, "C26"),
)  # fmt: skip


@dataclass(frozen=True)
class Group:
    """A unit told by its people: how many of each rating, who is disciplined, the unit's rating."""

    good: int = 0
    excellent: int = 0
    fulfilled: int = 0
    failed: int = 0
    unrated: int = 0
    warned: int = 0
    reprimanded: int = 0
    rating: Rating | None = T
    dissolved: bool = False
    before: Rating | None = None
    awards: tuple[tuple[str, int], ...] = ()

    def unit(self, year: int) -> UnitFacts:
        """Return the unit as the registers would have it for `year`."""
        told = (
            [Facts({0: T})] * self.good
            + [Facts({0: XS}, initiatives=SK)] * self.excellent
            + [Facts({0: HT})] * self.fulfilled
            + [Facts({0: K})] * self.failed
            + [Facts()] * self.unrated
            + [Facts({0: T}, disciplined=((0, DisciplineForm.WARNING),))] * self.warned
            + [Facts({0: T}, disciplined=((0, DisciplineForm.REPRIMAND),))] * self.reprimanded
        )
        members = tuple(replace(facts.person(year), id=number) for number, facts in enumerate(told))
        told_ratings = {year: self.rating, year - 1: self.before}
        ratings = {each: RatingFact(rating) for each, rating in told_ratings.items() if rating is not None}
        held = frozenset(AwardFact(code, year - back, "QĐ 20") for code, back in self.awards)
        gone = date(year, 7, 1) if self.dissolved else None
        return UnitFacts(1, "Phòng", members, ratings, held, gone)


@dataclass(frozen=True)
class AskedOfUnit:
    """One line of the table for units."""

    why: str
    award: str
    regimes: tuple[str, ...]
    group: Group
    eligible: bool | None
    rule: str


UNITS = (
    AskedOfUnit("7 trên 10 là đủ 70%", "TTLĐTT", LATER, Group(good=7, fulfilled=3), True, "C24"),
    AskedOfUnit("6 trên 10 chưa đủ 70%", "TTLĐTT", LATER, Group(good=6, fulfilled=4), False, "C24"),
    AskedOfUnit("6 trên 10 là trên 50% ở R1", "TTLĐTT", ("R1",), Group(good=6, fulfilled=4), True, "C24"),
    AskedOfUnit("đúng một nửa chưa trên 50%", "TTLĐTT", ("R1",), Group(good=5, fulfilled=5), False, "C24"),
    AskedOfUnit("có người bị cảnh cáo", "TTLĐTT", ALL, Group(good=9, warned=1), False, "C24"),
    AskedOfUnit("khiển trách chưa đến cảnh cáo", "TTLĐTT", ALL, Group(good=9, reprimanded=1), True, "C24"),
    AskedOfUnit("tập thể chỉ hoàn thành nhiệm vụ", "TTLĐTT", ALL, Group(good=9, rating=HT), False, "C24"),
    AskedOfUnit("tập thể chưa xếp loại", "TTLĐTT", ALL, Group(good=9, rating=None), None, "C24"),
    AskedOfUnit("còn người chưa xếp loại quyết định tỷ lệ", "TTLĐTT", ALL, Group(good=5, unrated=5), None, "C24"),
    AskedOfUnit("người chưa xếp loại không đổi kết quả", "TTLĐTT", ALL, Group(good=9, unrated=1), True, "C24"),
    AskedOfUnit("chưa có ai trong danh sách", "TTLĐTT", ALL, Group(), None, "C24"),
    AskedOfUnit("đã giải thể từ tháng 7", "TTLĐTT", ("R3", "R4"), Group(good=9, dissolved=True), False, "C39"),
    AskedOfUnit("giải thể trước R3 chỉ cảnh báo", "TTLĐTT", ("R1", "R2"), Group(good=9, dissolved=True), True, "C39"),
    AskedOfUnit("xuất sắc, đủ người, có CSTĐCS", "TTLĐXS", ALL, Group(good=8, excellent=2, rating=XS), True, "C25"),
    AskedOfUnit("không có CSTĐCS", "TTLĐXS", ALL, Group(good=10, rating=XS), False, "C25"),
    AskedOfUnit("một người không hoàn thành", "TTLĐXS", ALL,
          Group(good=8, excellent=2, failed=1, rating=XS), False, "C25"),
    AskedOfUnit("tập thể hoàn thành tốt: từ R2 chưa đủ", "TTLĐXS", LATER, Group(good=8, excellent=2), False, "C25"),
    AskedOfUnit("tập thể hoàn thành tốt: R1 đủ", "TTLĐXS", ("R1",), Group(good=8, excellent=2), True, "C25"),
    AskedOfUnit("dưới 70% Lao động tiên tiến", "TTLĐXS", ALL,
          Group(good=4, excellent=2, fulfilled=4, rating=XS), False, "C25"),
    AskedOfUnit("một người chưa xếp loại", "TTLĐXS", ALL,
          Group(good=8, excellent=2, unrated=1, rating=XS), None, "C25"),
    # Bằng khen, giấy khen, cờ thi đua, thôn văn hóa của tập thể
    AskedOfUnit("hai năm xuất sắc liên tục", "BKT", ALL, Group(rating=XS, before=XS), True, "C22T"),
    AskedOfUnit("năm trước mới hoàn thành tốt", "BKT", ALL, Group(rating=XS, before=T), False, "C22T"),
    AskedOfUnit("năm trước chưa xếp loại", "BKT", ALL, Group(rating=XS), None, "C22T"),
    AskedOfUnit("giấy khen tập thể do tỉnh quy định", "GKX", ALL, Group(good=3), None, "C75T"),
    AskedOfUnit("cờ thi đua do cụm, khối bình xét", "CTĐT", ALL, Group(good=3), None, "L26"),
    AskedOfUnit("cờ thi đua cho đơn vị đã giải thể", "CTĐT", ("R3", "R4"), Group(good=3, dissolved=True), False, "C39"),
    AskedOfUnit("bằng khen cho đơn vị đã giải thể", "BKT", ("R3", "R4"),
          Group(rating=XS, before=XS, dissolved=True), False, "C39"),
    AskedOfUnit("đã có bằng khen cho chính năm này", "BKT", ALL,
          Group(rating=XS, before=XS, awards=(("BKT", 0),)), False, "C26BT"),
    AskedOfUnit("bằng khen lần trước còn trùng thời gian chỉ cảnh báo", "BKT", LATER,
          Group(rating=XS, before=XS, awards=(("BKT", 1),)), True, "C27T"),
    AskedOfUnit("cấp huyện, cấp xã: cho biết ai quyết định", "TTLĐTT", ALL, Group(good=9), True, "C02T"),
    AskedOfUnit("thôn văn hóa có trình tự riêng", "TVH", ALL, Group(), None, "L30"),
)  # fmt: skip
