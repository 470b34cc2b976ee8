"""The frame round the pages: rail, top bar, search, help, and the list of pages; painted before any data is opened."""
