"""The look as figures: the one table of colours, the sizes of type, the scale of text (design: visual.md)."""

from dataclasses import dataclass, field

from PySide6.QtGui import QColor, QFont

# token: (light, dark). Nothing else in the program names a colour.
COLOURS = {
    "window": ("#F3F3F0", "#1B1C1E"),
    "base": ("#FFFFFF", "#222427"),
    "panel": ("#FAFAF8", "#27292C"),
    "hover": ("#F1F1ED", "#2E3034"),
    "select": ("#E3ECF6", "#28394D"),
    "select_dim": ("#EAE9E5", "#33363A"),
    "text_select": ("#BFD6F1", "#35557A"),
    "line": ("#E4E3DE", "#35383C"),
    "field": ("#CFCEC8", "#484C51"),
    "field_edge": ("#86857F", "#8B9097"),
    "text": ("#1D2126", "#E7E8EA"),
    "text2": ("#4A5058", "#BABEC4"),
    "text3": ("#63686F", "#9DA3AA"),
    "accent": ("#2A5D9C", "#86B4EA"),
    "accent_hover": ("#234F86", "#9CC2EF"),
    "accent_down": ("#1C426F", "#6FA2DD"),
    "on_accent": ("#FFFFFF", "#0C1E33"),
    "red": ("#AE261D", "#F49A91"),
    "red_soft": ("#FBECEA", "#402729"),
    "amber": ("#855000", "#E3B25D"),
    "amber_soft": ("#FAF0DC", "#3B3121"),
    "amber_fill": ("#B56E00", "#E3B25D"),
    "green": ("#23683E", "#88C89D"),
    "green_soft": ("#E5F1E9", "#22382B"),
    "green_fill": ("#2F8351", "#6DB487"),
    "paper": ("#FFFFFF", "#FFFFFF"),  # the pages of a report stay white
    "paper_text": ("#63686F", "#63686F"),
    "toast": ("#2B2F35", "#E7E8EA"),
    "toast_text": ("#F4F4F2", "#1D2126"),
    "toast_action": ("#A8CBF3", "#234F86"),
    "toast_ground": ("#3A3F46", "#D5D8DC"),
}
MODES = ("light", "dark")
# The colours of the timing lamps by preset (db.yardstick.LAMPS); their shapes are always the same.
LAMP_COLOURS = {
    "plain": {"ok": "accent", "soon": "amber_fill", "slow": "amber_fill", "over": "red"},
    "red_amber_green": {"ok": "green_fill", "soon": "amber_fill", "slow": "amber_fill", "over": "red"},
    "blue_amber_red": {"ok": "text3", "soon": "accent", "slow": "amber_fill", "over": "red"},
}
BUNDLED_FACE = "GW Hei"
FAMILIES = ("Microsoft YaHei UI", "Noto Sans CJK SC", "Source Han Sans SC", BUNDLED_FACE)
NO_LIMIT = 16_777_215  # QWIDGETSIZE_MAX, which PySide leaves out
SCALES = (1.0, 1.25, 1.5, 1.75, 2.0)


@dataclass(frozen=True)
class Theme:
    """One look: light or dark at one scale of text, with a preset of lamps; asks no widget and changes nothing."""

    mode: str = "light"
    scale: float = 1.0
    lamps: str = "plain"
    _made: dict[object, object] = field(default_factory=dict, repr=False, compare=False)

    def color(self, token: str) -> QColor:
        """The colour of a token; the same object every time, not to be changed."""
        found = self._made.get(token)
        if found is None:
            found = self._made[token] = QColor(self.name(token))
        return found  # type: ignore[return-value]

    def name(self, token: str) -> str:
        """The colour of a token as #RRGGBB."""
        return COLOURS[token][MODES.index(self.mode)]

    def lamp(self, state: str) -> QColor:
        """The colour of a timing lamp (ok, soon, slow, over) under the preset."""
        return self.color(LAMP_COLOURS[self.lamps][state])

    def px(self, figure: float) -> int:
        """A figure of the design at this scale, in device-independent px."""
        return round(figure * self.scale)

    def font(self, px: int, *, bold: bool = False) -> QFont:
        """The interface's typeface at a size of the design; only two weights exist."""
        key = (px, bold)
        found = self._made.get(key)
        if found is None:
            font = QFont(list(FAMILIES))
            font.setPixelSize(self.px(px))
            font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
            found = self._made[key] = font
        return found  # type: ignore[return-value]
