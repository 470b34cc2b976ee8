"""Official documents as values: the model, templates, the Word writer and the reader."""
