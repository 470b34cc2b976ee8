"""Where everything is put together: no sub-command opens the window, else the command line runs."""
