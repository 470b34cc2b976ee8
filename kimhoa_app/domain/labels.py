"""What people read for each value that the program keeps as a code."""

from enum import StrEnum

from kimhoa_app.domain.awards import AwardKind, Level, SubjectKind
from kimhoa_app.domain.consideration import ConsiderationKind, Occasion
from kimhoa_app.domain.councils import Attendance, CouncilKind, CouncilRole, MeetingState, VoteBase, VoteMethod
from kimhoa_app.domain.discipline import DisciplineForm
from kimhoa_app.domain.initiatives import InitiativeState, Scope
from kimhoa_app.domain.office import SigningCapacity
from kimhoa_app.domain.people import Gender, Rating, StaffGroup, WorkStatus
from kimhoa_app.domain.registration_fates import FateState
from kimhoa_app.domain.units import UnitKind

# By type first: members of different enums with one code ("present") are equal to one another.
_LABELS: dict[type[StrEnum], dict[str, str]] = {
    Gender: {Gender.MALE: "Nam", Gender.FEMALE: "Nữ"},
    WorkStatus: {
        WorkStatus.WORKING: "Đang công tác",
        WorkStatus.MATERNITY_LEAVE: "Nghỉ thai sản",
        WorkStatus.TRAINING: "Đi đào tạo, bồi dưỡng",
        WorkStatus.TRANSFERRED: "Đã chuyển công tác",
        WorkStatus.RETIRED: "Đã nghỉ hưu, thôi việc",
    },
    StaffGroup: {
        StaffGroup.OFFICIAL: "Cán bộ",
        StaffGroup.CIVIL_SERVANT: "Công chức",
        StaffGroup.PUBLIC_EMPLOYEE: "Viên chức",
        StaffGroup.WORKER: "Người lao động",
        StaffGroup.PART_TIME: "Người hoạt động không chuyên trách",
    },
    Rating: {
        Rating.EXCELLENT: "Hoàn thành xuất sắc nhiệm vụ",
        Rating.GOOD: "Hoàn thành tốt nhiệm vụ",
        Rating.FULFILLED: "Hoàn thành nhiệm vụ",
        Rating.NOT_FULFILLED: "Không hoàn thành nhiệm vụ",
    },
    DisciplineForm: {
        DisciplineForm.REPRIMAND: "Khiển trách",
        DisciplineForm.WARNING: "Cảnh cáo",
        DisciplineForm.DEMOTION: "Cách chức, giáng chức",
        DisciplineForm.DISMISSAL: "Buộc thôi việc",
    },
    Scope: {
        Scope.GRASSROOTS: "Cơ sở",
        Scope.PROVINCE: "Cấp tỉnh",
        Scope.NATION: "Toàn quốc",
    },
    Occasion: {
        Occasion.SUDDEN: "Đột xuất",
        Occasion.MOVEMENT: "Phong trào, chuyên đề",
        Occasion.CONTRIBUTION: "Cống hiến",
        Occasion.SENIORITY: "Niên hạn",
        Occasion.FOREIGN: "Đối ngoại",
    },
    UnitKind: {
        UnitKind.DEPARTMENT: "Phòng chuyên môn",
        UnitKind.SERVICE: "Đơn vị sự nghiệp, trung tâm",
        UnitKind.SCHOOL: "Trường học",
        UnitKind.HEALTH_STATION: "Trạm Y tế",
        UnitKind.PARTY_AND_MASS: "Đảng, Mặt trận, đoàn thể",
        UnitKind.MILITARY: "Quân sự",
        UnitKind.POLICE: "Công an",
        UnitKind.VILLAGE: "Thôn, tổ dân phố",
        UnitKind.OTHER: "Đơn vị khác",
    },
    CouncilKind: {
        CouncilKind.EMULATION: "Hội đồng Thi đua - Khen thưởng",
        CouncilKind.INITIATIVE: "Hội đồng sáng kiến",
    },
    CouncilRole: {
        CouncilRole.CHAIR: "Chủ tịch Hội đồng",
        CouncilRole.FIRST_VICE_CHAIR: "Phó Chủ tịch thường trực Hội đồng",
        CouncilRole.VICE_CHAIR: "Phó Chủ tịch Hội đồng",
        CouncilRole.MEMBER: "Ủy viên",
        CouncilRole.SECRETARY: "Thư ký Hội đồng",
    },
    Attendance: {
        Attendance.PRESENT: "Có mặt",
        Attendance.ABSENT_EXCUSED: "Vắng có lý do",
        Attendance.ABSENT: "Vắng không có lý do",
        Attendance.WRITTEN_OPINION: "Gửi ý kiến bằng văn bản",
    },
    VoteMethod: {
        VoteMethod.SHOW_OF_HANDS: "Giơ tay",
        VoteMethod.SECRET_BALLOT: "Bỏ phiếu kín",
        VoteMethod.MARKS: "Chấm điểm theo tiêu chí",
    },
    VoteBase: {
        VoteBase.ALL_MEMBERS: "Tổng số thành viên theo quyết định thành lập",
        VoteBase.PRESENT: "Số thành viên dự họp",
    },
    MeetingState: {
        MeetingState.PREPARED: "Đang chuẩn bị",
        MeetingState.HELD: "Đã họp",
        MeetingState.CLOSED: "Đã khóa biên bản",
    },
    FateState: {
        FateState.REGISTERED: "Đã đăng ký",
        FateState.CHANGED: "Đã sửa",
        FateState.BEFORE_COUNCIL: "Chờ xét",
        FateState.PASSED: "Đã thông qua",
        FateState.AWARDED: "Được tặng",
        FateState.WITHDRAWN: "Đã rút",
        FateState.NOT_ELIGIBLE: "Không đủ điều kiện",
        FateState.NOT_PUT_FORWARD: "Không đề nghị",
        FateState.FAILED: "Không đủ phiếu",
        FateState.REFUSED: "Cấp trên không tặng",
    },
    SubjectKind: {
        SubjectKind.PERSON: "Cá nhân",
        SubjectKind.COLLECTIVE: "Tập thể",
        SubjectKind.HOUSEHOLD: "Hộ gia đình",
        SubjectKind.INITIATIVE: "Sáng kiến",
    },
    ConsiderationKind: {
        ConsiderationKind.CONTRACT: "Hợp đồng trước khi tuyển dụng",
        ConsiderationKind.TRAINING_RESULT: "Kết quả đào tạo, bồi dưỡng",
        ConsiderationKind.OLD_UNIT_OPINION: "Ý kiến nhận xét của đơn vị cũ",
        ConsiderationKind.PROCEEDING: "Việc đang xem xét, xác minh",
        ConsiderationKind.NOT_RATED: "Không xếp loại chất lượng",
    },
    Level: {
        Level.COMMUNE: "Cấp xã",
        Level.DISTRICT: "Cấp huyện",
        Level.PROVINCE: "Cấp tỉnh",
        Level.STATE: "Cấp Nhà nước",
    },
    AwardKind: {
        AwardKind.TITLE: "Danh hiệu thi đua",
        AwardKind.FORM: "Hình thức khen thưởng",
        AwardKind.RECOGNITION: "Công nhận",
    },
    InitiativeState: {
        InitiativeState.REGISTERED: "Đã đăng ký",
        InitiativeState.SUBMITTED: "Đã nộp",
        InitiativeState.BEFORE_COUNCIL: "Chờ Hội đồng xét",
        InitiativeState.PASSED: "Hội đồng thông qua",
        InitiativeState.REFUSED: "Hội đồng không thông qua",
        InitiativeState.RECOGNISED: "Đã công nhận",
        InitiativeState.USED: "Đã dùng",
    },
    SigningCapacity: {
        SigningCapacity.HEAD: "Chủ tịch trực tiếp ký",
        SigningCapacity.DEPUTY: "Ký thay Chủ tịch (KT.)",
        SigningCapacity.ACTING: "Quyền Chủ tịch (Q.)",
    },
}


def label(value: StrEnum) -> str:
    """Return what people read for `value`, as a list or a combo box begins it: "Hoàn thành tốt nhiệm vụ".

    A rating's short form, "HTTNV", is its value. Raises KeyError for an enum that people never see.
    """
    return _LABELS[type(value)][value]
