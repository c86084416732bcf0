"""Workbooks written part by part, so that a file holds exactly the oddity it is made for."""
import datetime
import io
import zipfile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml."
TIME = (1980, 1, 1, 0, 0, 0)
RATES = ("date", "from", "to", "rate")


def serial(year, month, day):
    """The number of a day in a workbook that counts from 1900."""
    return (datetime.date(year, month, day) - datetime.date(1899, 12, 30)).days


def escape(text):
    return str(text).replace("&", "&amp;").replace("<", "&lt;")


def column(index):
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(65 + rest) + name
    return name


def text(value):
    return f't="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is>'


def number(value, style=0):
    return f's="{style}"><v>{value}</v>'


def day(value):
    """A date cell: style 1 of STYLES."""
    return number(value, 1)


def row(index, *cells, attributes="", references=True, from_column=0):
    """A row; a cell is what stands after the reference, a plain text or a plain number; None is no cell."""
    xml = f'<row r="{index}"{attributes}>' if references else f"<row{attributes}>"
    for i, cell in enumerate(cells):
        if cell is None:
            continue
        if isinstance(cell, (int, float)):
            cell = number(cell)
        elif not cell.startswith(("s=", "t=", ">")):
            cell = text(cell)
        reference = f' r="{column(from_column + i)}{index}"' if references else ""
        xml += f"<c{reference} {cell}</c>" if not cell.startswith(">") else f"<c{reference}{cell}</c>"
    return xml + "</row>"


def rates(*rates_rows):
    """A table of exchange rates, header and one row by default."""
    return row(1, *RATES) + "".join(rates_rows or [good(2)])


def good(index, rate="1.0837"):
    return row(index, day(serial(2026, 10, 31)), "EUR", "USD", number(rate))


STYLES = (
    '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>'
    '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs>')


def styles(*codes):
    """Styles 1 and following have these format codes; an int is the id of a built-in one."""
    formats = "".join(
        f'<numFmt numFmtId="{164 + i}" formatCode="{escape(c).replace(chr(34), "&quot;")}"/>'
        for i, c in enumerate(codes) if isinstance(c, str))
    cells = "".join(
        f'<xf numFmtId="{c if isinstance(c, int) else 164 + i}" applyNumberFormat="1"/>' for i, c in enumerate(codes))
    return f'<numFmts>{formats}</numFmts><cellXfs><xf numFmtId="0"/>{cells}</cellXfs>'


def relations(*items):
    """Relations as (id, kind, target) or (id, kind, target, further attributes)."""
    xml = "".join(
        f'<Relationship Id="{i[0]}" Type="{i[1] if "://" in i[1] else OFFICE + "/" + i[1]}" Target="{i[2]}"'
        f'{i[3] if len(i) > 3 else ""}/>' for i in items)
    return f'<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="{PACKAGE}relationships">{xml}</Relationships>'


def sheet(rows, before="<dimension ref=\"A1:D2\"/>", after=""):
    return (f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="{MAIN}" xmlns:r="{OFFICE}">'
            f"{before}<sheetData>{rows}</sheetData>{after}</worksheet>")


def parts(rows=None, strings=None, style=STYLES, properties="", sheets=None, after=""):
    """The parts of a workbook with one sheet, "rates", by name; a test changes what it is about."""
    names = sheets or ["rates"]
    listed = "".join(
        f'<sheet name="{escape(n)}" sheetId="{i + 1}" r:id="rId{i + 1}"/>' if "<" not in n else n
        for i, n in enumerate(names))
    result = {
        "[Content_Types].xml":
            f'<?xml version="1.0" encoding="UTF-8"?><Types xmlns="{PACKAGE}content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{SHEET_TYPE}sheet.main+xml"/>'
            f'<Override PartName="/xl/styles.xml" ContentType="{SHEET_TYPE}styles+xml"/>'
            f'<Override PartName="/xl/sharedStrings.xml" ContentType="{SHEET_TYPE}sharedStrings+xml"/>'
            + "".join(f'<Override PartName="/xl/worksheets/sheet{i + 1}.xml" ContentType="{SHEET_TYPE}worksheet+xml"/>'
                      for i in range(len(names))) + "</Types>",
        "_rels/.rels": relations(("rId1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml":
            f'<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">'
            f"<workbookPr {properties}/><sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": relations(
            *[(f"rId{i + 1}", "worksheet", f"worksheets/sheet{i + 1}.xml") for i in range(len(names))],
            ("rIdStyles", "styles", "styles.xml"), ("rIdStrings", "sharedStrings", "sharedStrings.xml")),
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}">{style}</styleSheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{strings or ""}</sst>',
    }
    for i in range(len(names)):
        result[f"xl/worksheets/sheet{i + 1}.xml"] = sheet(rates() if rows is None else rows, after=after)
    return result


def pack(content, method=zipfile.ZIP_DEFLATED):
    """Zips parts, a dictionary or pairs if a name occurs twice."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in content.items() if isinstance(content, dict) else content:
            info = zipfile.ZipInfo(name, TIME)
            info.compress_type = method
            archive.writestr(info, data)
    return out.getvalue()


def book(rows=None, **options):
    return pack(parts(rows, **options))
