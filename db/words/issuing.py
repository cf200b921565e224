"""Words about 印发, what still stands in its way (待完善), and 延期."""

# What stands in the way of 印发, told of its task or action.
GAPS = {
    "undivided": "还没有分解出行动",
    "no_valid": "行动都已终止或不适用，可将任务标为不适用",
    "without_lead": "没有牵头单位",
    "without_due": "没有完成时限",
    "child_after_parent": "完成时限{due}晚于上一级的{above}",
    "reason_missing": "不计入基数，却没有理由或确认人",
    "without_owner": "没有责任人",
    "unanswered": "第{sentence}句还没有行动落实",
    "without_start": "没有起始日期，印发时记为印发日",
}
GAP_OF_TASK, GAP_OF_ACTION = "任务{number}{why}", "{code}{why}"

ERRORS = {
    "issue_blocked": "还缺{count}处，不能印发：{first}。",
    "issue_nothing": "没有可印发的行动：已经印发过，或者还没有补齐。",
    "issue_after_today": "印发日期不能晚于今天。",
    "issue_before_notice": "印发日期不能早于通知的日期{notice}。",
    "doc_number_long": "文号有{length}个字，最多{limit}个字。",
    "extension_not_issued": "“{title}”还没有印发，时限可以直接改，不用延期。",
    "extension_no_due": "“{title}”没有具体时限，不用延期。",
    "extension_finished": "“{title}”已经完成，不用延期。",
    "extension_pending": "“{title}”已有一份延期申请待批，请先批复或撤回。",
    "extension_decided": "这份延期申请已经批复，不能再改。",
    "extension_unknown": "这份延期申请已经不在了。",
    "new_due_empty": "请填写要延到的日期。",
    "new_due_no_day": "“{words}”不是具体日期，请写明延到哪一天。",
    "new_due_past": "新时限{day}早于今天，请往后写。",
    "new_due_same": "新时限和现在的时限都是{day}。",
    "new_due_before_start": "新时限{day}早于起始日期{start}。",
    "applicant_empty": "请填写由谁申请。",
    "approver_empty": "请填写由谁批复。",
    "applied_after_today": "申请日期不能晚于今天。",
    "applied_before_issue": "申请日期不能早于印发日期{issued}。",
    "decided_after_today": "批复日期不能晚于今天。",
    "decided_before_applied": "批复日期不能早于申请日期{applied}。",
    "decided_after_new_due": "批复日期已经晚于要延到的{day}，请不同意，或撤回后重新申请。",
}
STEPS = {
    "issue": "印发{actions}项行动",
    "extension_apply": "{title}申请延期到{day}",
    "extension_withdraw": "撤回{title}的延期申请",
    "extension": "{verdict}{title}延期到{day}",
}
VERDICTS = {True: "同意", False: "不同意"}
COUNTER_ACTS = {
    "issue": "已经印发，不能撤销。时限要变请办延期，不再办的行动请终止。",
    "extension": "延期已经批复，不能撤销。时限再要变，请另办一次延期。",
}
CHECKS = {
    "issued_without_original": "行动{place}已印发，却没有留下原时限",
    "issued_due_unexplained": "行动{place}的时限与印发时不同，却没有批准的延期",
    "extension_unissued": "行动{place}没有印发，却有延期",
    "extension_numbers": "行动{place}的延期次数不连续",
    "extension_chain": "行动{place}的延期前后时限接不上",
}

# --- command line ------------------------------------------------------------------------------------
CLI_NO_GAPS = "没有缺的内容，可以印发"
CLI_GAPS = "还缺{blocking}处，另有{advice}条提示"
CLI_ISSUED = "已{step}"
CLI_EXTENSION = "{code}  第{number}次  {old}→{new}  {applicant}  {decision}{late}"
CLI_LATE = "  申请晚于时限"
DECISIONS = {"pending": "待批", "approved": "同意", "refused": "不同意"}
