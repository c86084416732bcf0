#!/usr/bin/python3
"""Makes the corpus of odd files and its manifest: make.py [GROUP ...]

The files are committed; those that other programs write differ from run to run (salts, times), so a group is made anew
only on purpose. Needs Python 3 with openpyxl and LibreOffice; POI's files come from MakeWithPoi.java.
Afterwards record what the reader gives (see CorpusTest) and review the difference.
"""
import os
import sys

import workbooks

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "resources", "corpus")


def yaml_text(text):
    """A double-quoted YAML scalar."""
    out = '"'
    for c in text:
        if c in '"\\':
            out += "\\" + c
        elif c == "\n":
            out += "\\n"
        elif not c.isprintable():
            out += f"\\u{ord(c):04x}"
        else:
            out += c
    return out + '"'


GROUPS = {
    "xlsx": (lambda: ((n + ".xlsx", a, d, m) for n, a, d, m in workbooks.files()), "part by part", workbooks.POI),
}


def main():
    wanted = sys.argv[1:] or list(GROUPS)
    entries = []
    for group, (files, made_with, poi) in GROUPS.items():
        for name, about, data, must in files():
            path = f"{group}/{name}"
            entry = [f"{path}:", f"  about: {yaml_text(about)}", f"  made_with: {yaml_text(made_with)}"]
            entry.append("  must: refused" if must is None else
                         "  must: [" + ", ".join(yaml_text(m) for m in must) + "]")
            if name in poi:
                entry.append(f"  poi: {yaml_text(poi[name])}")
            entries.append("\n".join(entry))
            if group in wanted and data is not None:
                target = os.path.join(FOLDER, path)
                os.makedirs(os.path.dirname(target), exist_ok=True)
                with open(target, "wb") as out:
                    out.write(data)
    with open(os.path.join(FOLDER, "manifest.yaml"), "w", encoding="utf-8") as out:
        out.write("# Made by src/test/corpus/make.py. must: cells that the maker put there, or refused.\n"
                  "# poi: why Apache POI reads the file otherwise. What else a file gives stands in gives.txt.\n")
        out.write("\n".join(entries) + "\n")


main()
