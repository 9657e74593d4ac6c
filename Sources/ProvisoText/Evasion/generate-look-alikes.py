#!/usr/bin/env python3
"""Writes LookAlikes+Data.swift beside this script: which letters beyond ASCII a reader takes for Latin ones.

Usage: generate-look-alikes.py confusables.txt
The file is https://www.unicode.org/Public/security/latest/confusables.txt (Unicode Technical Standard #39). Letters
that folding turns into ASCII are left out; small capitals and letters with a hook or stroke are added by their names.
"""
import collections
import pathlib
import re
import sys
import unicodedata as ucd

# What looks like a capital I, a small l or a stroke alike is read as `1`, which stands for i and l.
STROKE = "1"
# The data's own forms that are no single letter, and what they stand for.
FORMS = {"rn": "m", "vv": "w", "ß": "b", "ss": "b"}
# Letters that pass for Latin ones though the data likens them to others.
EXTRA = dict(zip("εɛєɜзβĸκкӏ", "eee33bkkk1"))
# Scripts without spaces, in which single strokes are everyday words.
LONE_SCRIPTS = [(0xE00, 0xEFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x3000, 0x30FF), (0x3105, 0x318F),
                (0x31F0, 0x31FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF)]


def folded(text):
    text = ucd.normalize("NFKD", ucd.normalize("NFKD", text).casefold())
    return "".join(c for c in text if not ucd.combining(c))


def latin_name(character):
    """The letter in names such as LATIN LETTER SMALL CAPITAL H and LATIN SMALL LETTER B WITH HOOK."""
    name = ucd.name(character, "")
    match = re.fullmatch(r"LATIN (?:LETTER SMALL CAPITAL|(?:SMALL|CAPITAL) LETTER) ([A-Z])(?: WITH .*)?", name)
    return match and match[1].lower()


def reading(target):
    if target == "l":
        return STROKE
    text = FORMS.get(target) or "".join(latin_name(c) or EXTRA.get(c, c) for c in folded(target))
    text = FORMS.get(text, text)
    return text if re.fullmatch(r"[a-z0-9]{1,3}", text) else None


def is_letter(character):
    lone = any(low <= ord(character) <= high for low, high in LONE_SCRIPTS)
    return not lone and ucd.category(character)[0] in "LN" and not folded(character).isascii()


def main():
    readings = {}
    for line in pathlib.Path(sys.argv[1]).read_text(encoding="utf-8-sig").splitlines():
        fields = line.split("#")[0].split(";")
        if len(fields) < 3:
            continue
        source, target = ("".join(chr(int(s, 16)) for s in field.split()) for field in fields[:2])
        if len(source) == 1 and is_letter(source) and reading(target):
            readings[source] = reading(target)
    for scalar in range(0x80, 0x20000):
        character = chr(scalar)
        if is_letter(character) and latin_name(character):
            readings.setdefault(character, latin_name(character))
    readings |= EXTRA
    groups = collections.defaultdict(list)
    for character, text in readings.items():
        groups[text].append(ord(character))
    words = [w for text in sorted(groups) for w in [text + ":", *(f"{s:x}" for s in sorted(groups[text]))]]
    lines, line = [], ""
    for word in words:
        if len(line) + len(word) > 110:
            lines.append(line)
            line = ""
        line += word + " "
    body = "\n".join(f"    {line.rstrip()} \\" for line in lines + [line])
    pathlib.Path(__file__).with_name("LookAlikes+Data.swift").write_text(
        "// Made by generate-look-alikes.py from the confusables of Unicode 16.0.0. Do not edit.\n\n"
        "extension LookAlikes {\n"
        "  /// A reading in ASCII with a colon, then the scalars, in hexadecimal, that are read so.\n"
        f'  static let data: StaticString = """\n{body}\n\n    """\n}}\n', encoding="utf-8")


main()
