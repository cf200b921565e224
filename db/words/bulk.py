"""Words of what is done to many actions at once: 批量修改, 移动, 复制."""

ERRORS = {
    "nothing_chosen": "还没有选中行动，请先选几项。",
    "bulk_one_field": "请写明要改哪一项，一次只改一项。",
    "bulk_value_empty": "请填写要改成什么；不要原来的内容，请选“清空”。",
    "bulk_days": "天数应是1到{limit}的整数，提前就写负数，不能是“{value}”。",
    "bulk_no_day": "“{title}”没有具体的完成时限，不能按天数改。",
    "bulk_refused": "有{n}项不能改，其余的也没有改。{first}：{why}",
    "move_two_places": "移到哪里只能写一处。",
    "move_apart": "选中的行动不在同一级，不能一起上下移动，可以拖动，或用“移到任务”。",
}
STEPS = {"duplicate": "复制行动{title}"}
CHECKS: dict[str, str] = {}

FIELDS = {
    "lead": "牵头单位", "responsible": "责任单位", "supporting": "配合单位", "leader": "责任领导", "owner": "责任人",
    "contact": "联系人", "due": "完成时限", "status": "办理状态",
}  # fmt: skip
WAYS = {
    "set": "改为", "add": "增加", "remove": "去掉", "clear": "清空", "workdays": "推后工作日", "days": "推后天数",
}  # fmt: skip

STATUS_ALSO = {"已完成": "done", "待销号": "done"}  # how it is called for short

# --- command line ------------------------------------------------------------------------------------
CLI_ROWS = ("编号", "行动", "原来", "改为", "说明")
CLI_UNCHANGED, CLI_BLANK = "没有变化", "空"
CLI_WOULD = "将修改{changed}项，不变{same}项，不能改{refused}项。加上 --do 才会保存。"
CLI_WOULD_SKIP = "将修改{changed}项，不变{same}项，不能改{refused}项。加上 --do --skip 只改能改的。"
CLI_WOULD_NONE = "没有能改的：不变{same}项，不能改{refused}项。"
CLI_DONE = "已修改{n}项的{field}"
CLI_NOTHING = "没有要改的。"
CLI_DUPLICATED = "已复制为{code} {title}"
