"""Failures that people cause and can mend, each with one sentence in Vietnamese that says what to do."""


class KimHoaError(Exception):
    """A failure that the clerk can understand and mend; `str(error)` is the sentence shown."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class InvalidInput(KimHoaError):
    """A value was refused; `field` names the field beside which the sentence is shown."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


class NotFound(KimHoaError):
    """What was asked for is not in the data."""


class Refused(KimHoaError):
    """A rule of the work says no: the deadline is over, no quorum, already registered."""


class UnusableFile(KimHoaError):
    """A file cannot be read or written: wrong kind, damaged, open elsewhere, disk full."""


class DataUnavailable(KimHoaError):
    """The data folder cannot be opened: in use, made by a newer program, damaged."""


class AlreadyOpen(DataUnavailable):
    """Another window of the program holds the data folder."""
