"""The command line: the same use cases without a window; names, options and JSON shapes are a contract."""
