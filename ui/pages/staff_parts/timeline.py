"""What happened to a person, as rows of a day and a fact, the latest first."""

from datetime import date

from kimhoa_app.domain.awards import catalogue
from kimhoa_app.domain.labels import label
from kimhoa_app.services.awards import AwardEntry
from kimhoa_app.services.ratings import RatingEntry
from kimhoa_app.services.staff import PostEntry, StatusEntry
from kimhoa_app.text.dates import list_date

Pair = tuple[str, str]


def post_pair(post: PostEntry) -> Pair:
    """Return when a post held, and the post with its unit."""
    words = [post.position or "Chưa ghi chức vụ", post.unit_name, "lãnh đạo" if post.is_leader else ""]
    return period_words(post.valid_from, post.valid_to), ", ".join(word for word in words if word)


def status_pair(status: StatusEntry) -> Pair:
    """Return when a status held, and the status with its note."""
    note = f" ({status.note})" if status.note else ""
    return period_words(status.valid_from, status.valid_to), label(status.status) + note


def rating_pair(rating: RatingEntry) -> Pair:
    """Return the year and the rating of that year."""
    return str(rating.year), label(rating.rating)


def award_pair(entry: AwardEntry) -> Pair:
    """Return the year and the award with the decision that gave it."""
    known = catalogue().get(entry.award.award_code)
    name = known.name if known else entry.award.award_code
    decision = entry.decision
    if decision is None or not decision.number:
        return str(entry.award.year), name
    day = f" ngày {list_date(decision.decided_on)}" if decision.decided_on else ""
    return str(entry.award.year), f"{name}\nQĐ số {decision.number}{day}"


def period_words(first: date | None, last: date | None) -> str:
    """Return a period in the words of a list: "từ 01/07/2025", "đến 30/06/2025", both, or "từ trước"."""
    if first is None and last is None:
        return "từ trước"
    begin = f"từ {list_date(first)}" if first else ""
    end = f"đến {list_date(last)}" if last else ""
    return f"{begin}\n{end}".strip()
