"""What is done with the document on the desk: write it, print it, issue it, correct it, bring a version back."""

from collections.abc import Callable
from pathlib import Path

from kimhoa_app.services import documents, issuing, word_copies
from kimhoa_app.services.documents import DocumentDraft, DocumentEntry, DocumentVersion
from kimhoa_app.services.word_copies import WordChanges
from ui.dialogs.base import FormDialog
from ui.dialogs.file_choice import ask_which
from ui.pages.base import Page
from ui.pages.drafting.desk import DocumentDesk
from ui.pages.drafting.issuing import IssueDialog, correction_dialog
from ui.pages.drafting.naming import file_stem
from ui.pages.drafting.versions_dialog import VersionsDialog
from ui.pages.drafting.word_changes_dialog import WordChangesDialog
from ui.pages.exporting import Paper, print_paper, save_paper, write_paper

AskFirst = Callable[[str, Callable[[], object]], None]
"""Gets what a button says and does, and does it once the person knows what is still open."""


class PaperActions:
    """The actions of `page` on the document that lies on `desk`; `name` gives the name of its template.

    What takes the document out of the program, or issues it, goes through `ask_first`.
    """

    def __init__(
        self, page: Page, desk: DocumentDesk, name: Callable[[DocumentEntry], str], ask_first: AskFirst
    ) -> None:
        self._page = page
        self._desk = desk
        self._name = name
        self._ask_first = ask_first

    def export(self, ending: str) -> None:
        """Ask for a file and write the document there as it stands on the screen, saved first; `ending` .docx or .pdf.

        What is written and what is stored are one text, or a file changed in Word would seem changed on both sides.
        """
        self._desk.autosave.flush()
        self._ask_first("Vẫn xuất", lambda: save_paper(self._page, self._paper(), ending))

    def write_to(self, path: Path) -> None:
        """Write the document on the desk to `path`, then offer the ways to the file."""
        write_paper(self._page, self._paper(), path)

    def print(self) -> None:
        """Print the document as the preview shows it."""
        self._ask_first("Vẫn in", lambda: print_paper(self._page, self._paper()))

    def open_issue(self) -> None:
        """Ask for number and day, once the next free number is known."""
        entry = self._desk.entry
        if entry is not None and (entry.awaits_number or not entry.is_issued):
            self._ask_first("Vẫn ban hành", lambda: self._find_number(entry))

    def show_issue(self, entry: DocumentDraft, proposed: int) -> IssueDialog:
        """Open the dialog that asks for number and day, with the number proposed."""
        context = self._page.context
        dialog = IssueDialog(
            context, entry, proposed, context.workspace.today, lambda _none: self._tell_issued(), self._page
        )
        dialog.open()
        return dialog

    def reopen(self) -> None:
        """Make the paper that waits for its number a draft again."""
        entry = self._desk.entry
        if entry is not None:
            self._page.change(
                lambda workspace: issuing.reopen(workspace, entry.id), "documents", said="Đã mở lại để sửa."
            )

    def open_correction(self) -> FormDialog | None:
        """Ask why the issued document is changed, then open it for changes."""
        entry = self._desk.entry
        if entry is None:
            return None
        dialog = correction_dialog(self._page.context, entry.id, lambda _none: self._desk.correct(), self._page)
        dialog.open()
        return dialog

    def open_versions(self) -> None:
        """Show the kept versions of the document on the desk."""
        entry = self._desk.entry
        if entry is not None:
            self._desk.autosave.flush()
            self._page.read(
                lambda workspace: documents.list_versions(workspace, entry.id),
                lambda versions: self.show_versions(entry, versions),
            )

    def show_versions(self, entry: DocumentDraft, versions: list[DocumentVersion]) -> VersionsDialog:
        """Open the dialog with the versions."""
        dialog = VersionsDialog(
            self._page.context,
            entry.id,
            versions,
            self._desk.document,
            self.restore,
            self.ask_for_word_file,
            locked=self._desk.is_locked,
            parent=self._page,
        )
        dialog.open()
        return dialog

    def restore(self, version: int) -> None:
        """Bring back a version of the document on the desk, with a way back."""
        session = self._desk.session

        def say(replaced: int) -> None:
            self._desk.expect("khôi phục phiên bản")
            self._page.context.notify("Đã khôi phục phiên bản đã chọn.", lambda: self.restore(replaced))

        self._page.change(lambda _workspace: session.restore(version), "documents", done=say)

    def ask_for_word_file(self) -> None:
        """Ask which Word file holds the changed text, then show what was changed there."""
        ask_which(self._page, "Chọn tệp Word đã sửa", word_copies.ENDING, self.read_word_file)

    def read_word_file(self, path: Path) -> None:
        """Show what the Word file at `path` says otherwise than the document that was written."""
        entry = self._desk.entry
        if entry is not None:
            self._desk.autosave.flush()
            self._page.read(
                lambda workspace: word_copies.read_changes(workspace, entry.id, path), self.show_word_changes
            )

    def show_word_changes(self, changes: WordChanges) -> WordChangesDialog:
        """Open the dialog with what was changed in Word."""
        dialog = WordChangesDialog(
            self._page.context.runner,
            changes,
            lambda: self.take_back(changes),
            lambda: self._leave(changes),
            locked=self._desk.is_locked,
            parent=self._page,
        )
        dialog.open()
        return dialog

    def take_back(self, changes: WordChanges) -> None:
        """Take the text back from Word, with a way back."""
        session = self._desk.session
        self._desk.autosave.flush()

        def say(replaced: int) -> None:
            self._desk.expect("lấy nội dung từ Word")
            self._page.context.notify("Đã lấy nội dung từ Word.", lambda: self.restore(replaced))

        self._page.change(
            lambda workspace: word_copies.take_back(
                workspace, session.document_id, changes, correcting=session.correcting
            ),
            "documents",
            done=say,
        )

    def _leave(self, changes: WordChanges) -> None:
        document_id = self._desk.session.document_id
        self._page.change(
            lambda workspace: word_copies.leave(workspace, document_id, changes),
            done=lambda _none: self._desk.word_return.look(),
        )

    def _paper(self) -> Paper:
        entry, document = self._desk.entry, self._desk.document
        if entry is None:
            return Paper(lambda _workspace: document, "Van ban")
        return Paper(
            lambda _workspace: document,
            file_stem(self._name(entry), entry.year),
            lambda workspace, written, path: word_copies.remember(workspace, entry.id, written, path),
        )

    def _find_number(self, entry: DocumentDraft) -> None:
        self._desk.autosave.flush()
        today = self._page.context.workspace.today
        self._page.read(
            lambda workspace: documents.next_number(workspace, entry.symbol, today),
            lambda number: self.show_issue(entry, number),
        )

    def _tell_issued(self) -> None:
        self._page.context.notify("Đã ghi vào Sổ văn bản; nội dung được khóa.")
        self._page.context.announce("documents")
