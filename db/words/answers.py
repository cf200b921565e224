"""Words of sentences and what answers them."""

ERRORS = {"sentence_unknown": "任务{task}没有第{number}句。"}
STEPS = {
    "answer": "关联{title}与原文",
    "unlink": "取消{title}与原文的关联",
    "level": "修改任务{number}第{sentence}句的事权",
}
CHECKS = {"answer_elsewhere": "行动{place}关联了别的任务的原文"}
LEVELS = {"county": "县级可办", "partly": "部分省级事权", "provincial": "省级事权", "national": "国家事权"}
UNANSWERED = "未分解"

# --- command line ------------------------------------------------------------------------------------
CLI_ANSWERS, CLI_ANSWERS_NONE = "{code} {title}：落实第{numbers}句", "{code} {title}：没有关联原文"
CLI_LEVEL = "任务{task}第{number}句：{level}"
CLI_SENTENCE = "{task}.{number}  {answered}  {text}"
CLI_COVERAGE = "原文落实{answered}/{sentences}句，覆盖率{coverage}%；上级事权{superior}句"
