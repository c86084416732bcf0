"""OpenDocument spreadsheets, part by part."""
import zipfile

from raw import escape, pack

OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"
NAMES = "".join(f' xmlns:{n}="{OFFICE}{u}"' for n, u in (
    ("office", "office:1.0"), ("table", "table:1.0"), ("text", "text:1.0"), ("style", "style:1.0"))) + (
    ' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"')
TYPE = "application/vnd.oasis.opendocument.spreadsheet"


def cell(kind="", value="", shown="", more=""):
    attribute = {"float": "value", "percentage": "value", "currency": "value", "date": "date-value", "time": "time-value",
                 "boolean": "boolean-value", "string": "string-value"}.get(kind)
    xml = "<table:table-cell"
    if kind:
        xml += f' office:value-type="{kind}"'
    if value != "" and attribute:
        xml += f' office:{attribute}="{escape(value)}"'
    return xml + f"{more}>" + (f"<text:p>{shown}</text:p>" if shown else "") + "</table:table-cell>"


def text(value):
    return cell("string", shown=escape(value))


def row(*cells, more=""):
    return f"<table:table-row{more}>" + "".join(text(c) if not c.startswith("<") else c for c in cells) + "</table:table-row>"


HEADER = row("date", "from", "to", "rate")
GOOD = row(cell("date", "2026-10-31", "31.10.26"), "EUR", "USD", cell("float", "1.0837", "1,08"))


def content(rows=HEADER + GOOD, name="rates", styles="", more=""):
    return (f'<?xml version="1.0" encoding="UTF-8"?><office:document-content{NAMES} office:version="1.3">'
            f"<office:automatic-styles>{styles}</office:automatic-styles><office:body><office:spreadsheet>"
            f'<table:table table:name="{name}">{rows}</table:table>{more}</office:spreadsheet></office:body></office:document-content>')


def document(xml=None, manifest="", mimetype=TYPE, **options):
    parts = {"mimetype": mimetype, "content.xml": content(**options) if xml is None else xml}
    if manifest:
        parts["META-INF/manifest.xml"] = (
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">' + manifest + "</manifest:manifest>")
    return pack(parts)


def files():
    """Yields name, about, bytes, what must be among the cells."""
    read = ["rates!A2 DATE 2026-10-31", "rates!D2 NUMBER 1.0837"]
    yield "plain", "the good document that all others differ from", document(), read
    yield "types", "every type of value", document(rows=row(
        cell("float", "1.50"), cell("percentage", "0.05", "5 %"), cell("currency", "61200", "$", ' office:currency="USD"'),
        cell("date", "2026-10-31"), cell("date", "2026-10-31T09:30:00"), cell("time", "PT09H30M00S"), cell("time", "PT36H00M00S"),
        cell("boolean", "true", "WAHR"), cell("boolean", "false"), cell("string", "said", "shown"), text("shown"))), [
        "rates!A1 NUMBER 1.5", "rates!B1 NUMBER 0.05", "rates!C1 NUMBER 61200", "rates!D1 DATE 2026-10-31",
        "rates!E1 DATE 2026-10-31T09:30:00", "rates!F1 DATE 09:30:00", "rates!G1 DATE 36:00:00", "rates!H1 BOOLEAN TRUE",
        "rates!I1 BOOLEAN FALSE", "rates!K1 TEXT shown"]
    yield "formulas", "formulas with a value, without one, and with an error", document(rows=row("date", "from", "to", "rate") + row(
        cell("date", "2026-10-31"), "EUR", "USD", cell("float", "2", "2", ' table:formula="of:=1+1"')) + row(
        cell("date", "2026-10-30"), "EUR", "USD", cell("", "", "", ' table:formula="of:=1+1"')) + row(
        cell("date", "2026-10-29"), "EUR", "USD", cell("float", "", "", ' table:formula="of:=1+1"')) + row(
        cell("date", "2026-10-28"), "EUR", "USD", cell("string", "", "#DIV/0!", ' table:formula="of:=1/0" calcext:value-type="error"'))), [
        "rates!D2 NUMBER 2", "rates!D3 UNCACHED formula without a stored value", "rates!D4 UNCACHED formula without a stored value",
        "rates!D5 ERROR #DIV/0!"]
    yield "repeated", "repeated rows and cells, and a million blank ones to the end", document(rows=HEADER + row(
        cell("date", "2026-10-31"), "EUR", "USD", cell("float", "2", "", ' table:number-columns-repeated="3"'), more=' table:number-rows-repeated="2"')
        + row('<table:table-cell table:number-columns-repeated="16384"/>', more=' table:number-rows-repeated="1048573"')), [
        "rates!F3 NUMBER 2"]
    yield "repeated-blanks-between", "a million blank rows between two rows", document(
        rows=HEADER + row('<table:table-cell/>', more=' table:number-rows-repeated="1000000"') + GOOD), ["rates!D1000002 NUMBER 1.0837"]
    yield "repeated-as-a-bomb", "a row of 16,384 cells that is repeated a million times", document(
        rows=row(cell("float", "1", "", ' table:number-columns-repeated="16384"'), more=' table:number-rows-repeated="1048576"')), None
    yield "repeated-beyond-the-end", "more repeated rows than a sheet can have", document(
        rows=HEADER + GOOD.replace("<table:table-row", '<table:table-row table:number-rows-repeated="2000000"')), None
    yield "repeated-impossibly", "a repetition of 0 and of -1", document(
        rows=HEADER + GOOD.replace("<table:table-row", '<table:table-row table:number-rows-repeated="-1"')), None
    yield "merged", "merged cells", document(rows=HEADER + row(
        cell("date", "2026-10-31", "", ' table:number-columns-spanned="2"'), "<table:covered-table-cell/>", "USD", cell("float", "1"))), []
    yield "paragraphs", "paragraphs, line breaks, tabs, blanks, links and spans", document(name="accounts", rows=row("account", "name") + row(
        "A1", '<table:table-cell office:value-type="string"><text:p>a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d</text:p>'
        '<text:p><text:span>e</text:span><text:a>f</text:a></text:p></table:table-cell>')), ["accounts!B2 TEXT a   b\\tc\\nd\\nef"]
    yield "comments", "a comment on a cell is not its value", document(rows=HEADER + row(
        cell("date", "2026-10-31"), '<table:table-cell office:value-type="string"><office:annotation><text:p>wrong?</text:p>'
        "</office:annotation><text:p>EUR</text:p></table:table-cell>", "USD", cell("float", "1"))), ["rates!B2 TEXT EUR"]
    yield "groups", "header rows and groups of rows", document(
        rows=f"<table:table-header-rows>{HEADER}</table:table-header-rows><table:table-row-group><table:table-rows>{GOOD}"
        "</table:table-rows></table:table-row-group>"), read
    yield "hidden-rows", "filtered and hidden rows are read, and said", document(
        rows=HEADER + GOOD.replace("<table:table-row", '<table:table-row table:visibility="filter"') + GOOD.replace(
            "2026-10-31", "2026-10-30").replace("<table:table-row", '<table:table-row table:visibility="collapse"')), read
    yield "hidden-sheet", "a hidden sheet is read, and said", document(xml=content(
        styles='<style:style style:name="ta1"><style:table-properties table:display="false"/></style:style>').replace(
            '<table:table table:name', '<table:table table:style-name="ta1" table:name')), read
    yield "two-sheets", "two sheets in one part", document(more=f'<table:table table:name="rates 2">{HEADER}{GOOD}</table:table>'), [
        *read, "rates 2!D2 NUMBER 1.0837"]
    yield "numbers-odd", "values that are no numbers or dates", document(rows=HEADER + "".join(row(
        cell("date", d), "EUR", "USD", cell("float", n)) for d, n in (
            ("2026-10-31", "1,5"), ("2026-02-30", "1"), ("31.10.2026", "NaN"), ("2026-10-30", "1E5"), ("12026-10-30", "1E999999999"), ("0000-01-01", "0x1")))), []
    yield "doctype", "a DOCTYPE with a file as entity", document(xml=content().replace(
        "<office:document-content", '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><office:document-content', 1).replace("EUR", "&e;")), None
    yield "encrypted", "a document with a password", document(
        xml="\x01\x02\x03 no xml", manifest='<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>'), None
    yield "text-document", "a text document named ods", document(
        xml=f"<office:document-content{NAMES}><office:body><office:text/></office:body></office:document-content>",
        mimetype="application/vnd.oasis.opendocument.text"), None
    yield "no-content", "the content is missing", pack({"mimetype": TYPE, "styles.xml": "<x/>"}), None
    yield "no-sheet", "a document without a sheet", document(
        xml=f"<office:document-content{NAMES}><office:body><office:spreadsheet/></office:body></office:document-content>"), None
    yield "xml-broken", "an end tag is missing", document(xml=content().replace("</table:table-row>", "", 1)), None
    yield "deep", "20,000 open elements", document(rows=HEADER + "<table:table-row-group>" * 20000), None
    yield "blanks-too-many", "a blank repeated 99,999,999 times", document(name="accounts", rows=row("account", "name") + row(
        "A1", '<table:table-cell office:value-type="string"><text:p>a<text:s text:c="99999999"/></text:p></table:table-cell>')), None
    whole = document()
    yield "cut", "the first half", whole[:len(whole) // 2], None
    yield "stored", "parts that are not compressed", pack({"mimetype": TYPE, "content.xml": content()}, zipfile.ZIP_STORED), read
