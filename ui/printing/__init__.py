"""The pages of an official document: one layout that the preview, the PDF and the printer share."""
