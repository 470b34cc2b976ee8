"""The parts of the page of registrations."""
