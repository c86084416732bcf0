#!/usr/bin/python3
"""Makes the corpus of odd files and its manifest: make.py [GROUP ...]

The files are committed; those that other programs write differ from run to run (salts, times), so a group is made anew
only on purpose. Needs Python 3 with openpyxl, LibreOffice, and the class path of the tests in CLASSPATH for MakeWithPoi.java.
Afterwards record what the reader gives (see CorpusTest) and review the difference.
"""
import os
import sys

import documents
import programs
import tables
import workbooks

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "resources", "corpus")


# Where Apache POI 5.5.1 reads a file otherwise, or not at all.
POI = {
    "xlsx/dates-by-format.xlsx": "elapsed hours are dates, and the year of an era is none",
    "xlsx/dates-at-the-edges.xlsx": "29 February 1900 is 1 March, and days after the year 9999 are dates",
    "xlsx/dates-iso.xlsx": "a cell of the type d costs the whole workbook",
    "xlsx/error-cell-without-text.xlsx": "the error has no name",
    "xlsx/booleans.xlsx": "true in words is false",
    "xlsx/no-row-numbers.xlsx": "the row number of the cells is not looked at",
    "xlsx/empty-strings.xlsx": "an empty shared text is null",
    "xlsx/spaces.xlsx": "cells of zero-width and no-break blanks are texts",
    "xlsx/numbers.xlsx": "a number beyond the binary range costs the sheet",
    "xlsx/no-numbers.xlsx": "a cell that holds no number costs the sheet",
    "xlsx/xml-after-the-end.xlsx": "refused, though all rows are there",
    "xlsx/strict.xlsx": "Strict OOXML is refused",
    "xlsx/no-content-types.xlsx": "refused, though all rows are there",
    "xlsx/no-package-relations.xlsx": "refused, though all rows are there",
    "xlsx/type-by-ending-only.xlsx": "refused, though all rows are there",
    "xlsx/openpyxl-kinds.xlsx": "elapsed hours are dates",
    "xls/formats.xls": "elapsed hours are dates",
    "xls/formulas.xls": "a formula that is to be computed when the file is opened has the value 0",
    "xls/kinds.xls": "a formula that was never computed has the value 0",
    "xlsx/fuzz-byte-2.xlsx": "refused, though all rows are there",
}


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


def below(folder, ending, files):
    for name, about, data, must in files:
        yield f"{folder}/{name}{ending}", about, data, must


def changed_files(make):
    """Files of other groups with a byte that is another; found by chance, kept as regressions."""
    with open(os.path.join(FOLDER, "xls/libreoffice.xls"), "rb") as source:
        data = bytearray(source.read())
    data[2606] = 0x87
    yield "xls/sheet-not-listed.xls", "a byte of the list of sheets changed, so that it names one of two", bytes(data), None


# Name, who makes it, its files: path, about, bytes, what must be among the cells (None: it must be refused).
GROUPS = {
    "workbooks": ("part by part", lambda make: below("xlsx", ".xlsx", workbooks.files())),
    "tables": ("Python's csv", lambda make: (
        (n if n.startswith("other/") else "csv/" + n, a, d, m) for n, a, d, m in tables.files())),
    "documents": ("part by part", lambda make: below("ods", ".ods", documents.files())),
    "openpyxl": ("openpyxl 3.0.9", lambda make: below("xlsx", ".xlsx", programs.openpyxl_files())),
    "libreoffice": ("LibreOffice 7.4", programs.libreoffice_files),
    "changed": ("byte 2606 of xls/libreoffice.xls", changed_files),
    "zip": ("Info-ZIP 3.0", programs.zip_files),
    "poi": ("Apache POI 5.5.1", lambda make: programs.poi_files()),
}


def main():
    wanted = sys.argv[1:] or list(GROUPS)
    entries = {}
    for group, (made_with, files) in GROUPS.items():
        for path, about, data, must in files(group in wanted):
            entry = [f"{path}:", f"  about: {yaml_text(about)}", f"  made_with: {yaml_text(made_with)}"]
            entry.append("  must: refused" if must is None else
                         "  must: [" + ", ".join(yaml_text(m) for m in must if m) + "]")
            if path in POI:
                entry.append(f"  poi: {yaml_text(POI[path])}")
            if path in entries:
                raise ValueError(f"two files are called {path}")
            entries[path] = "\n".join(entry)
            if group in wanted:
                target = os.path.join(FOLDER, path)
                os.makedirs(os.path.dirname(target), exist_ok=True)
                with open(target, "wb") as out:
                    out.write(data if isinstance(data, bytes) else data.encode())
    with open(os.path.join(FOLDER, "manifest.yaml"), "w", encoding="utf-8") as out:
        out.write("# Made by src/test/corpus/make.py. must: cells that the maker put there, or refused.\n"
                  "# poi: why Apache POI reads the file otherwise. What else a file gives stands in gives.txt.\n")
        out.write("\n".join(entries[path] for path in sorted(entries)) + "\n")


main()
