"""Words of problems and evidence: refusals, steps, faults and the command line."""

CATEGORIES = {
    "funds": "资金",
    "land": "土地",
    "policy": "政策",
    "approval": "审批",
    "people": "人员",
    "technical": "技术",
    "coordination": "协调",
    "other": "其他",
}
LEVELS = {1: "一级", 2: "二级", 3: "三级", 4: "四级"}
# Who brings the parties together at that level (四级问题协调).
LEVELS_MEAN = {
    1: "责任单位自行协调",
    2: "分管县领导协调",
    3: "县政府专题会议",
    4: "县委县政府",
}

ERRORS = {
    "problem_empty": "请写明是什么问题。",
    "problem_long": "{what}有{length}个字，最多{limit}个字。",
    "category_unknown": "没有“{value}”这个类别，可选：{choices}。",
    "level_unknown": "级别应是1到4，不能是“{value}”。",
    "raised_after_today": "提出日期不能晚于今天。",
    "solved_before_raised": "解决日期不能早于提出日期{raised}。",
    "solved_after_today": "解决日期不能晚于今天。",
    "solution_empty": "请写明是怎么解决的。",
    "problem_unknown": "这个问题已经不在了。",
    "not_solved": "这个问题还没有解决。",
    "problem_of_none": "请选一项行动。",
    "problem_of_unknown": "没有找到这项行动，请输编号或名称里的字。",
    "problem_of_many": "有{n}项行动符合，请从列表里选一项。",
    "evidence_none": "没有选文件。",
    "evidence_gone": "找不到文件“{name}”，没有添加任何文件。",
    "evidence_folder": "“{name}”是文件夹，请选其中的文件，没有添加任何文件。",
    "evidence_special": "“{name}”不是普通文件，没有添加任何文件。",
    "evidence_empty": "“{name}”是空文件，里面什么也没有，没有添加任何文件。",
    "evidence_big": "“{name}”超过{limit}MB，没有添加任何文件。请压缩后再添加，或只附说明。",
    "evidence_itself": "“{name}”就是这份台账，不能作为它自己的佐证材料。",
    "evidence_unreadable": "读不出“{name}”，没有添加任何文件。请检查文件权限，或先复制到本机。",
    "evidence_name": "“{name}”的名称里有不能显示的字符，请改名后再添加。",
    "evidence_twice": "“{name}”和这项行动已有的“{old}”内容相同，不用再添加。",
    "evidence_cancelled": "已取消，没有添加任何文件。",
    "evidence_unknown": "这份材料已经不在清单里了。",
    "evidence_note_long": "说明有{length}个字，最多{limit}个字。",
}
WHAT = {"text": "问题", "cause": "原因", "solution": "解决情况"}

STEPS = {
    "problem": "登记{title}的问题",
    "problem_change": "修改{title}的问题",
    "problem_up": "{title}的问题升为{level}",
    "problem_down": "{title}的问题降为{level}",
    "problem_solved": "解决{title}的问题",
    "problem_unsolved": "{title}的问题改为未解决",
    "problem_removed": "删除{title}的问题",
    "evidence": "给{title}添加材料{names}",
    "evidence_removed": "移除{title}的材料{names}",
    "evidence_note": "修改材料{names}的说明",
}

CHECKS = {
    "problem_unexplained": "行动{place}的问题已解决，却没有写明怎么解决",
    "problem_dates": "行动{place}的问题日期不是有效的日期，或解决早于提出",
    "evidence_shape": "行动{place}的佐证材料记录不合规",
    "evidence_missing": "行动{place}不在佐证文件夹里，或大小变了",
}
FILE_OF = "{code}的“{name}”"

# --- a file of evidence that is not as it was added ----------------------------------------------------
FINDINGS = {
    "missing": "行动{code}的材料“{name}”找不到了",
    "altered": "行动{code}的材料“{name}”被改动过，与添加时不一样",
    "unreadable": "行动{code}的材料“{name}”读不出来",
}
FOLDER_LOOKED_FOR = "佐证材料应在文件夹“{folder}”里；台账文件改名或移动后，请把这个文件夹也改成同样的名称、放在一起。"

CLI_PROBLEM = "已登记问题{id}：{code} {text}"
CLI_PROBLEM_HEAD = ("序号", "级别", "类别", "行动", "问题", "协调单位", "提出日期", "天数", "解决日期")
CLI_NO_PROBLEM = "没有登记问题。"
CLI_EVIDENCE = "已添加材料：{name}"
CLI_NO_EVIDENCE = "还没有材料。"
CLI_EVIDENCE_SOUND = "{n}份材料都在，没有改动"
CLI_ORPHANS = "另有{n}个文件没有记录（撤销移除时还要用，没有删除）"
