"""How the cells and pages of `plan.xlsx` look."""

from typing import Any

INK, PAPER, LINE, ACCENT = "#1d2733", "#f3f5f8", "#d5dbe3", "#1f5f8b"

STYLES: dict[str, dict[str, Any]] = {
    "text": {"valign": "top"},
    "wrap": {"valign": "top", "text_wrap": True},
    "live": {"valign": "top", "quote_prefix": True},
    "number": {"valign": "top", "num_format": "#,##0", "align": "right", "indent": 1},
    "head": {"bold": True, "font_color": "#ffffff", "bg_color": ACCENT, "border": 1, "border_color": LINE},
    "title": {"bold": True, "font_size": 18, "font_color": ACCENT},
    "lead": {"font_size": 12, "text_wrap": True, "valign": "top", "font_color": INK},
    "count": {"font_size": 12, "num_format": "#,##0", "align": "left", "valign": "top", "font_color": INK},
    "key": {"bold": True, "font_color": "#52606d", "valign": "top"},
}


def lay_out(sheet: Any, head_row: int, columns: int, footer: str) -> None:
    """Makes a sheet print on landscape A4 pages, one page wide, its header row on every page and always in sight."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
    sheet.repeat_rows(head_row)
    sheet.freeze_panes(head_row + 1, 0)
    sheet.set_footer(f"&L{footer.replace('&', '&&')[:120]}&R&P / &N")
    sheet.hide_gridlines(2)
    sheet.set_column(0, columns - 1, 18)
