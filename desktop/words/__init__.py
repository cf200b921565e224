"""Every word the window shows, in Simplified Chinese."""

# --- the work: codes of db in the words of the field -------------------------------------------------
STATUS = {
    "not_started": "未启动",
    "in_progress": "正在推进",
    "done": "已完成待销号",
    "closed": "已销号",
    "not_applicable": "不适用",
    "cancelled": "已终止",
    "undivided": "未分解",
    "no_valid": "无有效行动",
}
STATUS_SHORT = STATUS | {"done": "待销号"}

LAMPS = {"soon": "临期", "over": "逾期", "slow": "滞后"}  # fmt: skip
BODIES = "责任主体："
BODIES_FOLDED = "责任主体{n}"
ALL_TASKS = "全部任务"

# --- tasks page --------------------------------------------------------------------------------------
TASKS = "任务"
PART_LINE = "{label}、{title}"
TASK_LINE = "{number} {title}"
TASK_TITLE = "{label}{title}"
TASK_SPOKEN = "任务{number}，{title}，{state}，完成{finished}项，共{actions}项行动"
TASK_SPOKEN_NA = "任务{number}，{title}，不适用"
ACTION_COLUMNS = ("行动", "牵头单位", "责任人", "完成时限", "办理状态", "完成率")
ACTION_SPOKEN = (
    "{code} {title}，牵头单位{lead}，配合单位{supporting}，责任人{owner}，完成时限{due}，{status}，完成率{percent}%"
)
NONE_YET = "未填"
CHILDREN = "{n}项子行动"
NO_LEAD = "缺牵头"
COLLAPSE_ALL = "全部收起"
EXPAND_ALL = "全部展开"
ONLY_ALL, ONLY_APPLICABLE, ONLY_UNDIVIDED, ONLY_LATE = "全部", "适用", "未分解", "逾期和临期"
APPLICABLE = "适用"
NOT_APPLICABLE = "不适用"
MARK_NOT_APPLICABLE = "标为不适用…"
RESTORE_APPLICABLE = "恢复适用"
PERCENT = "完成率"
PREVIOUS_TASK = "上一项任务"
NEXT_TASK = "下一项任务"
ORIGINAL = "原文"
SENTENCES = "{n}句"
ACTIONS = "行动"
FIGURES = {"finished": "完成{n}", "overdue": "逾期{n}", "soon": "临期{n}", "without_lead": "缺牵头{n}"}
FIGURE_TIP = "在台账里看这些行动"
LEAVES_TIP = "按最末一级统计，有子行动的不重复计算"
NEW_ACTION = "新增行动"
NEW_CHILD = "新增子行动"
EMPTY_HEAD = "这项任务还没有落到具体的事"
EMPTY_BELOW = "若与本县无关，可标为不适用，写明理由后不计入基数。"
NA_HEAD = "这项任务不适用于本县"
NA_LINE = "理由：{reason}{by}填写，{confirmer}确认。"
ADD_TITLE = "要办的事，按回车添加"
ADD_LEAD = "牵头单位"
ADD_OWNER = "责任人"
ADD_DUE = "如6月底前"
ADD_DUE_SPOKEN = "完成时限"
ADD = "添加"
ADD_UNDER = "在“{title}”下新增子行动"
OFFER_DONE = "“{title}”完成率已到100%"
MARK_DONE = "标记完成"

# --- acts on an action: menu, tooltip and shortcut all say this ------------------------------------------
MORE = "更多操作"
TICK = "标记完成或取消完成"
EDIT_TITLE = "修改名称"
EDIT_DUE = "修改完成时限"
SUPPORTING_ASK, DONE_ON_ASK = "配合单位…", "完成日期和报结人…"
SUPPORTING, DONE_ON, SAVE = "配合单位", "完成日期", "保存"
SUPPORTING_LINE = "与牵头单位一起办“{title}”的单位，每行一个，或用顿号隔开。"
DONE_ON_LINE = "“{title}”实际办完的那一天，和说办完的人；销号时要由别人确认。"
SUPPORTED_BY, SUPPORTED_BY_MANY = "配合：{name}", "配合：{n}个单位"
TO_TASK = "到任务页查看"
MOVE_UP, MOVE_DOWN, MOVE_IN, MOVE_OUT = "上移", "下移", "降为子行动", "升一级"
DELETE = "删除"
DELETED = "已删除{what}"
DELETED_ONE = "“{title}”"
DELETED_MANY = "“{title}”等{n}项行动"

# --- window ------------------------------------------------------------------------------------------
APP = "落实"
WINDOW_TITLE = "{county} {plan} — 落实"
FILE_NAMED = "{county}（{stem}）"  # where the file is not named after the county
UNDO_STEP, REDO_STEP = "撤销：{label}", "重做：{label}"
NOTHING_TO_UNDO, NOTHING_TO_REDO = "没有可以撤销的操作", "没有可以重做的操作"
UNDO, REDO = "撤销", "重做"
UNDONE, REDONE = "已撤销：{label}", "已重做：{label}"
FILE_NEW, FILE_OPEN, FILE_COPY, FILE_RECENT, FILE_QUIT = "新建清单…", "打开…", "另存副本…", "最近打开", "退出"
FILES = "文件：新建、打开、另存副本"
SETTINGS = "设置、显示与帮助"
TEXT_LARGER, TEXT_SMALLER, TEXT_NORMAL = "放大文字", "缩小文字", "恢复文字大小"
LIGHT, DARK, SYSTEM = "浅色", "深色", "跟随系统"
HELP, ABOUT = "使用帮助", "关于落实"
COUNTS = {
    "tasks": "{n}项任务", "applicable": "涉及{n}", "actions": "行动{n}",
    "finished": "已完成{n}", "done": "待销号{n}", "overdue": "逾期{n}", "soon": "临期{n}", "undivided": "未分解{n}",
    "coverage": "原文落实{n}%",
}  # fmt: skip
SAVED_AT = "已保存 {time}"
SAVED_ALWAYS = "随改随存"
CURRENT_USER = "当前使用人：{name}，点击更换"

RAIL = "各页"
RAIL_COUNTED = "{word}，{n}项"
COUNTS_TIPS = {
    "tasks": "显示全部任务", "applicable": "只看适用的任务", "undivided": "只看未分解的任务",
    "actions": f"在台账里看全部行动；{LEAVES_TIP}", "finished": "在台账里看已完成的行动",
    "done": "在台账里看待销号的行动",
    "overdue": "在台账里看逾期的行动", "soon": "在台账里看临期的行动",
    "coverage": "只看还有原文没有行动落实的任务",
}  # fmt: skip
COUNTS_SPOKEN = "{count}，{tip}"

# --- files -------------------------------------------------------------------------------------------
OPEN_EXISTING = "打开这个文件"
FILE_KIND = "落实台账 (*.luoshi)"
COPY_NAME = "{stem}-副本{day}.luoshi"
COPIED = "已另存副本“{name}”"
OPEN_FILE, OPEN_FOLDER = "打开文件", "打开文件夹"
CANCEL = "取消"
CLOSE = "关闭"
ESC_AGAIN = "再按一次Esc放弃填写的内容。"

# --- countdown (visual.md) ---------------------------------------------------------------------------
DUE_LEFT = "剩{days}天（{workdays}个工作日）"
DUE_LEFT_ABOUT = "剩{days}天（约{workdays}个工作日）"
DUE_LEFT_NO_WORKDAY = "剩{days}天（已无工作日）"
DUE_PAST = "逾期{days}天（{workdays}个工作日）"
DUE_PAST_HOLIDAYS = "逾期{days}天（均为休息日）"
DUE_LONG_TERM = "长期"

# --- fields ------------------------------------------------------------------------------------------
PICK_DATE = "在日历上选"
CALENDAR_MONTH = "{year}年{month}月"
PREVIOUS_MONTH, NEXT_MONTH = "上个月", "下个月"
WEEKDAYS = "一二三四五六日"
REST, WORK = "休", "班"
MONTH_END, QUARTER_END, YEAR_END = "月底", "季末", "年底"
LONG_TERM_WORDS = "长期坚持"
MONTH_DAY = "{month}月{day}日"
YEAR_MONTH_DAY = "{year}年{month}月{day}日"

# --- start page --------------------------------------------------------------------------------------
START_LINES = ("把文件里的每一句，", "变成有人办、有时限、能交差的事。")
START_FACTS = (
    ("file-text", "已带入发改规划〔2020〕532号，28项任务全文"),
    ("hard-drive", "数据只存在这台电脑上，不联网"),
    ("undo-2", "随改随存，每一步都能撤销"),
)
START_HEAD = "贵县怎么称呼？"
START_LINE = "会印在分解表的标题里，也是文件的名称。"
START_COUNTY = "县（市、区）名称"
START_COUNTY_HINT = "例如：安岭县"
START_YEAR = "计划年度"
START_YEAR_LINE = "“6月底前”就是指这一年的6月30日。"
START_LEAD = "牵头单位"
START_LEAD_LINE = "一般是县发展改革局；名称不同时直接改。"
START_LEAD_NAME = "{county}发展和改革局"
START_NOTICE = "通知"
START_SHIPPED = "发改规划〔2020〕532号，28项任务（随程序附带）"
START_OTHER = "换一份通知…"
START_FROM_FILE = "从通知文件…"
START_FROM_TEXT = "粘贴通知文字…"
START_BACK_TO_SHIPPED = "用随附的532号文"
START_NOTICE_READ = "{title}，{tasks}项任务"
START_CREATE = "建立清单"
START_OPEN = "打开已有的台账文件…"
START_RECENT = "最近打开"
NOT_SECRET = "本软件仅供处理非涉密信息。"
COUNTY_CHARACTERS = "名称里不能有 \\ / : * ? \" < > | 这些字符。"

# --- dialogs -----------------------------------------------------------------------------------------
NA_TITLE = "标为不适用"
NA_EXPLAIN = "任务{number}“{title}”将不计入基数，已有的行动保留但不再统计。"
NA_REASON, NA_CONFIRMER = "理由", "确认人"
NA_REASON_HINT = "例如：本县不在边境地区。"
NA_FOOT = "随时可以恢复适用。"
USER_TITLE = "更换当前使用人"
USER_EXPLAIN = "以后的每一步都记在这个名字下。"
USER_NAME = "姓名"
USER_DO = "更换"
USER_EMPTY = "请填写姓名。"

# --- when the program itself fails -------------------------------------------------------------------
CRASH = "程序出了意外，刚才那一步可能没有完成；已保存的内容都在。"
CRASH_NEXT = "可以继续使用。若反复出现，请把详情发给维护人员。"
CRASH_COPY = "复制详情"

# --- self-test ---------------------------------------------------------------------------------------
SELFTEST_FILES = "字体、图标、通知原文齐全"
SELFTEST_CREATE = "建立清单，28项任务"
SELFTEST_READ = "读取网页和Word"
SELFTEST_UNDO = "新增、撤销、重做"
SELFTEST_PDF = "生成任务分解表"
SELFTEST_FIND = "按拼音和繁体查找，逐句拟出行动"
SELFTEST_CALENDAR = "导出日历"
SELFTEST_WINDOW = "打开窗口"

# --- before something is left ------------------------------------------------------------------------
ALREADY_OPEN = "“{name}”已经打开着。"
REFUSED_LEFT = "正在改的一格没有保存，文件里还是原来的内容。"
DRAFT_LEFT = "有一项新行动填好了还没有添加。"
CLOSE_ANYWAY_LINE = "改好或添加后再关闭；不要了就直接关闭。"
CLOSE_ANYWAY = "不要了，直接关闭"
UNSAVED = "“{text}”没有保存：{why}"

# --- another notice ----------------------------------------------------------------------------------
NOTICE_FILE = "从通知文件新建"
NOTICE_KINDS = ("通知 (*.txt *.html *.htm *.docx *.md)", "所有文件 (*)")
NOTICE_PASTE = "粘贴通知文字"
NOTICE_PASTE_LINE = "从网页、Word或PDF里复制通知全文，粘贴到这里。"
NOTICE_PASTE_EMPTY = "还没有粘贴文字。"
NOTICE_WORDS = "通知全文"
NOTICE_READ = "读取"
NOTICE_READING = "正在读取通知…"
PREVIEW_TITLE = "核对读到的任务"
PREVIEW_TAKE = "用这份通知"
PREVIEW_FOOT = "清单建好后任务原文不再改动，请现在核对。"
PREVIEW_NAME = "通知标题"
PREVIEW_WARNINGS = "拿不准的地方"
PREVIEW_FACTS = "{parts}个部分　{tasks}项任务　{bodies}个责任主体"
PREVIEW_NO_BODIES = "没有写明责任主体"
PREVIEW_CHANGE = "更正…"
PREVIEW_NAME_TASK = "改编号和标题"
PREVIEW_MERGE = "并入上一项任务"
PREVIEW_SPLIT = "从这一句起分成两项"
PREVIEW_SPLIT_AT = "{words}…"
PREVIEW_PART = "这是一个部分的标题"
PREVIEW_TITLE_OF = "这是通知的标题"
PREVIEW_LINE_TITLE = "把这一行作为通知标题"
PREVIEW_DROP = "这不是任务，去掉"
PREVIEW_LEAD = "牵头："
PREVIEW_BODIES = "责任主体："
PREVIEW_SUPPORT = "配合："
PREVIEW_DUE = "完成时限："

# --- the county, corrected ---------------------------------------------------------------------------
COUNTY_YEAR_LINE = "已经填好的时限不变，以后填的“6月底前”指这一年。"

# --- a field of several names ------------------------------------------------------------------------
ADD_CHIP = "＋"
REMOVE_CHIP = "去掉{name}"
