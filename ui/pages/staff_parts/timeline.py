"""What happened to a person, as rows of a day and a fact, the latest first."""

from datetime import date

from kimhoa_app.domain.awards import catalogue
from kimhoa_app.domain.labels import label
from kimhoa_app.services.awards import AwardEntry
from kimhoa_app.services.discipline import DisciplineEntry
from kimhoa_app.services.initiatives import InitiativeEntry
from kimhoa_app.services.person_merging import MergeEntry
from kimhoa_app.services.ratings import RatingEntry
from kimhoa_app.services.staff import PostEntry, StatusEntry, StoredRegistration
from kimhoa_app.text.dates import list_date
from kimhoa_app.text.numbers import percent

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
    decision = f"\nQĐ số {rating.decision_number}" if rating.decision_number else ""
    return str(rating.year), label(rating.rating) + decision


def award_pair(entry: AwardEntry) -> Pair:
    """Return the year and the award with the decision that gave it."""
    known = catalogue().get(entry.award.award_code)
    name = known.name if known else entry.award.award_code
    decision = entry.decision
    if decision is None or not decision.number:
        return str(entry.award.year), name
    day = f" ngày {list_date(decision.decided_on)}" if decision.decided_on else ""
    return str(entry.award.year), f"{name}\nQĐ số {decision.number}{day}"


def discipline_pair(entry: DisciplineEntry) -> Pair:
    """Return the day of a measure, and the measure with its decision and its end."""
    measure = entry.measure
    words = [label(measure.form)]
    if measure.decision_number:
        words.append(f"QĐ số {measure.decision_number}")
    words.append(f"hết hiệu lực từ {list_date(measure.ended_on)}" if measure.ended_on else "còn hiệu lực")
    return list_date(measure.decided_on), ", ".join(words)


def initiative_pair(entry: InitiativeEntry, person_id: int) -> Pair:
    """Return the year of an initiative, and its name with the person's share and its recognition."""
    shares = [author.share for author in entry.authors if author.person_id == person_id]
    share = f" ({percent(shares[0])})" if shares and len(entry.authors) > 1 else ""
    known = entry.decision is not None
    number = f"QĐ số {entry.decision.number}" if entry.decision and entry.decision.number else "đã công nhận"
    return str(entry.initiative.year), f"{entry.initiative.name}{share}\n{number if known else 'chưa công nhận'}"


def registration_pair(stored: StoredRegistration) -> Pair:
    """Return the year of a registration, and the title with the topic named with it."""
    known = catalogue().get(stored.draft.award_code)
    name = known.name if known else stored.draft.award_code
    return str(stored.year), f"{name}\n{stored.draft.topic}" if stored.draft.topic else name


def merge_pair(entry: MergeEntry) -> Pair:
    """Return the day of a merge, and the record that was taken in."""
    return list_date(entry.merged_at.astimezone().date()), f"Hồ sơ {entry.full_name}"


def period_words(first: date | None, last: date | None) -> str:
    """Return a period in the words of a list: "từ 01/07/2025", "đến 30/06/2025", both, or "từ trước"."""
    if first is None and last is None:
        return "từ trước"
    begin = f"từ {list_date(first)}" if first else ""
    end = f"đến {list_date(last)}" if last else ""
    return f"{begin}\n{end}".strip()
