"""One window for a data folder: a second start asks the first window to come to the front."""

import hashlib
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

WAIT_MS: Final = 800
MESSAGE: Final = b"front\n"


def channel_of(data_folder: Path) -> str:
    """Return the name of the channel of `data_folder`, the same for every spelling of its path."""
    digest = hashlib.sha256(str(data_folder.resolve()).encode()).hexdigest()
    return f"kimhoa-{digest[:24]}"


def ask_first_window(data_folder: Path) -> bool:
    """Ask the window that holds `data_folder` to come to the front; False when none answers."""
    socket = QLocalSocket()
    socket.connectToServer(channel_of(data_folder))
    if not socket.waitForConnected(WAIT_MS):
        return False
    socket.write(MESSAGE)
    socket.flush()
    sent = socket.bytesToWrite() == 0 or socket.waitForBytesWritten(WAIT_MS)
    socket.disconnectFromServer()
    return sent


class FirstWindow(QObject):
    """Listens for later starts; made only by the process that holds the lock of the data folder."""

    asked = Signal()

    def __init__(self, data_folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        name = channel_of(data_folder)
        QLocalServer.removeServer(name)  # left behind by a process that was killed; the lock says that it is gone
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._hear)
        self._server.listen(name)

    def close(self) -> None:
        """Listen no more."""
        self._server.close()

    def _hear(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            self.asked.emit()
