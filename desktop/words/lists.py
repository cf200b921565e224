"""The words of the page of the four lists."""

from db.words import lists as told

NAMES, COLUMNS, GROUPED, ROLES = told.NAMES, told.COLUMNS, told.GROUPED, told.ROLES

PAGE = "清单"
TAB = "{name} {n}"
NUMBERS = {"tasks": "{n}项行动", "duties": "{units}个单位，{n}项", "problems": "{n}个问题", "measures": "{n}条措施"}
TABS = "四张清单"
TABLE = "{name}，{n}行"
ANY_PART, ANY_UNIT = "各部分", "各单位"
FILTER_PART, FILTER_UNIT = "按部分筛选", "按单位筛选"
FILTER_TEXT = "筛选：行动、单位、人员"
SOLVED = "含已解决"
SOLVED_TIP = "问题清单也列出已经解决的"
COPY = "复制"
COPY_TIP = "复制整张清单，可粘贴到表格或文档；选中几行按Ctrl+C只复制这几行"
COPIED = "已复制{n}行，可粘贴到表格或文档"
COPIED_NOTHING = "清单里没有内容，没有复制"
FOLD_ALL, UNFOLD_ALL = "全部收起", "全部展开"

# --- heads of groups -----------------------------------------------------------------------------------
GROUP_NUMBERS = {"tasks": "{n}项", "problems": "{n}个", "measures": "{n}条"}
ROLE_NUMBER = "{role}{n}"
BETWEEN_ROLES = "　"
OVERDUE, SOON = "逾期{n}", "临期{n}"
GROUP_SPOKEN = "{title}，{numbers}，逾期{overdue}，临期{soon}，{folded}"
FOLDED, UNFOLDED = "已收起", "已展开"
GO_TO_TASK, GO_TO_UNIT = "去这项任务", "去这个单位"
GO_TO_ACTION, GO_TO_PROBLEM, COPY_ROWS = "去这项行动", "去这个问题", "复制选中的行"
CELL_SPOKEN = "{head}：{text}"
BLANK = "空"

# --- when there is nothing to show: heading, line, button, where it leads ----------------------------------
EMPTY = {
    "tasks": ("没有适用的任务", "所有任务都标为不适用。恢复适用后，这里列出每项任务要做的事。", "去任务页", "tasks"),
    "duties": ("还没有交给单位的事", "先分解任务，填上牵头单位，这里就按单位列出各自承担什么。", "去任务页", "tasks"),
    "problems": ("没有未解决的问题", "办不下去的事登记在“问题”页，这里按协调级别列出来。", "去问题页", "problems"),
    "measures": ("还没有措施", "填报进展时写上下一步打算，或写明问题怎么解决，这里就列出来。", "去进展页", "progress"),
}
NONE_HEAD, NONE_LINE, CLEAR = "没有符合条件的内容", "当前只看：{conditions}。", "清除筛选"
BETWEEN = "、"
TEXT = "“{text}”"
