"""Questions that take plain values and give plain values."""
