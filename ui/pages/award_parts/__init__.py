"""The parts of the page of awards."""
