"""The checklist file and the rules of the work it holds; pure Python over SQLite, no Qt."""
