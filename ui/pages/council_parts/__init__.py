"""The parts of the page "Hội đồng": one module for each step of a meeting, and what they share."""
