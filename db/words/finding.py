"""What is said about finding: the index, how names are read, filters that are kept."""

ERRORS: dict[str, str] = {}
STEPS: dict[str, str] = {}
CHECKS = {
    "search_index": "搜索索引与“{place}”不符，请另存副本后重建",
}
