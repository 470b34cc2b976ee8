"""Files that come from and go to other programs: Excel lists in, Excel lists out, safe writing to disk."""
