"""Words of national bodies and the county's bureaus."""

PLACEHOLDER = "有关"  # 省级有关部门, 有关省级部门: no body has it in its name
NONE = "无对应单位"
ALWAYS = "一直"
SPAN = {(True, False): "{since}起", (False, True): "至{until}", (True, True): "{since}至{until}"}

ERRORS = {
    "counterpart_from": "请填写从哪一天起。",
    "counterpart_unit": "请填写本县单位，没有就写“无”。",
    "body_empty": "请填写文件中的部门。",
    "body_placeholder": "“{name}”不是具体部门，不能对应某个单位，请在行动里逐项填写。",
    "counterpart_two": "一个部门只能对应一个单位，其余单位请在行动里填为配合单位。",
    "counterpart_note_long": "说明有{length}个字，最多{limit}个字。",
    "counterpart_overlap": "起止与另一条重叠：{span}对应“{unit}”，请先改那一条。",
    "counterpart_gone": "“{name}”已经停用，又没有接续的单位，请另选单位。",
}

STEPS = {
    "counterpart": "修改{title}对应的本县单位",
    "counterpart_confirm": "核对{title}对应的本县单位",
    "counterpart_restore": "恢复{title}的默认对应",
}

CHECKS = {"counterpart_overlap": "“{place}”对应的本县单位在同一天有两个"}

# --- command line ------------------------------------------------------------------------------------
CLI_HEAD = ("文件中的部门", "本县单位", "适用起止", "涉及", "核对", "说明")
CLI_UNCHECKED, CLI_GONE, CLI_TASKS = "待核对", "“{name}”已停用", "{n}项"
