"""Taking back a step of a person's work that was recorded by mistake."""

from db.store import people as people_store
from db.store import person_steps as store
from db.store import posts
from kimhoa_app.domain.errors import Refused
from kimhoa_app.services.workspace import Workspace


def take_back_last_step(workspace: Workspace, person_id: int) -> None:
    """Remove the latest status or post of a person and let what held before go on.

    Raises Refused when there is nothing before it, or when its unit is no longer there; NotFound.
    """
    with workspace.begin() as uow:
        name = people_store.person_row(uow, person_id).full_name
        day = posts.last_dated_fact(uow, person_id)
        if day is not None and store.has_status_from(uow, person_id, day):
            store.take_back_status(uow, person_id, day)
            uow.commit()
            return
        has_before, dissolved_on = (False, None) if day is None else store.unit_before(uow, person_id, day)
        if day is None or not has_before:
            raise Refused(f"{name} chưa có lần chuyển hay đổi tình trạng nào; nếu ghi sai, hãy dùng “Sửa”.")
        if dissolved_on is not None and dissolved_on <= day:
            raise Refused("Đơn vị cũ đã đổi tên, sáp nhập hoặc giải thể nên không quay lại được; hãy dùng “Sửa”.")
        store.take_back_post(uow, person_id, day)
        uow.commit()
