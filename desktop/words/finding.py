"""The words of the search field, of saved filters and of how names are read."""

HINT = "搜索 xfgj / 落户 / 13"
NAME = "搜索任务、行动、单位和人员"
TIP = "可输编号、文字、单位或人名，也可输拼音首字母或全拼；几个词用空格隔开。Ctrl+F"
NONE = "没有找到“{text}”"
NONE_LINE = "可输拼音首字母、编号、单位或人名。"
KINDS = {"tasks": "任务", "units": "单位", "people": "人员", "actions": "行动", "problems": "问题"}
HEAD = "{kind}　{n}"
ALL_ACTIONS = "在台账中查看全部{n}项"
MORE = "显示全部{n}个"
SPOKEN = "{kind}：{text}"

# --- filters that are kept -----------------------------------------------------------------------------
MINE = "我的筛选"
MINE_TIP = "常用的和保存过的筛选条件"
OVERDUE, SLOW, PROBLEMS, EXTENDED = "逾期", "进度滞后", "有问题", "已延期"
SAVE = "保存当前筛选…"
SAVE_TIP = "先筛选，再保存"
CHANGE, RENAME, REMOVE = "改为当前条件", "改名", "删除"
SAVE_TITLE, SAVE_EXPLAIN, SAVE_LABEL, SAVE_DO = "保存筛选", "当前条件：{conditions}。", "名称", "保存"
RENAME_TITLE, RENAME_EXPLAIN = "筛选改名", "条件不变：{conditions}。"
SAVED, RENAMED, CHANGED, REMOVED = "已保存筛选“{name}”", "已改名为“{name}”", "已修改筛选“{name}”", "已删除筛选“{name}”"

# --- how names are read ------------------------------------------------------------------------------------
READINGS = "拼音…"
READING_TITLE, READING = "名称的拼音", "“{name}”的拼音"
READING_EXPLAIN = "搜索时按拼音查找，每个字一个音节，中间空一格；多音字的各个读音都找得到，清空就恢复原来的拼音。"
