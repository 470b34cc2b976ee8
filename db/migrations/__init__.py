"""Changes of the tables from one version to the next, and how they are applied."""
