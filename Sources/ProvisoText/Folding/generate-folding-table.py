#!/usr/bin/env python3
"""Writes FoldingTable+Data.swift beside this script: what folding does to each Unicode scalar.

Run it with any recent Python 3; the Unicode version is the one of its `unicodedata`. The data is three strings:
classes and replacements by run, and the pairs of a base and a mark that compose.
"""
import pathlib
import unicodedata as ucd

# The order of `ScalarClass` in ScalarClass.swift.
SYMBOL, LETTER, CAPITAL, LONE, DIGIT, MARK, DIACRITIC, REMOVED, SPACE, BREAK, SOFT, STOP = range(12)

# Latin letters whose stroke or hook is no combining mark, so that no decomposition removes it.
STROKES = dict(zip("ıøđðłħŧŋƀɨʉɵĸ", "ioddlhtnbiuok")) | {"æ": "ae", "œ": "oe", "þ": "th"}
# Marks that modify the letter before them whatever its script; all others belong to one script and stay.
DIACRITICS = [(0x300, 0x36F), (0x483, 0x489), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x20D0, 0x20FF), (0x3099, 0x309A),
              (0xFE00, 0xFE0F), (0xFE20, 0xFE2F), (0xFF9E, 0xFF9F), (0xE0100, 0xE01EF)]
# Half-width voicing marks compose like their full-width twins.
HALF_WIDTH = {0x3099: 0xFF9E, 0x309A: 0xFF9F}
# Scripts written without spaces between words: each letter is a word of its own.
LONE_SCRIPTS = [(0xE00, 0xEFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x3005, 0x3007), (0x3021, 0x3029),
                (0x3041, 0x30FF), (0x31F0, 0x31FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF),
                (0x20000, 0x3FFFF)]
SINGLE_QUOTES = "‘’‚‛′‹›ʼʻʹˈ＇´"
DOUBLE_QUOTES = "“”„‟″«»〝〞〟＂"
DASHES = "‐‑‒–—―−﹘﹣－⁃⸺⸻〜"
STOPS = "!?;¡¿‽。｡؟؛۔।॥։՞፧።᙮"
SOFT_PUNCTUATION = "'\"-,:()[]{}<>|\\~`^·•‣◦、،፣་᠂"


def within(ranges, scalar):
    return any(low <= scalar <= high for low, high in ranges)


def is_latin(character):
    return character.isascii() or ucd.name(character, "").startswith(("LATIN ", "MODIFIER LETTER SMALL "))


def without_diacritics(text):
    result, follows_latin = "", False
    for character in ucd.normalize("NFD", text):
        if within(DIACRITICS, ord(character)):
            result += "" if follows_latin else character
        else:
            follows_latin = is_latin(character)
            result += STROKES.get(character, character)
    return "".join(c for c in ucd.normalize("NFC", result) if not within(DIACRITICS, ord(c)))


def enclosed_letter(scalar):
    """White letters on a black disc or square have no decomposition, though their black twins do."""
    for first in (0x1F150, 0x1F170):
        if first <= scalar < first + 26:
            return chr(ord("a") + scalar - first)
    return None


def folded_once(character):
    if character in SINGLE_QUOTES:
        return "'"
    if character in DOUBLE_QUOTES:
        return '"'
    if character in DASHES:
        return "-"
    # Footnote marks and trade marks stand glued to a word and are no part of it.
    if character in "™℠" or (ucd.category(character) == "No" and "<super>" in ucd.decomposition(character)):
        return character
    if enclosed_letter(ord(character)):
        return enclosed_letter(ord(character))
    if ucd.decimal(character, None) is not None:
        return str(ucd.decimal(character))
    return ucd.normalize("NFKC", ucd.normalize("NFKC", character).casefold())


def folded(scalar):
    text = chr(scalar)
    while True:
        simpler = without_diacritics("".join(map(folded_once, text)))
        if simpler == text:
            return text
        text = simpler


def scalar_class(scalar):
    character, category = chr(scalar), ucd.category(chr(scalar))
    if within(DIACRITICS, scalar):
        return DIACRITIC
    if character in "\n\v\f\r\x85\u2028\u2029":
        return BREAK
    if category == "Zs" or character == "\t" or scalar in (0x2800, 0x3164, 0xFFA0, 0x115F, 0x1160):
        return SPACE
    # A U+FFFC in a text is no placeholder, so it must not look like one after folding.
    if category in ("Cc", "Cf") or scalar == 0xFFFC:
        return REMOVED
    if character in STOPS:
        return STOP
    if character in SOFT_PUNCTUATION + SINGLE_QUOTES + DOUBLE_QUOTES + DASHES or category in ("Pd", "Ps", "Pe"):
        return SOFT
    if enclosed_letter(scalar):
        return CAPITAL
    if category in ("Mn", "Mc", "Me"):
        return MARK
    if within(LONE_SCRIPTS, scalar) and category in ("Lo", "Lm", "Nl"):
        return LONE
    if category in ("Lu", "Lt"):
        return CAPITAL
    if category.startswith("L") or character == "_":
        return LETTER
    if category in ("Nd", "Nl") or (category == "No" and folded(scalar).isalnum() and folded(scalar) != character):
        return DIGIT
    if category == "So" and folded(scalar).isalpha() and folded(scalar) != character:
        return CAPITAL if "CAPITAL" in ucd.name(character, "") else LETTER
    return SYMBOL


def replacement(scalar, kind):
    """What is put in place of a scalar: a distance (A → a is 32), a text of several scalars, or None where it stays."""
    if kind in (DIACRITIC, REMOVED):
        return None
    if kind == SPACE:
        text = " "
    elif kind == BREAK:
        text = "\n"
    else:
        text = folded(scalar)
    if text == chr(scalar):
        return None
    return ord(text) - scalar if len(text) == 1 else text


def runs(values):
    """Groups (scalar, value) into [first, count, stride, value]; every other scalar is common among capitals."""
    open_runs, done = [], []
    for scalar, value in values:
        for run in open_runs:
            if run[3] == value and (scalar == run[0] + run[1] * run[2] or (run[1] == 1 and scalar == run[0] + 2)):
                run[2] = scalar - run[0] if run[1] == 1 else run[2]
                run[1] += 1
                break
        else:
            open_runs.append([scalar, 1, 1, value])
        done += [run for run in open_runs if run[0] + run[1] * run[2] < scalar]
        open_runs = [run for run in open_runs if run[0] + run[1] * run[2] >= scalar]
    return sorted(done + open_runs, key=lambda run: run[0])


def class_words(values):
    for first, count, stride, kind in runs(values):
        yield ".".join(f"{number:x}" for number in (first, count, stride, kind))


def replacement_words(values):
    for first, count, stride, value in runs(values):
        if isinstance(value, int):
            yield ".".join(f"{number:x}" for number in (first, count, stride, first + value))
        else:
            for scalar in range(first, first + count * stride, stride):
                yield ".".join(f"{number:x}" for number in (scalar, 1, 1, *map(ord, value)))


def pair_words():
    for scalar in range(0x300, 0x20000):
        parts = ucd.decomposition(chr(scalar)).split()
        if len(parts) != 2 or parts[0].startswith("<"):
            continue
        base, mark = (int(part, 16) for part in parts)
        if ucd.normalize("NFC", chr(base) + chr(mark)) == chr(scalar) and not is_latin(chr(base)):
            if folded(scalar) == chr(scalar) and base > 0x7F:
                yield f"{base:x}.{mark:x}.{scalar:x}"
                if mark in HALF_WIDTH:
                    yield f"{base:x}.{HALF_WIDTH[mark]:x}.{scalar:x}"


def literal(name, comment, words):
    lines, line = [], ""
    for word in words:
        if len(line) + len(word) > 110:
            lines.append(line)
            line = ""
        line += word + " "
    lines.append(line)
    body = "\n".join(f"    {line.rstrip()} \\" for line in lines)
    return f'  /// {comment}\n  static let {name}: StaticString = """\n{body}\n\n    """\n'


def main():
    classes, replacements = [], []
    for scalar in range(0x110000):
        if 0xD800 <= scalar < 0xE000 or ucd.category(chr(scalar)) in ("Cn", "Co") and not within(DIACRITICS, scalar):
            continue
        kind = scalar_class(scalar)
        if kind != SYMBOL:
            classes.append((scalar, kind))
        value = replacement(scalar, kind)
        if value is not None:
            replacements.append((scalar, value))
    output = [
        f"// Made by generate-folding-table.py from Unicode {ucd.unidata_version}. Do not edit.\n",
        "// Hexadecimal numbers: first scalar, how many, the step from one to the next, then what holds for them.\n",
        "extension FoldingTable {",
        literal("classRuns", "The class of the scalars; what is in no run is a symbol.", class_words(classes)),
        literal("replacementRuns", "What stands in place of the first scalar (the others keep the same distance), or several scalars for it.",
                replacement_words(replacements)),
        literal("compositionPairs", "Base and mark, and the letter they make.", pair_words()).rstrip(),
        "}\n",
    ]
    pathlib.Path(__file__).with_name("FoldingTable+Data.swift").write_text("\n".join(output), encoding="utf-8")


main()
