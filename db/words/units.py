"""What is said about units and the people in them."""

KINDS = {"county": "县直", "township": "乡镇", "vertical": "垂管", "external": "外部"}

ERRORS = {
    "unit_empty": "请填写单位名称。",
    "unit_kind": "没有“{value}”这种单位类别。",
    "unit_taken": "“{name}”已经是“{whose}”的名称、简称或别名，请换一个。",
    "unit_alias_own": "“{name}”就是这个单位的名称或简称，不用再填为别名。",
    "unit_unknown": "没有名为“{name}”的单位。",
    "unit_ended": "“{name}”到{until}已经停用，不能再改名或撤销。",
    "unit_same": "请选择另外一个单位。",
    "unit_circle": "“{name}”由“{whose}”演变而来，不能再由它接续。",
    "unit_follows": "“{other}”与“{keep}”是前后接续的两个名称，不是重复，不能合并。",
    "unit_keep_ended": "“{name}”到{until}已经停用，请保留还在的那一个。",
    "unit_in_use": "“{name}”还有行动、人员、问题或后续单位，不能删除；不再有的单位请撤销，重复的请合并。",
    "valid_before": "这一天早于它开始的{since}。",
    "since_first": "从{since}起才有，更名或调动的日期要晚于这一天。",
    "person_empty": "请填写姓名。",
    "person_known": "“{unit}”已经有“{name}”了。",
    "person_known_alone": "已经有“{name}”了，还没有写明单位。",
    "person_unknown": "没有名为“{name}”的人员。",
    "person_ended": "“{name}”到{until}已经离任。",
    "person_same": "请选择另外一个人。",
    "person_there": "“{name}”已经在这个单位，职务有变化请直接修改。",
    "person_in_use": "“{name}”还担任行动或任务的责任，不能删除；离任请填离任日期，重复的请合并。",
    "post_long": "职务有{length}个字，最多{limit}个字。",
    "phone_long": "电话有{length}个字，最多{limit}个字。",
}

STEPS = {
    "task_people": "修改任务{number}的责任领导、责任人和联系人",
    "unit_add": "新增单位{title}",
    "unit_correct": "修改单位{title}",
    "unit_rename": "{title}自{since}起更名为“{new}”",
    "unit_end": "撤销单位{title}",
    "unit_take_over": "{title}由“{successor}”接续",
    "unit_merge": "把{title}并入“{keep}”",
    "unit_remove": "删除单位{title}",
    "person_add": "新增人员{title}",
    "person_correct": "修改人员{title}",
    "person_move": "{title}自{since}起调到“{unit}”",
    "person_end": "{title}离任",
    "person_merge": "把两个{title}合并",
    "person_remove": "删除人员{title}",
}

CHECKS = {"unit_circle": "单位{place}与后续单位互相接续，绕成了圈"}

# --- command line ------------------------------------------------------------------------------------
CLI_UNITS = ("单位", "简称", "类别", "起", "止", "接续", "人员", "牵头")
CLI_PEOPLE = ("姓名", "单位", "职务", "电话", "起", "止")
