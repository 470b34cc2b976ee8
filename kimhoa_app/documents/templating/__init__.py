"""Templates: text files with declared fields that become official documents; docs/templates.md tells the markup."""

from kimhoa_app.documents.templating.fields import checked_fields, default_fields
from kimhoa_app.documents.templating.loading import load_template, shipped_templates
from kimhoa_app.documents.templating.rendering import render
from kimhoa_app.documents.templating.template import (
    Dated,
    FieldKind,
    FieldScope,
    Issuer,
    Needs,
    Template,
    TemplateError,
    TemplateField,
)

__all__ = [
    "Dated",
    "FieldKind",
    "FieldScope",
    "Issuer",
    "Needs",
    "Template",
    "TemplateError",
    "TemplateField",
    "checked_fields",
    "default_fields",
    "load_template",
    "render",
    "shipped_templates",
]
