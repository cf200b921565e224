"""Small parts that know their look and nothing of the checklist."""
