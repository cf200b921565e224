"""The ratios we promise: each command holds the program against a floor measured in the same run."""
