"""Words of 督办通知单: how they are numbered, what they ask for, what becomes of them."""

LEVELS = {"blue": "蓝色", "yellow": "黄色", "red": "红色"}
LEVELS_MEAN = {"blue": "蓝色提醒", "yellow": "黄色预警", "red": "红色督办"}
KINDS = {"first": "督办通知单", "urge": "催办通知单"}
STATES = {"waiting": "待反馈", "late": "超期未反馈", "urged": "已催办", "replied": "已反馈", "void": "已作废"}

# --- the number: {年} and {序} are filled in ------------------------------------------------------------
TEMPLATE = "督办{年}-{序}"
YEAR, SERIAL = "{年}", "{序}"
OF_LETTERS = "〔〕[]［］【】号"  # what the number of an official document is told by

# --- what a notice says unless somebody words it otherwise ------------------------------------------------
REQUEST = (
    "根据{notice}任务分工，截至{today}，你单位牵头的工作中有{what}（见下表）。请加快办理，于{reply_by}前书面反馈办理情况；"
    "确不能按期完成的，请按程序申请延期。"
)
URGE = (
    "{former_day}印发的督办通知单（编号：{former}）要求你单位于{former_reply}前反馈办理情况，截至{today}尚未收到，所列工作中仍有{what}"
    "（见下表）。现予催办，请立即办理，于{reply_by}前书面反馈办理情况，并说明未按时反馈的原因。"
)
URGE_EARLY = (
    "{former_day}印发的督办通知单（编号：{former}）所列工作中仍有{what}（见下表）。现予催办，请加快办理，"
    "于{reply_by}前书面反馈办理情况。"
)
OVERDUE, SOON, OTHER = "{n}项超过完成时限", "{n}项临近完成时限", "{n}项需要加快办理"
NOTICE_NAMED, NOTICE_ALONE = "《{title}》（{number}）", "《{title}》"
DEMANDS = {"overdue": "立即办理，限期办结", "soon": "抓紧办理，按期完成"}
DEMAND = "加快办理，按时反馈"
SOURCE, SOURCE_ALONE = "{code}号文第{number}项", "第{number}项"
CYCLE = "一次性反馈"
CYCLES = (CYCLE, "每周反馈，直至办结", "每月反馈，直至办结")
MANY = "{first}等{n}份"

ERRORS = {
    "supervision_nothing": "没有选要督办的行动。",
    "supervision_no_unit": "没有选要督办的单位。",
    "supervision_no_rows": "“{unit}”没有牵头的行动逾期或临期，不用督办。",
    "supervision_no_lead": "“{title}”没有牵头单位，请先补上再督办。",
    "supervision_not_led": "“{title}”由“{lead}”牵头，不能发给“{unit}”。",
    "supervision_not_counted": "“{title}”不计入基数，不用督办。",
    "supervision_finished": "“{title}”已经完成，不用督办。",
    "supervision_parent": "“{title}”有子行动，请督办其中的子行动。",
    "supervision_unknown": "没有编号为“{number}”的督办单。",
    "supervision_level": "督办级别应是蓝色、黄色或红色。",
    "request_empty": "请写明督办要求。",
    "supervision_long": "{what}有{length}个字，最多{limit}个字。",
    "reply_by_empty": "请填写反馈时限。",
    "reply_before_issue": "反馈时限{day}应晚于发出日期{issued}。",
    "supervision_void": "{number}已经作废。",
    "supervision_replied": "{number}已经反馈，不用催办。",
    "supervision_urged": "{number}已由{by}催办，请对{by}再催办或登记回复。",
    "supervision_all_done": "{number}所列行动都已完成或不再由这个单位牵头，不用催办，请登记回复。",
    "reply_empty": "请写明反馈的内容。",
    "replied_after_today": "反馈日期不能晚于今天。",
    "replied_before_issue": "反馈日期不能早于发出日期{issued}。",
    "not_replied": "{number}还没有登记回复。",
    "template_empty": "请填写编号的格式，例如“督办{{年}}-{{序}}”。",
    "template_parts": "编号的格式里要有“{{年}}”和“{{序}}”，各写一次。",
    "template_letter": "督办单不是公文，编号里不能有“{mark}”，以免与发文字号混淆。",
    "template_long": "编号的格式有{length}个字，最多{limit}个字。",
    "delete_supervised": "“{title}”发过督办单，不能删除，可以终止并写明理由。",
}
WHAT = {
    "request": "督办要求", "demand": "办理要求", "instruction": "批示领导", "cycle": "反馈周期", "contact": "联系人",
    "phone": "电话", "cc": "抄送", "signer": "署名", "reply": "反馈内容",
}  # fmt: skip
STEPS = {
    "supervision": "发出督办通知单（{number}）",
    "supervision_void": "作废督办通知单（{number}）",
    "supervision_reply": "登记督办通知单（{number}）的回复",
    "supervision_unreply": "取消督办通知单（{number}）的回复",
    "supervision_template": "修改督办单编号的格式",
}
COUNTER_ACTS = {
    "supervision": "督办单已经编号，不能撤销。发错的请作废，编号不再使用。",
}
CHECKS = {
    "supervision_empty": "督办单{place}里没有行动",
    "supervision_dates": "督办单{place}的日期不是有效的日期",
    "supervision_counter": "督办单{place}的序号大于已经给出的最后一个",
    "supervision_former": "催办单{place}所催的督办单不在它之前",
}

# --- command line ------------------------------------------------------------------------------------
CLI_PROPOSAL = "{unit}  {level}  {n}项  {when}前反馈"
CLI_NO_PROPOSAL = "没有要督办的单位。"
CLI_ISSUED = "已发出{number}  {unit}  {level}  {n}项"
CLI_HEAD = ("编号", "级别", "单位", "项数", "发出日期", "反馈时限", "状态", "反馈日期")
CLI_NO_NOTICE = "没有督办单。"
CLI_NEXT = "编号格式：{template}，下一份是{number}"
UNDER = "（{number}{state}）"
