"""Words of 逐句分解."""

ERRORS = {
    "drafts_none": "没有勾选要生成的行动，任务{number}没有改动。",
    "draft_refused": "第{draft}条：{why}",
    "draft_there": "第{sentence}句已有行动“{title}”，没有重复生成。",
}
STEPS = {"break_down": "分解任务{number}，新增{n}项行动"}
CHECKS: dict[str, str] = {}
DUE = "年底前"
# What a county does about a sentence that is not its business.
WATCH = "密切跟踪{what}，待上级文件印发后抓好落实"
WATCH_TASK = "“{title}”的部署"
WATCH_LONG = "密切跟踪{title}"

# --- command line ------------------------------------------------------------------------------------
CLI_SENTENCE = "{number}. [{level}] {text}"
CLI_DRAFT = "   {mark} {title}  {lead}  {due}"
CLI_TICKED = {True: "☑", False: "☐"}
CLI_SUPPORTING = "（配合：{names}）"
CLI_MADE = "{code} {title}  {lead}  {due}"
