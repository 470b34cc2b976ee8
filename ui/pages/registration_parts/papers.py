"""What leaves the registration page as files: forms to the units, the list upward with its letter, the results."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kimhoa_app.services import registration_exports
from kimhoa_app.services.registration_exports import write_registrations
from kimhoa_app.services.registration_progress import UnitProgress
from kimhoa_app.services.registration_progress_paper import progress_document
from kimhoa_app.services.unit_forms import WrittenForms, write_forms
from ui.background import Progress
from ui.dialogs.base import FormDialog
from ui.dialogs.file_choice import ask_folder
from ui.dialogs.registration_upward import Upward, upward_dialog
from ui.dialogs.unit_forms import unit_forms_dialog
from ui.pages.base import Page
from ui.pages.exporting import Paper, open_outside, save_paper
from ui.printing.pdf import make_pdf

if TYPE_CHECKING:
    from kimhoa_app.services.workspace import Workspace


def send_forms(page: Page, units: Sequence[UnitProgress]) -> FormDialog:
    """Ask for which units and for a folder, and write their forms into it; then offer to open it."""

    def chosen(unit_ids: tuple[int, ...]) -> None:
        ask_folder(page, "Chọn thư mục để ghi phiếu đăng ký", partial(write_forms_into, page, unit_ids))

    dialog = unit_forms_dialog(page.context.runner, page.context.year, units, chosen, page)
    dialog.open()
    return dialog


def write_forms_into(page: Page, unit_ids: Sequence[int], folder: Path) -> None:
    """Write the forms of units into `folder` off the UI thread, with progress and a way to stop."""
    context = page.context

    def work(workspace: "Workspace", progress: Progress) -> WrittenForms:
        return write_forms(workspace, context.year, folder, unit_ids, step=progress.step)

    def done(written: WrittenForms) -> None:
        page.banner.clear()
        without = f" {written.without_unit} người chưa ghi đơn vị nên không có phiếu." if written.without_unit else ""
        context.notify(
            f"Đã ghi {written.count} phiếu và một tệp .zip.{without}",
            actions=(("Mở thư mục", partial(open_outside, written.folder)),),
        )

    page.run_long("Đang lập phiếu đăng ký…", work, done)


def send_upward(page: Page) -> FormDialog:
    """Open the dialog that chooses what goes upward; then ask for a folder and write all of it there."""
    context = page.context

    def chosen(upward: Upward) -> None:
        ask_folder(page, "Chọn thư mục để ghi", partial(write_upward, page, upward))

    dialog = upward_dialog(context.runner, context.year, chosen, page)
    dialog.open()
    return dialog


def write_upward(page: Page, upward: Upward, folder: Path) -> None:
    """Write what was chosen into `folder` off the UI thread and offer to open it."""
    context = page.context

    def work() -> list[Path]:
        return write_registrations(
            context.workspace, context.year, folder, make_pdf,
            form=upward.form, endings=upward.endings, cover=upward.cover,
        )  # fmt: skip

    def done(files: list[Path]) -> None:
        page.banner.clear()
        context.notify(
            f"Đã ghi {len(files)} tệp: {', '.join(path.name for path in files)}.",
            actions=(("Mở thư mục", partial(open_outside, folder)),),
        )

    context.runner.submit(work, done=done, failed=page.fail)


def save_outcomes(page: Page, ending: str) -> None:
    """Ask where to, and write the table of what was registered against what came of it."""
    year = page.context.year
    paper = Paper(
        lambda workspace: registration_exports.outcomes_document(workspace, year), f"Ket qua so voi dang ky {year}"
    )
    save_paper(page, paper, ending)


def progress_paper(year: int) -> Paper:
    """Return the table of how far each unit is."""
    return Paper(lambda workspace: progress_document(workspace, year), f"Tien do dang ky thi dua {year}")
