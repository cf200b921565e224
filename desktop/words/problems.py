"""Words of the window about problems and evidence."""

from db.words import problems as told

CATEGORIES, LEVELS, LEVELS_MEAN = told.CATEGORIES, told.LEVELS, told.LEVELS_MEAN

PROBLEMS = "问题"
PROBLEM_COLUMNS = ("级别", "问题", "原因", "类别", "行动", "牵头单位", "协调单位", "提出日期", "解决情况")
NUMBER = "{n}个"
WHICH = {"open": "未解决", "solved": "已解决", "all": "全部问题"}
ANY_LEVEL, ANY_CATEGORY, ANY_UNIT = "各级", "各类", "各单位"
LEVEL_LINE = "{level} {meaning}"
FILTER_WHICH, FILTER_LEVEL, FILTER_CATEGORY, FILTER_UNIT = "看哪些问题", "级别", "类别", "牵头或协调单位"
STANDING, STANDING_TODAY = "已{days}天", "今天提出"
STOOD = "用了{days}天"
OPEN = "未解决"
ACTION_FINISHED = "行动已完成"
ACTION_OUT = "不再统计"
SPOKEN = (
    "{level}，{text}，原因{cause}，{category}，行动{code} {title}，"
    "牵头单位{lead}，协调单位{unit}，{raised}提出，{solved}"
)
NONE = "未填"
LIST_NAME = "问题清单"

# --- acts ---------------------------------------------------------------------------------------------
REGISTER = "登记问题"
EDIT = "修改…"
SOLVE = "解决…"
UNSOLVE = "改为未解决"
LEVEL_UP, LEVEL_DOWN = "升一级", "降一级"
GO_TO_ACTION = "去这项行动"
REMOVE = "删除"
MORE = "对选中的问题"
REMOVED = "已删除问题“{text}”"
SOLVED_SAID = "已解决“{text}”"

# --- empty places --------------------------------------------------------------------------------------
EMPTY = "没有登记问题。"
EMPTY_HEAD = "没有登记问题"
EMPTY_LINE = "办不下去的事登记在这里，写明原因、级别和要谁协调，解决一个销一个。"
FILTERED_HEAD = "没有符合条件的问题"
FILTERED_LINE = "当前只看：{filters}。"
CLEAR_FILTERS = "清除筛选"
BETWEEN = "、"

# --- dialogs ---------------------------------------------------------------------------------------------
DIALOG_NEW, DIALOG_EDIT = "登记问题", "修改问题"
DIALOG_OF = "{code} {title}"
DIALOG_SAVE = "保存"
ACTION, ACTION_HINT = "行动", "输编号或名称里的字"
ACTION_LINE = "{code} {title}"
TEXT, TEXT_HINT = "问题", "例如：实训场地不够，两个班排不开。"
CAUSE = "原因"
LEVEL, CATEGORY, UNIT, RAISED_ON = "级别", "类别", "协调单位", "提出日期"
RAISED, SOLVED = "{day}提出，{age}", "{day}解决，{age}：{how}"
SOLVE_TITLE = "解决问题"
SOLVED_ON, SOLUTION, SOLUTION_HINT = "解决日期", "怎么解决的", "例如：县政府专题会议定，借用县委党校场地。"
SOLVE_DEED = "记为已解决"

# --- evidence ----------------------------------------------------------------------------------------------
EVIDENCE = "材料"
EVIDENCE_LIST = "佐证材料"
EVIDENCE_EMPTY = "还没有材料，可把文件拖进来。"
EVIDENCE_ADD = "添加文件…"
EVIDENCE_ADD_TITLE = "添加佐证材料"
EVIDENCE_KIND = "所有文件 (*)"
EVIDENCE_FACTS = "{size}，{day}，{who}"
EVIDENCE_OPEN, EVIDENCE_FOLDER = "打开", "打开所在文件夹"
EVIDENCE_NOTE, EVIDENCE_NOTE_LINE = "说明…", "“{name}”说明什么，写给核实的人看。"
EVIDENCE_NOTE_LABEL = "说明"
EVIDENCE_REMOVE = "移除"
EVIDENCE_REMOVED = "已移除“{name}”"
EVIDENCE_COPYING = "正在复制…"
EVIDENCE_PUT_BACK = "已补回原来的文件。"
EVIDENCE_FAULTS = {
    "missing": "文件找不到了，请把原文件再添加一次，或从备份里找回。",
    "altered": "文件被改动过，与添加时不一样，请把原文件再添加一次。",
    "unreadable": "文件读不出来，请检查权限或磁盘。",
}
EVIDENCE_NOT_OPENED = "打不开“{name}”，这台电脑上没有能打开它的程序。"
BETWEEN_FACTS = "，"

VERIFY = "核对佐证材料"
VERIFYING = "正在核对佐证材料…"
VERIFY_NONE = "还没有佐证材料。"
VERIFY_SOUND = "{n}份佐证材料都在，与添加时一样。"
VERIFY_FAULTS = "{n}份佐证材料有问题，台账里的记录没有变。"
VERIFY_LINE = "{finding}。"
VERIFY_MORE = "还有{n}份，点“复制清单”看全部。"
VERIFY_FOLDER = "找的是文件夹“{folder}”，台账文件改名或移动后，这个文件夹要跟着改名、放在一起。"
VERIFY_COPY, VERIFY_GO, VERIFY_OPEN = "复制清单", "看第一份", "打开文件夹"
COPYING_EVIDENCE = "正在另存副本和佐证材料…"
COPIED_WITH = "已另存副本“{name}”，连同{n}份佐证材料"

