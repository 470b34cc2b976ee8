"""What a meeting needs before it can be closed, and what deserves a second look (rules C31, C33 and C35)."""

from dataclasses import replace
from typing import Final

from kimhoa_app.domain.awards import SubjectKind, award
from kimhoa_app.domain.councils import CouncilRole, VoteBase, VoteMethod
from kimhoa_app.domain.marks import mean_mark, reaches_mark
from kimhoa_app.domain.meetings import Case, MeetingRecord, MemberPresence
from kimhoa_app.domain.quorum import base_of, has_quorum, needed_at, present_count, voter_count, voters
from kimhoa_app.domain.voting import is_passed, share, vote_rules

MOST_NAMED: Final = 5


def missing_to_close(record: MeetingRecord) -> list[str]:
    """Return what still keeps the meeting from being closed, a short sentence each; empty when nothing does."""
    found = role_faults([member.role for member in record.members])
    if not has_quorum(record):
        found.append(
            f"Chưa đủ túc số: có mặt {present_count(record.members)}, cần ít nhất {needed_at(record)} thành viên."
        )
    if record.ends_at is None:
        found.append("Chưa ghi giờ kết thúc.")
    if not record.cases:
        found.append("Chưa có trường hợp nào đưa ra Hội đồng.")
    if record.vote_method is VoteMethod.SECRET_BALLOT and record.ballots_returned is None:
        found.append("Chưa ghi số phiếu phát ra, thu về.")
    return found + [sentence for case in record.cases if (sentence := _missing_result(record, case))]


def _missing_result(record: MeetingRecord, case: Case) -> str:
    if entries_fit(record, case):
        return ""
    if record.vote_method is VoteMethod.MARKS:
        expected = len(markers(record, case))
        return f"Phiếu chấm của {case_words(case)}: có {len(case.sheets)}, phải có {expected} của người dự họp."
    if case.votes is None:
        return f"Chưa nhập phiếu của {case_words(case)}."
    return f"Phiếu của {case_words(case)} không còn khớp với số người, số phiếu; nhập lại."


def case_words(case: Case) -> str:
    """Return a case as sentences name it: "Lê Thị Ánh (CSTĐCS)", an initiative by its name alone."""
    return f"“{case.name}”" if case.subject is SubjectKind.INITIATIVE else f"{case.name} ({case.award_code})"


def outcome(record: MeetingRecord, case: Case) -> tuple[int, bool] | None:
    """Return what came of a case: the share of the votes or the mean mark, in basis points, and whether it passed.

    None while nothing has been entered for it.
    """
    if record.vote_method is VoteMethod.MARKS:
        mean = mean_mark(case.sheets)
        return None if mean is None else (mean, reaches_mark(case.sheets, record.pass_mark or 0))
    return None if case.votes is None else (share(case.votes), is_passed(case.votes))


def markers(record: MeetingRecord, case: Case) -> list[MemberPresence]:
    """Return who gives marks to an initiative: those who take part in the vote, its authors left out (rule C35)."""
    return [member for member in voters(record) if member.person_id is None or member.person_id not in case.author_ids]


def entries_fit(record: MeetingRecord, case: Case) -> bool:
    """Return whether the votes or the marks on `case` are all there and agree with the attendance."""
    if record.vote_method is not VoteMethod.MARKS:
        return votes_fit(record, case)
    expected = {member.member_id for member in markers(record, case)}
    return bool(expected) and {sheet.member_id for sheet in case.sheets} == expected


def votes_to_cast(record: MeetingRecord) -> int:
    """Return how many votes each case must have: the ballots returned, or those who vote by show of hands."""
    if record.vote_method is VoteMethod.SECRET_BALLOT:
        return record.ballots_returned or 0
    return voter_count(record)


def base_kind(record: MeetingRecord, award_code: str) -> VoteBase:
    """Return whom the percentage of this award is taken of: some ask for all members, whatever the meeting does."""
    rule = vote_rules()[award(award_code).vote_rule]
    return VoteBase.ALL_MEMBERS if rule.all_members else record.vote_base


def base_for(record: MeetingRecord, award_code: str) -> int:
    """Return how many people the percentage of this award is taken of."""
    return base_of(replace(record, vote_base=base_kind(record, award_code)))


def votes_fit(record: MeetingRecord, case: Case) -> bool:
    """Return whether the votes on `case` still agree with the attendance and the ballots."""
    if case.votes is None:
        return False
    total = case.votes.votes_for + case.votes.votes_against + case.votes.votes_other
    return total == votes_to_cast(record) and case.votes.base == base_for(record, case.award_code)


def role_faults(roles: list[CouncilRole]) -> list[str]:
    """Return what is wrong with the roles of a council: it has exactly one chair and one secretary."""
    found = []
    for role, name in ((CouncilRole.CHAIR, "Chủ tịch Hội đồng"), (CouncilRole.SECRETARY, "Thư ký Hội đồng")):
        count = roles.count(role)
        if count == 0:
            found.append(f"Chưa có {name}.")
        elif count > 1:
            found.append(f"Có {count} người cùng là {name}; chỉ để một người.")
    return found


def warnings_of(record: MeetingRecord) -> list[str]:
    """Return what the clerk should know but may pass: a member who is a candidate, a vote held in the wrong way."""
    found = _conflict_warning(record)
    rules = {award(case.award_code).vote_rule for case in record.cases}
    for rule in (vote_rules()[code] for code in sorted(rules)):
        if rule.secret_ballot and record.vote_method is not VoteMethod.SECRET_BALLOT:
            found.append(f"{rule.name}: phải bỏ phiếu kín ({rule.basis}).")
        if rule.all_members and record.vote_base is not VoteBase.ALL_MEMBERS:
            found.append(f"{rule.name}: tỷ lệ phải tính trên tổng số thành viên ({rule.basis}).")
    return found


def _conflict_warning(record: MeetingRecord) -> list[str]:
    candidates: dict[MemberPresence, list[str]] = {}
    for member, case in conflicts(record):
        what = case_words(case) if case.subject is SubjectKind.INITIATIVE else case.award_code
        candidates.setdefault(member, []).append(what)
    named = [f"{member.full_name} ({', '.join(codes)})" for member, codes in candidates.items()]
    if len(named) == 1:
        member, codes = next(iter(candidates.items()))
        sentence = f"{member.full_name} là thành viên Hội đồng và được đưa ra xét {', '.join(codes)}"
        return [f"{sentence}; không tự bỏ phiếu cho mình."]
    others = f" và {len(named) - MOST_NAMED} người khác" if len(named) > MOST_NAMED else ""
    sentence = f"{len(named)} thành viên Hội đồng được đưa ra xét, không tự bỏ phiếu cho mình"
    return [f"{sentence}: {', '.join(named[:MOST_NAMED])}{others}."] if named else []


def conflicts(record: MeetingRecord) -> list[tuple[MemberPresence, Case]]:
    """Return each member with the case in which the member is the candidate, or an author of the initiative."""
    by_person = {member.person_id: member for member in record.members if member.person_id is not None}
    return [
        (by_person[person], case)
        for case in record.cases
        for person in (*case.author_ids, case.person_id)
        if person in by_person
    ]
