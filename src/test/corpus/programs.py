"""Files that spreadsheet programs write: openpyxl, LibreOffice, and POI by way of MakeWithPoi.java."""
import datetime
import io
import os
import subprocess
import tempfile

import openpyxl
from openpyxl.styles import Font
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.table import Table

import raw

HERE = os.path.dirname(os.path.abspath(__file__))
PURCHASES = ["agreement", "line", "order_date", "product", "pool", "offering", "quantity", "amount", "currency"]


def saved(book):
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def fill(book):
    """A sheet of purchases and one of rates, as people would type them."""
    sheet = book.active
    sheet.title = "purchases"
    sheet.append(PURCHASES)
    for i in range(20):
        sheet.append(["E1", i + 1, datetime.date(2025, 2, 1) + datetime.timedelta(days=i), "SQL Server Standard", "SERVER", "SA",
                      10 + i, 61200.01 + i / 100, "USD"])
    rates = book.create_sheet("rates")
    rates.append(["date", "from", "to", "rate", "source"])
    rates.append([datetime.datetime(2026, 10, 31, 9, 30), "EUR", "USD", 1.0837, "Größe 😀"])
    rates.append([datetime.date(2026, 10, 30), "EUR", "CHF", 0.93, "=1+1"])
    return book


def openpyxl_files():
    yield "openpyxl", "two tables by openpyxl, with a formula that it cannot compute", saved(fill(openpyxl.Workbook())), []
    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    yield "openpyxl-1904", "openpyxl, days counted from 1904", saved(fill(book)), []
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("rates")
    sheet.append(["date", "from", "to", "rate"])
    for i in range(500):
        sheet.append([datetime.date(2025, 1, 1) + datetime.timedelta(days=i), "EUR", "USD", 1 + i / 1000])
    yield "openpyxl-streamed", "500 rows by openpyxl's streaming writer", saved(book), []
    book = fill(openpyxl.Workbook())
    sheet = book["purchases"]
    sheet.insert_rows(1, 3)
    sheet["A1"] = "Purchases of the year"
    sheet["A1"].font = Font(bold=True)
    sheet.merge_cells("A1:D1")
    sheet.append(["Total", None, None, None, None, None, sum(range(10, 30)), "=SUM(H5:H24)"])
    sheet.auto_filter.ref = "A4:I24"
    sheet.freeze_panes = "A5"
    book["rates"].add_table(Table(displayName="Rates", ref="A1:E3"))
    yield "openpyxl-titles", "a title in merged cells, a filter, a table, and a totals row whose sum was never computed", saved(book), []
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "rates"
    sheet.append(["date", "from", "to", "rate"])
    sheet.append([datetime.time(9, 30), "EUR", "USD", datetime.timedelta(hours=36)])
    sheet.append([datetime.date(1900, 1, 1), "EUR", "USD", True])
    sheet.append([datetime.date(2026, 10, 31), "EUR", "USD", 0.1 + 0.2])
    sheet["D4"].number_format = "0.00"
    yield "openpyxl-kinds", "times, durations, booleans and 0.1 + 0.2 by openpyxl", saved(book), ["rates!D4 NUMBER 0.3"]
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "rates"
    sheet.append(["date", "from", "to", "rate"])
    for r in range(5):
        sheet.append([datetime.date(2026, 10, 1 + r), "EUR", "USD", 1.5])
    for r in range(7, 2000):
        for c in range(1, 60):
            sheet.cell(r, c).font = Font(bold=True)
    yield "openpyxl-phantom", "a used range far beyond the data: 118,000 styled blanks", saved(book), []


def libreoffice(source, ending, filter_=""):
    """Converts an xlsx with LibreOffice; returns the bytes written."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "rates.xlsx")
        with open(path, "wb") as out:
            out.write(source)
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{tempfile.gettempdir()}/corpus-office", "--headless", "--convert-to",
             ending + (":" + filter_ if filter_ else ""), "--outdir", os.path.join(folder, "out"), path],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        with open(os.path.join(folder, "out", os.path.splitext(os.path.basename(path))[0] + "." + ending), "rb") as result:
            return result.read()


def libreoffice_files(make):
    """As the others; the bytes are made only if they are wanted, since LibreOffice takes its time."""
    book = saved(fill(openpyxl.Workbook())) if make else b""

    def made(*arguments):
        return libreoffice(book, *arguments) if make else None

    yield "xlsx/libreoffice.xlsx", "two tables by LibreOffice", made("xlsx"), []
    yield "xls/libreoffice.xls", "two tables by LibreOffice as xls", made("xls"), []
    yield "ods/libreoffice.ods", "two tables by LibreOffice as ods", made("ods"), []
    yield "other/libreoffice.fods", "a flat OpenDocument file", made("fods"), None
    yield "csv/libreoffice-utf-16.csv", "the first sheet by LibreOffice, UTF-16 and TAB", made(
        "csv", "Text - txt - csv (StarCalc):9,34,65535"), []
    yield "csv/libreoffice-windows.csv", "the first sheet by LibreOffice, Windows-1252 and semicolon, all texts quoted", made(
        "csv", "Text - txt - csv (StarCalc):59,34,1,,,true"), []
    yield "other/libreoffice.html.xls", "the tables as an HTML page named xls", made("html"), None
    yield "other/libreoffice.slk", "the first sheet as SYLK: text that is no table of ours", made("slk"), []
    yield "other/libreoffice.dif", "the first sheet as DIF: text that is no table of ours", made("dif"), []
    yield "other/libreoffice.pdf", "the tables as PDF", made("pdf"), None


def zipped(content, *options):
    """Zips files with Info-ZIP; content is a dictionary of names and bytes."""
    with tempfile.TemporaryDirectory() as folder:
        for name, data in content.items():
            path = os.path.join(folder, "in", name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "wb") as out:
                out.write(data)
        subprocess.run(["zip", "-q", "-r", "-X", *options, "../out.zip", "."], cwd=os.path.join(folder, "in"), check=True)
        with open(os.path.join(folder, "out.zip"), "rb") as result:
            return result.read()


def zip_files(make):
    """Archives by Info-ZIP, which knows bzip2 and passwords."""
    parts = {n: d.encode() for n, d in raw.parts().items()}
    table = {"rates.csv": b"date,from,to,rate\n2026-10-31,EUR,USD,1.0837\n" * 100}

    def made(*arguments):
        return zipped(*arguments) if make else None

    yield "xlsx/info-zip.xlsx", "the parts of a workbook, zipped by Info-ZIP", made(parts), ["rates!D2 NUMBER 1.0837"]
    yield "xlsx/info-zip-password.xlsx", "the parts of a workbook, zipped with a password", made(parts, "-P", "secret"), None
    yield "xlsx/info-zip-bzip2.xlsx", "the parts of a workbook, zipped with bzip2", made(parts, "-Z", "bzip2"), None
    yield "other/archive-password.xlsx", "a csv file in a zip with a password", made(table, "-P", "secret"), None
    yield "other/archive-bzip2.csv", "a csv file in a zip packed with bzip2", made(table, "-Z", "bzip2"), None


def poi_files():
    """The files of MakeWithPoi.java, which names them, what they are and what must be read in a list."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["java", "-cp", os.environ["CLASSPATH"], os.path.join(HERE, "MakeWithPoi.java"), folder], check=True)
        with open(os.path.join(folder, "list.txt"), encoding="utf-8") as listed:
            for line in listed:
                name, about, *must = line.rstrip("\n").split("\t")
                with open(os.path.join(folder, name.replace("/", "_")), "rb") as data:
                    yield name, about, data.read(), None if must == ["refused"] else must
