"""The parts of the page on which documents are drafted: its list, the choice of a template, the editor."""
