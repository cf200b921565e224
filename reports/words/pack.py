"""The words of 会议材料."""

NAME, LINE = "会议材料", "封面、目录、附件合订"
EMPTY = "所选的内容都是空的，没有可以合订的材料。"
CONTENTS = "目录"
SPACED_CONTENTS = "目　录"
PERIOD = "（{period}）"
SEPARATOR = "　"
PREPARED = "{signer}编"
