"""Figures as vectors: lamps, bars, patterns; black and greys alone, for printers and copiers that know no colour."""
