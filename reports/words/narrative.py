"""What the 落实情况报告 says. {…} in Chinese are figures (db.words.narrative), told anew each time it is made."""

NAME, LINE = "落实情况报告", "送县政府，GB/T 9704版式"
TITLE = "{signer}关于{plan}落实情况的报告"
# Where the sense of a title allows a line to end.
TITLE_BREAKS = r"(?<=关于)|(?=重点任务)|(?=落实情况的报告)"
ADDRESSEE, COLONS = "{name}：", ":："
INNER = ("《》", "〈〉")  # titles inside a title
CHAPTER, SECTION, ITEM = "{n}、", "（{n}）", "{n}."
COUNTED, COUNTED_END = "{n}是", "；"  # 一是…；二是…
NUMBERS = "一二三四五六七八九十"

# --- 开头 ----------------------------------------------------------------------------------------------
OPENING = "按照《{title}》{number}要求，我县对重点任务逐项分解、跟踪调度。现将截至{截止日期}的落实情况报告如下。"
OPENING_UNDIVIDED = "按照《{title}》{number}要求，现将我县截至{截止日期}的落实情况报告如下。"
OPENING_SCOPE = "按照《{title}》{number}要求，现将截至{截止日期}{scope}的落实情况报告如下。"
SCOPE_UNIT, SCOPE_REST = "{unit}有关任务", "“{name}”"
DOC_NUMBER = "（{number}）"

# --- 一、总体情况 -----------------------------------------------------------------------------------------
GENERAL = "总体情况"
CONCERNED = "{任务总数}项重点任务中，涉及我县{涉及}项（不适用{不适用}项）。"
ALL_CONCERNED = "{任务总数}项重点任务全部涉及我县。"
NONE_CONCERNED = "{任务总数}项重点任务均不涉及我县（不适用{不适用}项）。"
DIVIDED = "已将{已分解}项任务分解为{行动}项具体行动，其余{未分解}项正在分解。"
ALL_DIVIDED = "各项任务已分解为{行动}项具体行动。"
NONE_DIVIDED = "目前正在逐项分解，尚未形成具体行动。"
STATES = (
    "{行动}项行动中，已完成{已完成}项，占{已完成占比}（其中已销号{已销号}项）；"
    "正在推进{正在推进}项，占{正在推进占比}；未启动{未启动}项，占{未启动占比}。{四舍五入说明}"
)
ROUNDING = "（因四舍五入，分项合计可能不等于100%。）"
TIMING = "从时限看，{parts}。"
OVERDUE, NO_OVERDUE = "逾期{逾期}项", "没有逾期事项"
SOON = "{临期天数}个工作日内到期{临期}项"
SLOW, NOT_SLOW = "从进度看，滞后于序时进度{滞后}项", "从进度看，没有滞后于序时进度的事项"
EXTENDED = "经批准延期{延期}项"
ALL_IN_TIME = "各项行动均在时限以内，没有逾期、临期和滞后于序时进度的事项。"
COMPARED = "与上期（{上期}，截至{上期截止日期}）相比，{parts}。"
CHANGES = (
    ("finished", "新增完成{新增完成}项"), ("unfinished", "不再计为完成{不再计为完成}项"),
    ("started", "新启动{新启动}项"), ("overdue", "新增逾期{新增逾期}项"), ("relieved", "消除逾期{消除逾期}项"),
    ("added", "新增行动{新增行动}项"), ("gone", "不再统计{不再统计}项"),
)  # fmt: skip
NO_CHANGES = "各项数字没有变化"
LEFT_OUT = "不涉及我县的{不适用}项任务是：{titles}。"
LEFT_OUT_TITLE = "{title}（第{n}项）"

# --- 二、主要做法和进展 --------------------------------------------------------------------------------------
WORK = "主要做法和进展"
WORK_NONE_CONCERNED = "重点任务均不涉及我县，没有需要推进的行动。"
WORK_NONE = "各项任务正在部署，尚无进展情况。"
PART = (
    "涉及任务{本部分任务}项、行动{本部分行动}项，已完成{本部分已完成}项（其中已销号{本部分已销号}项），"
    "正在推进{本部分正在推进}项，未启动{本部分未启动}项，总体完成率{本部分完成率}。"
)
PART_UNDIVIDED = "涉及任务{本部分任务}项，正在分解。"
FINISHED = "已完成{titles}"
AND_MORE = "等"
# How a report begins that goes on from the name of what it is about; a blot of others is set apart by a comma.
GOES_ON = r"已|正|尚|仍|基本|全面|全部|完成|开展|启动|印发|实现|通过|进入|累计|共|按"

# --- 三、存在问题 ------------------------------------------------------------------------------------------
TROUBLE = "存在问题"
TROUBLE_OVERDUE = "逾期未完成{逾期}项：{titles}。"
TROUBLE_OVERDUE_MOST = "逾期未完成{逾期}项，其中逾期时间较长的有：{titles}。"
LATE = "{title}（{lead}逾期{days}天）"
LATE_LEAD = "{lead}牵头，"
TROUBLE_SLOW = "{滞后}项行动滞后于序时进度，需要加快推进。"
LEVELS = {
    4: "需提请县委、县政府研究解决的问题：{items}。",
    3: "需提请县政府专题会议研究的问题：{items}。",
    2: "需分管县领导协调的问题：{items}。",
    1: "由责任单位协调解决的问题：{items}。",
}
PROBLEM = "{title}，{text}{cause}{unit}"
CAUSE, COORDINATED = "（{cause}）", "，由{unit}牵头协调"
REPORTED = "从各单位填报情况看，还存在以下困难：{items}。"
REPORTED_OF = "{text}（{titles}）"
TROUBLE_NONE = "目前没有需要提请协调解决的问题。"
NO_TROUBLE = r"(?:目前|暂时|暂)?(?:无|没有|未发现|不存在)(?:.{0,14})"

# --- 四、下一步工作 -----------------------------------------------------------------------------------------
NEXT = "下一步工作"
NEXT_DUE = "抓好近期到期事项。{days}。"
DUE_ON = "{day}前完成{titles}"
NEXT_OVERDUE = "对逾期的{逾期}项行动，逐项倒排时间节点，压实责任，直至办结销号。"
NEXT_TROUBLE = "对尚未解决的{未解决问题}个问题，按级别提请研究协调，逐个明确解决办法和时限。"
NEXT_PLANS = "各单位下一步的打算：{items}。"
NEXT_DIVIDE = "抓紧分解{titles}，落实到具体行动、责任单位和完成时限。"
NEXT_DIVIDE_ALL = "抓紧分解{未分解}项任务，落实到具体行动、责任单位和完成时限。"
NEXT_CLOSING = "对已完成待销号的{待销号}项行动，抓紧核实佐证材料，按程序销号。"
NEXT_NONE = "继续跟踪调度，确保各项任务落地见效。"
NEXT_NONE_CONCERNED = "密切关注上级部署和我县实际，如有新的涉及事项，及时分解落实。"

# --- 落款 -----------------------------------------------------------------------------------------------
CONTACT, PHONE, CONTACT_GAP = "联系人：{name}", "电话：{phone}", "　"
NOTE = "（{text}）"
COPIES_END = "。"
FOOTNOTE = "{note}{day}。期次：{period}。{made}。"
UNKNOWN = "—"  # a figure of a period before where there was none
PERCENT, SHARE = "{n}%", "{whole}.{tenth}%"
END = "。"
SEPARATOR, BREAK, PAUSE = "；", "。", "，"
LIST = "、"
QUOTED, INNER_QUOTES, PARTING = "“{title}”", ("“”", "‘’"), "、，；：“"
# --- tidying --------------------------------------------------------------------------------------------
MARKS = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
EDGES = "。；，、,;. \u3000"
HAN = r"[\u3400-\u9fff\uf900-\ufaff“”‘’《》（）〔〕、。，；：]"
BRACKETS = "（{inside}）"
STRONGEST = "。；，、"
