"""The words of the sentences of the notice and the actions that answer them."""

from db.words import answers as told

LEVELS = told.LEVELS

# --- the original text of a task ------------------------------------------------------------------------
COUNT = "{n}句"
ANSWERED, ANSWERED_TIP = "已落实{answered}/{sentences}", "原文落实覆盖率{coverage}%"
ANSWERED_GO = "原文落实覆盖率{coverage}%，点击转到还没有行动的一句"
SUPERIOR, SUPERIOR_GO = "上级事权{n}句", "出台文件、部署试点等由上级办的，不计入覆盖率；点击转到这一句"
UNANSWERED = "未分解"
ACTIONS_OF, ACTIONS_TIP = "{n}项行动", "选中落实这一句的行动：\n{actions}"
ADD_HERE = "为这一句新增行动"
SPOKEN = "第{number}句，{state}。{text}"
SPOKEN_LEVEL = "{level}，{state}"
COLUMN = "原文，逐句"

# --- what can be done to a sentence ---------------------------------------------------------------------
LINK, UNLINK = "关联所选行动{what}", "取消关联所选行动{what}"
CHOOSE = "选中落实它的{n}项行动"
CHANGE_LEVEL, LEVEL_PROPOSED = "改标记", "照原文判断（{level}）"
COPY = "复制这一句"

# --- the sentences of an action -------------------------------------------------------------------------
ANSWERS = "落实原文…"
SENTENCE = "第{number}句　{text}"
SENTENCES = "第{numbers}句"
FIELD, FIELD_SPOKEN = "落实原文", "{label}，{text}"
NONE = "没有关联"
NONE_BUT_ABOVE = "随上级行动，第{numbers}句"
AIM, AIM_NONE = "落实{sentence}", "不关联原文"
AIM_TIP = "新行动落实哪一句；Ctrl+↑ ↓ 换一句"

# --- the whole notice -----------------------------------------------------------------------------------
ONLY_UNANSWERED = "原文未落实"
COVERED = "原文落实{answered}/{sentences}句（{coverage}%）"
