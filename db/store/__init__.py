"""Reads and writes of one subject each; what comes out are flat values, never rows."""
