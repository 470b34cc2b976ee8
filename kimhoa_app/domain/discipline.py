"""Disciplinary measures, as far as commendation asks for them."""

from enum import StrEnum


class DisciplineForm(StrEnum):
    """Hình thức kỷ luật, the mildest first: khiển trách, cảnh cáo, cách chức hoặc giáng chức, buộc thôi việc."""

    REPRIMAND = "reprimand"
    WARNING = "warning"
    DEMOTION = "demotion"
    DISMISSAL = "dismissal"

    def reaches(self, other: "DisciplineForm") -> bool:
        """Return whether this measure is as grave as `other` or graver."""
        order = list(DisciplineForm)
        return order.index(self) >= order.index(other)
