"""What the work is: people, titles, councils, votes, dates; pure values and functions without I/O, clock, Qt or SQL."""
