"""The use cases: a function is one thing that a clerk asks for, and returns plain values."""
