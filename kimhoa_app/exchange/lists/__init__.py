"""Lists that somebody keeps in a spreadsheet: staff, ratings, awards, initiatives, registrations."""
