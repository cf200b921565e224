"""Words of sentences and what answers them."""

ERRORS = {"sentence_unknown": "任务{task}没有第{number}句。"}
STEPS = {
    "answer": "关联{title}与原文",
    "level": "修改任务{number}第{sentence}句的事权",
}
CHECKS = {"answer_elsewhere": "行动{place}关联了别的任务的原文"}
LEVELS = {"county": "县级可办", "partly": "部分省级事权", "provincial": "省级事权", "national": "国家事权"}
