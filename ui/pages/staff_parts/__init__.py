"""The parts of the page of people and units."""
