"""What the command line does: a module for a subject, a function for a command that prints and gives the exit code."""
