"""Word files read: what stands in them and how it is really set."""
