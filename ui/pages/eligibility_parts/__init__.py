"""The parts that show who can be put forward for what, and why."""
