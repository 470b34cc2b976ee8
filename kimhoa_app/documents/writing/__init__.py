"""The Word writer: an `OfficialDocument` as a .docx in the form of Nghị định số 30/2020/NĐ-CP, to go on editing."""

from kimhoa_app.documents.writing.writer import write_docx

__all__ = ["write_docx"]
