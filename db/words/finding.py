"""What is said about finding: the index, how names are read, filters that are kept."""

ERRORS = {
    "reading_nobody": "没有叫“{name}”的单位或人员。",
    "reading_letters": "拼音只写字母，不写声调和数字，每个字一个音节，中间空一格。",
    "reading_count": "“{name}”有{n}个字，要写{n}个音节，现在是{given}个。",
    "saved_empty": "请给这个筛选起个名称。",
    "saved_long": "筛选名称有{length}个字，最多{limit}个字。",
    "saved_taken": "已经有名为“{name}”的筛选了，请换一个名称。",
    "saved_nothing": "现在没有筛选条件，先筛选再保存。",
    "saved_unknown": "没有名为“{name}”的筛选。",
    "saved_gone": "筛选“{name}”里的“{what}”已经不在了，请改用别的条件后另存。",
}
STEPS = {
    "reading": "修改“{name}”的拼音",
    "saved_add": "保存筛选“{name}”",
    "saved_change": "修改筛选“{name}”",
    "saved_rename": "筛选“{name}”改名为“{new}”",
    "saved_remove": "删除筛选“{name}”",
}
CHECKS = {
    "search_index": "搜索用的索引与“{place}”不符，请用reindex重建",
}
KINDS = {"tasks": "任务", "actions": "行动", "units": "单位", "people": "人员", "problems": "问题"}
CLI_GROUP = "{kind} {n}"
CLI_MORE = "另有{n}"
CLI_NONE = "没有找到“{text}”"
CLI_REINDEXED = "已重建索引"
CLI_NO_FILTERS = "还没有保存的筛选"
