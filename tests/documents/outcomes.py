"""What became of registrations, for the papers that tell it."""

from kimhoa_app.domain.registration_fates import Fate, FateState
from kimhoa_app.domain.registrations import RegistrationList


def outcomes_of(listed: RegistrationList) -> tuple[Fate, ...]:
    """The first was awarded, all others failed the vote."""
    first, *others = listed.lines
    lost = [Fate(line, FateState.FAILED, "8/13 phiếu đồng ý (61,53%), cần từ 70%") for line in others]
    return (Fate(first, FateState.AWARDED, ""), *lost)
