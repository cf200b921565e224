"""How the faces of paper are called."""

# role: what it is called, in the order of a document from its title down.
ROLES = {"xbs": "小标宋", "fang": "仿宋", "kai": "楷体", "hei": "黑体", "song": "宋体"}
BETWEEN, OF_ROLE = "；", "："  # in a list of them
INSTALLED = "{role}：{face}（系统）"
BUNDLED = "{role}：{role}（随程序）"
NOT_DRAWN = "有{n}个字没有字形，印成了〓：{characters}。"
NOT_DRAWN_AT = "{character}（“{place}”）"
