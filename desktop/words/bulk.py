"""The words of what is done to several actions at once: 批量修改, 移动, 复制."""

# --- acts: menu, tooltip, bar -------------------------------------------------------------------------
BULK, DUPLICATE, COPY_ROWS, MOVE_TO = "批量修改…", "复制一份", "复制为表格", "移到任务…"
BAR = "选中的行动"
CHOSEN, AND_OVERDUE = "已选{n}项", "含逾期{n}项"
DROP, DROP_KEY = "取消选择", "Esc"
BUTTONS = {"bulk": BULK, "due": "完成时限", "lead": "牵头单位", "status": "办理状态", "owner": "责任人",
           "copy_rows": COPY_ROWS}  # fmt: skip
COPIED = "已复制{n}行，可粘贴到表格或文档"
MOVED = "已把{what}移到任务{number}"
DUPLICATED = "已复制{what}"

# --- 批量修改 ------------------------------------------------------------------------------------------
TITLE, EXPLAIN = "批量修改", "{n}项行动一起改，一步撤销。"
FIELD, WAY = "改什么", "怎么改"
FIELDS = {
    "lead": "牵头单位", "due": "完成时限", "status": "办理状态", "owner": "责任人", "supporting": "配合单位",
    "responsible": "责任单位", "leader": "责任领导", "contact": "联系人",
}  # fmt: skip
WAYS = {
    "set": "改为", "add": "增加", "remove": "去掉", "clear": "清空", "workdays": "推后工作日", "days": "推后天数",
}  # fmt: skip
VALUES = {
    "set": "改成", "add": "增加谁", "remove": "去掉谁", "clear": "", "workdays": "几个工作日", "days": "几天",
}  # fmt: skip
HINTS = {"due": "例如：9月底前", "days": "例如：10，提前写-10", "names": "几个单位用顿号隔开", "status": "请选择"}
HEADS = ("编号", "行动", "原来 → 改为", "不能改的原因")
CHANGE, SAME, BLANK = "{old} → {new}", "{old}（不变）", "空"
PREVIEW = "会怎么改"
DEED, DEED_N, DEED_REST = "修改", "修改{n}项", "修改其余{n}项"
FOOT_REFUSED, FOOT_SAME = "{n}项不能改，保持原样。", "{n}项本来就是这样。"
FOOT_ALL = "可以一步撤销。"
NONE_CAN, NONE_NEED = "选中的都不能改，原因见下表。", "选中的本来就是这样，不用改。"
DONE, DONE_REST = "已修改{n}项的{field}", "，{n}项没有改"

# --- 移到任务 ------------------------------------------------------------------------------------------
MOVE_TITLE, MOVE_EXPLAIN = "移到任务", "{what}连同子行动移到另一项任务的末尾，编号不变；与原文的关联会取消。"
MOVE_FIND, MOVE_HINT = "哪项任务", "输入编号或几个字，回车移动"
MOVE_DEED, MOVE_DEED_TO = "移动", "移到任务{number}"
MOVE_NONE = "没有这样的任务，请换一个编号或几个字。"
MOVE_EMPTY = "请输入任务编号或几个字，也可用↑↓选择。"
MOVE_OWN, MOVE_FROZEN = "已经在任务{number}里，请换一项任务。", "任务{number}不适用，不能移过去。"
TASKS = "可以移到的任务"
