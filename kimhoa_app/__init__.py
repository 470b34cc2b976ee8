"""Kim Hoa without a screen: the text, the rules, the documents, the use cases and the command line."""

__version__ = "0.1.0"
