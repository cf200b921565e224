"""Read a notice: bytes to text, text to Simplified, text to parts, tasks and responsible bodies."""
