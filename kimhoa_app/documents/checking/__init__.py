"""The checker: small rules, each with an id, a severity and a ground, over one document."""
