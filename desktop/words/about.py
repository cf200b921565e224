"""What the program says of itself."""

NAME = "落实 {version}"
VERSION = "0.1.0"
LINE = "把文件里的每一句变成有人办、有时限、能销号的事。单机使用，不联网。"
FACES = "报告所用的字体"
LOOKING = "正在查看本机的字体…"
FACES_LINE = "本机装有公文常用字体的用本机的，没有的用随程序附带的；个别生僻字自动换用有这个字的字体。"
PLACE = "程序资料"
PLACE_LINE = "设置和运行记录保存在{folder}。"
LICENCES = "许可"
PROGRAM_LICENCE = "本程序按 MIT 许可证发布。"
FONTS = (
    ("仿宋", "由 Fandol 仿宋转换而成，GNU GPL 3，附字体例外条款：用它生成的文件不受该许可证约束"),
    ("仿宋的生僻字、楷体", "由霞鹜文楷（LXGW WenKai）精简而成，SIL OFL 1.1"),
    ("黑体", "由 Noto Sans SC 精简而成，SIL OFL 1.1"),
    ("宋体、小标宋", "由 Noto Serif SC 精简而成，SIL OFL 1.1"),
    ("图标、色彩", "Lucide，ISC；sRGB 色彩特性文件，国际色彩联盟（ICC），可自由使用"),
)
# (libraries, licence): everything the program is made of.
LIBRARIES = (
    ("Python", "PSF-2.0"),
    ("Qt 6、PySide6、shiboken6", "LGPL-3.0"),
    ("SQLite", "公有领域"),
    ("sqlite-utils、sqlite-fts4、opencc-python-reimplemented、tzdata", "Apache-2.0"),
    ("reportlab、lxml、click、python-dateutil", "BSD-3-Clause"),
    ("pypdfium2、PDFium", "BSD-3-Clause、Apache-2.0"),
    ("icalendar", "BSD-2-Clause"),
    ("pillow", "MIT-CMU"),
    ("python-docx、pypinyin、platformdirs、chinesecalendar、charset-normalizer、pluggy、tabulate", "MIT"),
    ("typing-extensions", "PSF-2.0"),
    ("click-default-group", "公有领域"),
)
OPEN_LICENCES = "打开字体许可证"
