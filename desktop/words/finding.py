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
ACTIONS = "{n}项行动"
SPOKEN = "{kind}：{text}"
