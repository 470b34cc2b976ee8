"""The whole program at work: the window has the looks and the preferences that its own tests have."""

from tests.ui.conftest import dressed, leave_no_windows, own_preferences, qapp_cls

__all__ = ["dressed", "leave_no_windows", "own_preferences", "qapp_cls"]
