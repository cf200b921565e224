"""What is said of 销号, 退回 and 重开, of who claims and who confirms."""

ERRORS = {
    "close_not_done": "“{title}”还没有完成，不能销号。",
    "return_not_done": "“{title}”没有报结，不用退回。",
    "not_closed": "“{title}”还没有销号，不用重开。",
    "method_missing": "请选择核实方式。",
    "verifier_empty": "请填写核实人。",
    "claimed_by_empty": "请填写报结人。",
    "confirmer_claims": "“{title}”是{name}报结的，要由别人确认。",
    "closing_day_empty": "请填写日期。",
    "closing_after_today": "日期不能晚于今天。",
    "closing_before_done": "“{title}”{day}才完成，日期不能更早。",
    "closing_before_last": "“{title}”{day}销号、退回或重开过，日期不能更早。",
    "done_before_return": "这项行动{day}退回或重开过，完成日期不能更早。",
    "not_done_claimant": "“{title}”还没有完成，没有报结人。",
}

STEPS = {
    "close": "销号{title}",
    "send_back": "退回{title}",
    "reopen": "重开{title}",
    "claimant": "修改{title}的报结人",
}

COUNTER_ACTS = {
    "close": "销号已经记下，不能撤销。要改请用“重开”，并写明理由。",
    "send_back": "退回已经记下，不能撤销。办完后可以再次标记完成、销号。",
    "reopen": "重开已经记下，不能撤销。办完后可以再次标记完成、销号。",
}

CHECKS = {
    "closed_without_closing": "行动{place}已销号，却没有销号记录",
    "closed_by_claimant": "行动{place}由报结人自己确认销号",
    "stopped_without_reason": "行动{place}不再计入，却没有理由或确认人",
}

METHODS = {"documents": "查阅资料", "phone": "电话", "site": "现场"}
CLI_STANDS = "{code} {title}：{status}，{percent}%"
