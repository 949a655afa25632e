"""Which steps of styling and laying out a paper need not be taken for every box of every paper anew?

See documents/acceleration.py: this is the part of its list that concerns style sheets, boxes and pictures.
"""

import re
import sys
from typing import Any

import pydyf
from tinyhtml5 import inputstream
from weasyprint import HTML, css, html, svg
from weasyprint.css import INITIAL_VALUES, functions
from weasyprint.css.computed_values import PHYSICAL_FUNCTIONS
from weasyprint.css.properties import INHERITED, INITIAL_NOT_COMPUTED, Dimension
from weasyprint.draw import border
from weasyprint.formatting_structure import boxes
from weasyprint.layout import page, percent
from weasyprint.text import line_break
from weasyprint.text.ffi import ffi, gobject, pango

# --- style sheets: no marks that no paper of ours has ----------------------------------------------

_UNIVERSAL = re.compile(
    r"^::(?:marker|footnote-call|footnote-marker|note-call|note-marker|note-callback) \{.*\}$", re.M
)
_OURS_HAVE = re.compile(r"<(?:ol|ul|li|dir|menu|summary|details)\b|list-item|footnote|float:\s*note")
_SLIM = css.CSS(string=_UNIVERSAL.sub("", html.UA), counter_style=html.UA_COUNTER_STYLE.copy())


class SlimHTML(HTML):
    """A page without lists and notes: five rules less that would match each of its elements."""

    def _ua_stylesheets(self, forms: bool = False) -> list[Any]:
        return [_SLIM]


def page_class(*texts: str) -> type[HTML]:
    return HTML if any(_OURS_HAVE.search(one) for one in texts) else SlimHTML


# --- styles: what an element of this place in this template computes to is the same in the next paper --

_TELLING = {"class", "colspan", "rowspan", "span", "lang"}
_MOST_STYLES = 20_000


class SharedStyles(css.StyleFor):
    """Styles are kept with the sheet, by the style of the parent and the rules that match."""

    def __init__(self, page: Any, sheets: Any, hints: bool, font_config: Any, target_collector: Any) -> None:
        elements = [(one, one.etree_element) for one in page.wrapper_element.iter_subtree()]
        own = [sheet for sheet, origin, _specificity in sheets if origin == "user"]
        ours = len(sheets) == 2 and len(own) == 1 and sheets[0][0] is _SLIM and not own[0].layers
        if not ours or hints or any("style" in one.attrib or "id" in one.attrib for _wrapper, one in elements):
            self.kept: dict[Any, Any] | None = None
            super().__init__(page, sheets, hints, font_config, target_collector)
            return
        self._cascaded_styles: dict[Any, Any] = {}
        self._computed_styles: dict[Any, Any] = {}
        self.initial_page_sizes = {"box": None, "area": None}
        self._sheets, self.font_config = sheets, font_config
        kept = self.kept = own[0].__dict__.setdefault("kept_styles", {})
        if len(kept) > _MOST_STYLES:
            kept.clear()
        self._shared: set[int] = set()
        for wrapper, element in elements:
            self._style_of(wrapper, element, page, kept)
        self._cascaded_styles.clear()

    def _style_of(self, wrapper: Any, element: Any, page: Any, kept: dict[Any, Any]) -> None:
        matched = [
            (sheet, origin, specificity, one)
            for sheet, origin, specificity in self._sheets
            for one in sheet.matcher.match(wrapper)
        ]
        parent = wrapper.parent.etree_element if wrapper.parent else None
        above = None if parent is None else id(self._computed_styles[parent, None])
        key = (above, element.get("lang"), tuple((one[0], id(one[3][0])) for *_rest, one in matched))
        telling = _TELLING.issuperset(element.attrib) and (above is None or above in self._shared)
        found = kept.get(key) if telling else None
        if found is None:
            found = self._computed(matched, element, parent, page)
            if telling:
                kept[key] = found
        if telling:
            self._shared.add(id(found[None]))
        for pseudo, style in found.items():
            self._computed_styles[element, pseudo] = style

    def _computed(self, matched: Any, element: Any, parent: Any, page: Any) -> dict[str | None, Any]:
        cascaded: dict[str | None, dict[str, Any]] = {None: {}}
        for sheet, origin, sheet_specificity, (specificity, _order, pseudo, (declarations, layer)) in matched:
            order = css.inf if layer is None else sheet.layers.index(layer)
            style = cascaded.setdefault(pseudo, {})
            for name, values, importance in declarations:
                weight = (css.declaration_precedence(origin, importance), order, sheet_specificity or specificity)
                old = style.get(name, (None, None))[1]
                if old is None or old <= weight:
                    style[name] = values, weight
        root = page.etree_element
        for pseudo, style in cascaded.items():
            self._cascaded_styles[element, pseudo] = style
            above = element if pseudo else parent
            self.set_computed_styles(element, above, root=root, pseudo_type=pseudo, base_url=page.base_url)
        return {pseudo: self._computed_styles[element, pseudo] for pseudo in cascaded}


_original_page_styles = page.set_page_type_computed_styles


def _page_styles(page_type: Any, page: Any, style_for: Any) -> None:
    kept = getattr(style_for, "kept", None)
    root = id(style_for._computed_styles[page.etree_element, None])
    if kept is None or root not in style_for._shared:
        _original_page_styles(page_type, page, style_for)
        return
    key = (root, page_type)
    if key not in kept:
        _original_page_styles(page_type, page, style_for)
        kept[key] = {place: style for place, style in style_for._computed_styles.items() if place[0] == page_type}
    style_for._computed_styles.update(kept[key])


_original_missing = css.ComputedStyle.__missing__
_LOGICAL = frozenset(
    function(block="ttb", inline=direction) for function in PHYSICAL_FUNCTIONS.values() for direction in ("ltr", "rtl")
)
_PLAIN = frozenset(
    key
    for key in INITIAL_VALUES
    if key not in ("float", "display", "position", "page") and not key.startswith("text_decoration_")
)
_INITIAL = {
    key: value
    for key, value in INITIAL_VALUES.items()
    if key in _PLAIN and key not in INHERITED and key not in INITIAL_NOT_COMPUTED and not functions.check_math(value)
}


def _missing_value(self: css.ComputedStyle, key: str) -> Any:
    """Most values are nobody's wish: the parent's, or the initial one."""
    cascaded = self.cascaded
    if key in cascaded or (key in PHYSICAL_FUNCTIONS and not _LOGICAL.isdisjoint(cascaded)):
        return _original_missing(self, key)
    if key in _INITIAL:
        value = self[key] = _INITIAL[key]
        return value
    parent = self.parent_style
    if parent is None or key not in INHERITED or key not in _PLAIN:
        return _original_missing(self, key)
    value = parent[key]
    if _check_math(value):
        return _original_missing(self, key)
    self[key] = value
    return value


_NO_FUNCTION = frozenset((str, int, float, type(None), Dimension, list, dict))
_original_check = functions.check_math


def _check_math(token: Any) -> Any:
    kind = type(token)
    if kind in _NO_FUNCTION:
        return None
    if kind is tuple:
        return any(type(item) not in _NO_FUNCTION and _check_math(item) for item in token)
    return _original_check(token)


# --- boxes: used values --------------------------------------------------------------------------

_ACROSS = ("margin_left", "margin_right", "padding_left", "padding_right", "width", "min_width", "max_width")
_DOWN = ("margin_top", "margin_bottom", "padding_top", "padding_bottom")
_BORDERS = tuple(f"border_{side}_width" for side in ("top", "right", "bottom", "left"))
_original_one = percent.resolve_one_percentage


def _one(box: Any, name: str, refer_to: Any) -> None:
    value = box.style[name]
    if type(value) is Dimension and value[1] == "px":
        setattr(box, name, value[0])
    elif value == "auto" and name not in ("min_width", "min_height"):
        setattr(box, name, value)
    else:
        _original_one(box, name, refer_to)


def _resolve(box: Any, containing_block: Any) -> None:
    if isinstance(containing_block, boxes.Box):
        cb_width, cb_height = containing_block.width, containing_block.height
    else:
        cb_width, cb_height = containing_block
    down = cb_height if isinstance(box, boxes.PageBox) else cb_width
    style = box.style
    for names, reference in ((_ACROSS, cb_width), (_DOWN, down)):
        for name in names:
            value = style[name]
            if type(value) is Dimension and value[1] == "px":
                setattr(box, name, value[0])
            else:
                _one(box, name, reference)
    if cb_height == "auto":
        height = style["height"]
        if height == "auto" or _check_math(height) or height.unit == "%":
            box.height = "auto"
        else:
            box.height = height.value
        _one(box, "min_height", 0)
        _one(box, "max_height", css.inf)
    else:
        _one(box, "height", cb_height)
        _one(box, "min_height", cb_height)
        _one(box, "max_height", cb_height)
    collapse = style["border_collapse"] == "collapse"
    for name in _BORDERS:
        if not (collapse and hasattr(box, name)):
            setattr(box, name, style[name])
    if style["box_sizing"] != "content-box":
        percent.adjust_box_sizing(box, "width")
        percent.adjust_box_sizing(box, "height")


_original_flow = boxes.Box.is_in_normal_flow


def _in_flow(self: boxes.Box) -> bool:
    style = self.style
    if style["float"] == "none" and style["position"] in ("static", "relative"):
        return True
    return bool(_original_flow(self))


# --- drawing: a QR code is a path of hundreds of short lines, a table hundreds of equal ones -----------

_original_path = svg.TAGS["path"]
_STROKES = re.compile(r"(?:[Mm]-?[\d.]+ -?[\d.]+|h-?[\d.]+)+")
_STEPS = re.compile(r"([Mm])(-?[\d.]+) (-?[\d.]+)|h(-?[\d.]+)")


def _path(image: Any, node: Any, font_size: Any) -> None:
    """Moves and horizontal lines only; without arrow heads nobody asks for the corners."""
    text = node.get("d", "")
    if not _STROKES.fullmatch(text) or any(name.startswith("marker") for name in node.attrib):
        _original_path(image, node, font_size)
        return
    drawn, number, x, y = image.stream.stream, pydyf._to_bytes, 0.0, 0.0
    image.stream.move_to(0, 0)
    for move, to_x, to_y, length in _STEPS.findall(text):
        if length:
            x += float(length)
            drawn.append(b"%b %b l" % (number(x), number(y)))
        else:
            x, y = (x + float(to_x), y + float(to_y)) if move == "m" else (float(to_x), float(to_y))
            drawn.append(b"%b %b m" % (number(x), number(y)))


_original_line = border.draw_line


def _line(
    stream: Any, x1: Any, y1: Any, x2: Any, y2: Any, thickness: Any, style: Any, color: Any, offset: Any = 0
) -> None:
    """The first of its kind on a stream is drawn by WeasyPrint, the others like it."""
    known = stream.__dict__.setdefault("_lines", {})
    key = (thickness, id(color))
    if style != "solid" or not (
        stream._current_color is None
        and stream._current_color_stroke is None
        and stream._current_alpha is None
        and stream._current_alpha_stroke is None
        and stream._current_font is None
    ):
        _original_line(stream, x1, y1, x2, y2, thickness, style, color, offset)
    elif key in known:
        head, tail, _color = known[key]
        stream.stream.extend(head)
        stream.move_to(x1, y1)
        stream.line_to(x2, y2)
        stream.stream.extend(tail)
    else:
        before = len(stream.stream)
        _original_line(stream, x1, y1, x2, y2, thickness, style, color, offset)
        drawn = stream.stream[before:]
        known[key] = drawn[:-4], drawn[-2:], color  # the colour too: its id must not be given to another


# --- reading: the parser asks for runs of the same few sets of characters -----------------------------

_original_until = inputstream.HTMLUnicodeInputStream.chars_until


def _chars_until(self: Any, characters: Any, opposite: bool = False) -> Any:
    """The parser means to keep these patterns, but files each under the pattern instead of under the characters."""
    key = (characters, opposite)
    if key not in inputstream.characters_until_regex:
        found = "".join(f"\\x{ord(character):02x}" for character in characters)
        inputstream.characters_until_regex[key] = re.compile(f"[{found if opposite else '^' + found}]+")
    return _original_until(self, characters, opposite)


# --- text: one Pango context for all text of a style ---------------------------------------------

_FEATURES = (
    "font_kerning",
    "font_variant_ligatures",
    "font_variant_position",
    "font_variant_caps",
    "font_variant_numeric",
    "font_variant_alternates",
    "font_variant_east_asian",
    "font_feature_settings",
)
_original_setup = line_break.Layout.setup


def _setup(self: Any, style: Any) -> None:
    """What depends on the style alone is kept with it; a style that is changed is a copy, and starts anew."""
    kept = style.__dict__.get("_pango")
    if kept is None:
        kept = style.__dict__["_pango"] = _pango_of(style)
    if not kept:
        _original_setup(self, style)
        return
    context, self.language, description = kept
    self.style, self.first_line_direction = style, 0
    self.ascent = self.underline_position = self.strikethrough_position = None
    self.layout = ffi.gc(pango.pango_layout_new(context), gobject.g_object_unref)
    pango.pango_layout_set_auto_dir(self.layout, False)
    pango.pango_layout_set_font_description(self.layout, description)


def _pango_of(style: Any) -> Any:
    """Context, language and description; () for what is left to WeasyPrint."""
    if style["text_decoration_line"] != "none" or style["font_language_override"] != "normal":
        return ()
    context = ffi.gc(pango.pango_font_map_create_context(style.font_config.font_map), gobject.g_object_unref)
    pango.pango_context_set_round_glyph_positions(context, False)
    pango.pango_context_set_base_dir(context, line_break.PANGO_DIRECTION[style["direction"]])
    if style["lang"]:
        pointer, _kept = line_break.unicode_to_char_p(style["lang"])
        language = pango.pango_language_from_string(pointer)
        pango.pango_context_set_language(context, language)
    else:
        language = pango.pango_language_get_default()
    if line_break.font_features(*(style[name] for name in _FEATURES)):
        return ()
    return context, language, line_break.get_font_description(style)


def _everywhere(name: str, original: Any, replacement: Any) -> list[tuple[Any, str, Any]]:
    """WeasyPrint's modules import functions by name: each has its own reference."""
    holders = [module for key, module in sys.modules.items() if key.startswith("weasyprint.")]
    return [(module, name, replacement) for module in holders if module.__dict__.get(name) is original]


REPLACED: list[tuple[Any, str, Any]] = [
    (css, "StyleFor", SharedStyles),
    (page, "set_page_type_computed_styles", _page_styles),
    (css.ComputedStyle, "__missing__", _missing_value),
    (boxes.Box, "is_in_normal_flow", _in_flow),
    (inputstream.HTMLUnicodeInputStream, "chars_until", _chars_until),
    (line_break.Layout, "setup", _setup),
    (svg.TAGS, "path", _path),
    *_everywhere("check_math", _original_check, _check_math),
    *_everywhere("resolve_one_percentage", _original_one, _one),
    *_everywhere("resolve_percentages", percent.resolve_percentages, _resolve),
    *_everywhere("draw_line", _original_line, _line),
]
