"""The names of the styles a Word document of ours has, and of the faces they ask for."""

TITLE, FLUSH, BODY, FIRST, SECOND = "报告标题", "主送机关", "报告正文", "一级标题", "二级标题"
ATTACHED, SIGNED, NOTE, COPIES, NUMBER = "附件说明", "落款", "统计口径", "抄送机关", "报告页码"
OF_KIND = {"chapter": FIRST, "section": SECOND}
XBS, FANG, KAI, HEI, SONG = "方正小标宋简体", "仿宋_GB2312", "楷体_GB2312", "黑体", "宋体"
LATIN = "Times New Roman"
DASH = "—"
