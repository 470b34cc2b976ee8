"""The small pieces that every page is put together from."""
