"""The only place that knows SQL: tables, engine, unit of work, queries, migrations."""
