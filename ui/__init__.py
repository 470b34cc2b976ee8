"""The only place that knows Qt: application, main window, pages, dialogs, widgets, printing."""
