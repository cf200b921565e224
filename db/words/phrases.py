"""Words of the phrases for narrative text: what they are for, and the placeholders that may stand in them."""

USES = {"done": "进展情况", "trouble": "存在问题", "next": "下一步打算", "any": "通用"}
# What is filled in when a phrase is inserted, by what it is filled from.
FILLED = {
    "county": "本县", "lead": "牵头单位", "owner": "责任人", "action": "行动", "due": "完成时限", "percent": "完成率",
    "period": "期次", "today": "今天",
}  # fmt: skip
# What is left for whoever writes.
LEFT = ("数字", "日期", "金额", "事项", "原因", "单位", "文件", "材料", "地点")
PLACEHOLDER = "{{{name}}}"
BETWEEN = "、"

ERRORS = {
    "phrase_empty": "请填写常用语。",
    "phrase_long": "常用语有{length}个字，最多{limit}个字。",
    "phrase_taken": "“{use}”里已经有这一句了。",
    "phrase_gone": "这一句常用语已经不在了。",
    "phrase_none": "没有选中任何常用语。",
    "phrases_there": "默认的常用语都在，没有要恢复的。",
    "phrase_number": "没有第{number}句常用语。",
    "braces_unbalanced": "花括号没有成对，占位要写成“{{数字}}”这样。",
    "placeholder_unknown": "没有“{value}”这个占位，可以用：{known}。",
}
STEPS = {
    "phrase_add": "新增常用语{title}",
    "phrase_change": "修改常用语{title}",
    "phrase_remove": "删除常用语{title}",
    "phrase_move": "移动常用语{title}",
    "phrase_restore": "恢复默认的常用语，补上{n}句",
}
CHECKS: dict[str, str] = {}

# --- command line ------------------------------------------------------------------------------------
CLI_PHRASE = "{number}　{use}　{text}"
CLI_NONE = "还没有常用语，可用restore补上默认的。"
