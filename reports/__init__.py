"""Paper from plain data: gather from a checklist, lay out, render to PDF."""
