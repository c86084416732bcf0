"""xlsx files, each with one oddity; what has to be read is said beside it."""
import io
import zipfile
import zlib
import struct

from raw import *  # noqa: F403 - the vocabulary of this file

DAY = serial(2026, 10, 31)


def changed(name, find, by, **options):
    """A good workbook in one part of which a text is replaced."""
    content = parts(**options)
    if find not in content[name]:
        raise ValueError(f"{find} is not in {name}")
    return pack({**content, name: content[name].replace(find, by)})


def with_part(name, data, **options):
    return pack({**parts(**options), name: data})


def without(name):
    content = parts()
    del content[name]
    return pack(content)


def files():
    """Yields name, about, bytes, what must be among the cells."""
    yield "plain", "the good workbook that all others differ from", book(), [
        "rates!A2 DATE 2026-10-31", "rates!B2 TEXT EUR", "rates!D2 NUMBER 1.0837"]

    # --- dates
    yield "dates-1904", "days counted from 1904", book(
        rates(row(2, day(DAY - 1462), "EUR", "USD", 1.5)), properties='date1904="1"'), ["rates!A2 DATE 2026-10-31"]
    yield "dates-1904-true", "days counted from 1904, said as true", book(
        rates(row(2, day(DAY - 1462), "EUR", "USD", 1.5)), properties='date1904="true"'), ["rates!A2 DATE 2026-10-31"]
    yield "dates-1904-false", "days counted from 1900, said aloud", book(properties='date1904="false"'), [
        "rates!A2 DATE 2026-10-31"]
    codes = [14, 22, 20, 45, 46, 47, 9, 49, "yyyy", "[h]:mm", "mmm-yy", "General", '0.00 "days"', "[$-409]d/m/yyyy",
             "ggge\"年\"m\"月\"d\"日\"", "[Red]0.00;[Blue]-0.00", "hh:mm:ss.000", "0.0E+00", "d\\.m\\.", "@", ""]
    yield "dates-by-format", "one number under many formats: a date only where the format says so", book(
        row(1, "format", "value") + "".join(
            row(i + 2, str(c) or "none", number("46326.25", i + 1)) for i, c in enumerate(codes)),
        style=styles(*codes)), [
            "rates!B2 DATE 2026-10-31T06:00:00", "rates!B3 DATE 2026-10-31T06:00:00", "rates!B8 NUMBER 46326.25",
            "rates!B10 DATE 2026-10-31T06:00:00", "rates!B12 DATE 2026-10-31T06:00:00", "rates!B13 NUMBER 46326.25",
            "rates!B14 NUMBER 46326.25", "rates!B15 DATE 2026-10-31T06:00:00", "rates!B16 DATE 2026-10-31T06:00:00",
            "rates!B17 NUMBER 46326.25", "rates!B19 NUMBER 46326.25", "rates!B22 NUMBER 46326.25"]
    serials = ["0", "0.5", "1", "59", "60", "60.5", "61", "-1", "2958465", "2958466", "46326.999999999", "1E9"]
    yield "dates-at-the-edges", "serial numbers that are no day: 0, 29 February 1900, negative, after 9999", book(
        row(1, "serial", "as date") + "".join(row(i + 2, text(s), day(s)) for i, s in enumerate(serials))), [
            "rates!B2 NUMBER 0", "rates!B4 DATE 1900-01-01", "rates!B5 DATE 1900-02-28", "rates!B6 NUMBER 60",
            "rates!B8 DATE 1900-03-01", "rates!B9 NUMBER -1", "rates!B10 DATE 9999-12-31", "rates!B11 NUMBER 2958466"]
    yield "dates-iso", "cells of the type d, with and without time and zone, and one that is no date", book(
        rates(*[row(i + 2, f't="d"><v>{v}</v>', "EUR", "USD", 1) for i, v in enumerate(
            ["2026-10-31", "2026-10-31T09:30:00", "2026-10-31T09:30:00.250", "2026-10-31T09:30:00Z",
             "2026-10-31T09:30:00+02:00", "09:30:00", "31.10.2026", "2026-02-30"])])), [
        "rates!A2 DATE 2026-10-31", "rates!A3 DATE 2026-10-31T09:30:00", "rates!A4 DATE 2026-10-31T09:30:00.250",
        "rates!A5 DATE 2026-10-31T09:30:00", "rates!A6 DATE 2026-10-31T09:30:00", "rates!A8 TEXT 31.10.2026",
        "rates!A9 TEXT 2026-02-30"]
    yield "dates-as-text", "dates typed as text, in orders that people use", book(
        rates(*[row(i + 2, text(v), "EUR", "USD", 1) for i, v in enumerate(
            ["2026-10-31", " 2026-10-31 ", "31.10.2026", "10/31/2026", "31/10/2026", "2026-10-31T00:00:00",
             "October 31, 2026", "20261031", "2026-13-01", "2026-02-29"])])), ["rates!A4 TEXT 31.10.2026"]

    # --- formulas and errors
    yield "formula-without-value", "a formula whose value was never stored: no zero", book(
        rates(row(2, day(DAY), "EUR", "USD", "><f>1+1</f>"))), ["rates!D2 UNCACHED formula without a stored value"]
    yield "formula-with-empty-value", "a formula with an empty v", book(
        rates(row(2, day(DAY), "EUR", "USD", "><f>1+1</f><v></v>"), row(3, day(DAY), "EUR", "CHF", "><f>1+1</f><v/>"))), [
        "rates!D2 UNCACHED formula without a stored value", "rates!D3 UNCACHED formula without a stored value"]
    yield "formula-kinds", "stored values of formulas: number, text, empty text, boolean, error, shared, array", book(
        row(1, "number", "text", "empty", "boolean", "error", "shared", "array") + row(
            2, "><f>1+1</f><v>2</v>", 't="str"><f>"a"&amp;"b"</f><v>ab</v>', 't="str"><f>""</f><v></v>',
            't="b"><f>1=1</f><v>1</v>', 't="e"><f>1/0</f><v>#DIV/0!</v>', '><f t="shared" ref="F2:F3" si="0">E2</f><v>3</v>',
            '><f t="array" ref="G2">SUM(A2:A3)</f><v>4</v>') + row(3, None, None, None, None, None, '><f t="shared" si="0"/><v>5</v>')), [
        "rates!A2 NUMBER 2", "rates!B2 TEXT ab", "rates!D2 BOOLEAN TRUE", "rates!E2 ERROR #DIV/0!", "rates!F3 NUMBER 5"]
    yield "formula-of-text-without-value", "a text formula without v was never computed", book(
        rates(row(2, day(DAY), 't="str"><f>A1</f>', "USD", 1))), ["rates!B2 UNCACHED formula without a stored value"]
    errors = ["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#GETTING_DATA", "#SPILL!", "#CALC!"]
    yield "error-cells", "every error, in a column that needs a number", book(
        rates(*[row(i + 2, day(DAY), "EUR", "USD", f't="e"><v>{e}</v>') for i, e in enumerate(errors)])), [
        "rates!D2 ERROR #DIV/0!", "rates!D3 ERROR #N/A", "rates!D10 ERROR #SPILL!"]
    yield "error-cell-without-text", "an error cell with an empty v is an error all the same", book(
        rates(row(2, day(DAY), "EUR", "USD", 't="e"><v></v>'))), ["rates!D2 ERROR #VALUE!"]
    yield "booleans", "booleans as 1, 0, true and false, one without a value, one that is none", book(
        row(1, "a", "b", "c", "d", "e", "f") + row(2, *[f't="b"><v>{v}</v>' for v in ["1", "0", "true", "FALSE", "", "2"]])), [
        "rates!A2 BOOLEAN TRUE", "rates!B2 BOOLEAN FALSE", "rates!C2 BOOLEAN TRUE", "rates!D2 BOOLEAN FALSE",
        "rates!E2 UNCACHED formula without a stored value", "rates!F2 TEXT 2"]

    # --- references
    yield "no-references", "rows and cells without a reference stand where they come", book(
        row(1, *RATES, references=False) + row(2, day(DAY), "EUR", "USD", 1.5, references=False)), [
        "rates!A2 DATE 2026-10-31", "rates!D2 NUMBER 1.5"]
    yield "no-row-numbers", "rows without a number have that of their cells", book(
        rates().replace('<row r="1">', "<row>").replace('<row r="2">', "<row>").replace("D2", "D5").replace(
            "C2", "C5").replace("B2", "B5").replace("A2", "A5")), ["rates!A5 DATE 2026-10-31"]
    yield "some-references", "a cell without a reference follows the one before it", book(
        rates(f'<row r="2"><c r="A2" s="1"><v>{DAY}</v></c><c t="inlineStr"><is><t>EUR</t></is></c>'
              '<c t="inlineStr"><is><t>USD</t></is></c><c><v>2</v></c><c r="H2"><v>8</v></c><c><v>9</v></c></row>')), [
        "rates!D2 NUMBER 2", "rates!H2 NUMBER 8", "rates!I2 NUMBER 9"]
    yield "small-letters", "references in small letters", book(
        rates(good(2).replace('r="A2"', 'r="a2"').replace('r="D2"', 'r="d2"'))), ["rates!D2 NUMBER 1.0837"]
    yield "rows-doubled", "three rows that claim the number 2", book(
        row(1, *RATES) + good(2) + good(2, "2") + good(2, "3")), None
    yield "rows-all-one", "all rows claim the number 1, the header too", book(
        (row(1, *RATES) + good(2) + good(3)).replace('<row r="2"', '<row r="1"').replace('<row r="3"', '<row r="1"')), None
    yield "rows-out-of-order", "rows in the order 1, 3, 2", book(row(1, *RATES) + good(3, "3") + good(2, "2")), None
    yield "cells-out-of-order", "cells of a row in the order D, A, C, B", book(
        rates('<row r="2"><c r="D2"><v>4</v></c>' + f'<c r="A2" s="1"><v>{DAY}</v></c>'
              '<c r="C2" t="inlineStr"><is><t>USD</t></is></c><c r="B2" t="inlineStr"><is><t>EUR</t></is></c></row>')), [
        "rates!B2 TEXT EUR", "rates!D2 NUMBER 4"]
    yield "cell-twice", "two cells that claim B2", book(
        rates(row(2, day(DAY), "EUR") .replace("</row>", '<c r="B2" t="inlineStr"><is><t>USD</t></is></c></row>'))), None
    yield "last-column", "a value in XFD, the last column", book(
        rates(good(2).replace("</row>", '<c r="XFD2"><v>1</v></c></row>'))), ["rates!XFD2 NUMBER 1"]
    yield "beyond-the-last-column", "a value in XFE", book(
        rates(good(2).replace("</row>", '<c r="XFE2"><v>1</v></c></row>'))), None
    yield "last-row", "a value in row 1,048,576", book(rates(good(1048576))), ["rates!A1048576 DATE 2026-10-31"]
    yield "row-zero", "a row with the number 0", book(rates('<row r="0"><c><v>1</v></c></row>')), None
    yield "row-number-is-text", "a row with the number x", book(rates('<row r="x"><c><v>1</v></c></row>')), None
    yield "row-number-is-huge", "a row with the number 99999999999", book(
        rates('<row r="99999999999"><c><v>1</v></c></row>')), None
    yield "dimension-lies", "a dimension that says A1", pack({
        **parts(), "xl/worksheets/sheet1.xml": sheet(rates(), before='<dimension ref="A1"/>')}), ["rates!D2 NUMBER 1.0837"]

    # --- texts
    yield "phonetic", "the reading of a Japanese name is not part of it", book(
        row(1, "account", "name", "country") + row(2, "A1", 't="s"><v>0</v>', "JP") + row(
            3, "A2", 't="inlineStr"><is><t>課長</t><rPh sb="0" eb="2"><t>カチョウ</t></rPh></is>', "JP"),
        sheets=["accounts"], strings='<si><t>東京都</t><rPh sb="0" eb="3"><t>トウキョウト</t></rPh><phoneticPr fontId="1"/></si>'), [
        "accounts!B2 TEXT 東京都", "accounts!B3 TEXT 課長"]
    yield "rich-text", "the runs of a text are joined", book(
        row(1, "account", "name") + row(2, "A1", 't="s"><v>0</v>') + row(
            3, "A2", 't="inlineStr"><is><r><t xml:space="preserve">Con </t></r><r><rPr><b/></rPr><t>toso</t></r></is>'),
        sheets=["accounts"],
        strings='<si><r><rPr><b/></rPr><t xml:space="preserve">Fab </t></r><r><t>rikam</t></r></si>'), [
        "accounts!B2 TEXT Fab rikam", "accounts!B3 TEXT Con toso"]
    yield "escapes", "_x000D_ and its kind are characters, _x005F_ is an underscore", book(
        row(1, "account", "name") + row(2, "A1", 't="s"><v>0</v>') + row(3, "A2", "a_x005F_x000D_b") + row(
            4, "A3", "a_x00e4_b") + row(5, "A4", "a_x00G1_b_x12") + row(6, "A5", 't="str"><v>a_x0009_b</v>'),
        sheets=["accounts"], strings="<si><t>a_x000D_\nb</t></si>"), [
        "accounts!B2 TEXT a\\r\\nb", "accounts!B3 TEXT a_x000D_b", "accounts!B4 TEXT aäb", "accounts!B5 TEXT a_x00G1_b_x12"]
    yield "empty-strings", "empty items of the table of shared texts are blank cells", book(
        row(1, "account", "name", "country") + row(2, "A1", 't="s"><v>0</v>', 't="s"><v>1</v>') + row(
            3, "A2", 't="s"><v>2</v>', 't="s"><v>3</v>'),
        sheets=["accounts"], strings="<si/><si><t/></si><si><t></t></si><si><t>  </t></si>"), []
    yield "strings-out-of-range", "a cell that refers to a text which is not there", book(
        rates(row(2, day(DAY), 't="s"><v>7</v>', "USD", 1)), strings="<si><t>EUR</t></si>"), None
    yield "strings-negative", "a cell that refers to the text -1", book(
        rates(row(2, day(DAY), 't="s"><v>-1</v>', "USD", 1)), strings="<si><t>EUR</t></si>"), None
    yield "strings-reference-blank", "a cell of the type s without a value is blank", book(
        rates(row(2, day(DAY), 't="s"><v></v>', "USD", 1), good(3)), strings="<si><t>EUR</t></si>"), []
    yield "strings-miscounted", "a table of shared texts that says it holds 1 and holds 2", pack({
        **parts(rates(row(2, day(DAY), 't="s"><v>0</v>', 't="s"><v>1</v>', 2))),
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}" count="1" uniqueCount="1"><si><t>EUR</t></si><si><t>USD</t></si></sst>'}), [
        "rates!C2 TEXT USD"]
    yield "spaces", "no-break, zero-width and other blanks around and within", book(
        rates(row(2, day(DAY), "\u00a0EUR\u00a0", " USD\u200b", 1), row(3, day(DAY), "\u00a0", "USD", 1),
              row(4, "\u200b", "\ufeff", "\u3000"))), []
    yield "beyond-the-plane", "characters outside the basic plane, as such and as references", book(
        row(1, "account", "name") + row(2, "A1", "😀 Grüße 𝔘") + row(
            3, "A2", 't="inlineStr"><is><t>&#x1F600;&#38;&lt;</t></is>'), sheets=["accounts"]), [
        "accounts!B2 TEXT 😀 Grüße 𝔘", "accounts!B3 TEXT 😀&<"]
    yield "line-ends-in-text", "line feeds, tabs and references to them in a text", book(
        row(1, "account", "name") + row(2, "A1", "a\nb\tc") + row(3, "A2", 't="inlineStr"><is><t>a&#13;&#10;b</t></is>'),
        sheets=["accounts"]), ["accounts!B2 TEXT a\\nb\\tc"]
    yield "control-character", "a raw control character, which XML forbids", book(
        rates(row(2, day(DAY), "E\u0001R", "USD", 1))), None
    yield "half-a-pair", "a reference to half a surrogate pair", book(
        rates(row(2, day(DAY), 't="inlineStr"><is><t>&#xD83D;</t></is>', "USD", 1))), None
    yield "longest-cell", "a cell of 32,767 characters", book(
        row(1, "account", "name") + row(2, "A1", "x" * 32767), sheets=["accounts"]), []
    yield "cell-too-long", "a cell of 32,768 characters", book(
        row(1, "account", "name") + row(2, "A1", "x" * 32768), sheets=["accounts"]), None
    yield "shared-text-too-long", "a shared text of 32,768 characters", book(
        row(1, "account", "name") + row(2, "A1", 't="s"><v>0</v>'), sheets=["accounts"],
        strings="<si><t>" + "x" * 32768 + "</t></si>"), None

    # --- numbers and ids
    numbers = ["0", "-0", "5", "5.0", "8.07879986E8", "2087.0249999999996", "0.1", "0.30000000000000004", "1E-7",
               "561.86140799999998", "1E+05", "123456789012345678", "1.7976931348623157E308", "4.9E-324", "-1.5",
               "9007199254740993", "1e400"]
    yield "numbers", "numbers as programs write them; 15 digits count", book(
        row(1, "stored", "value") + "".join(row(i + 2, text("'" + n), number(n)) for i, n in enumerate(numbers))), [
        "rates!B4 NUMBER 5", "rates!B5 NUMBER 5", "rates!B6 NUMBER 807879986", "rates!B7 NUMBER 2087.025",
        "rates!B9 NUMBER 0.3", "rates!B11 NUMBER 561.861408", "rates!B12 NUMBER 100000"]
    no_numbers = ["NaN", "INF", "1,5", "0x10", "12a", "--1", "1E", "1E999999999", "1 000", "１２", "9" * 1200]
    yield "no-numbers", "cells of the type n that hold no number are rejected, never 0", book(
        rates(*[row(i + 2, day(DAY), "EUR", "USD", number(n)) for i, n in enumerate(no_numbers)])), ["rates!D2 TEXT NaN"]
    yield "numbers-with-blanks", "blanks around a stored number", book(
        rates(good(2, " 1.5 "), good(3, "\n2\n"))), ["rates!D2 NUMBER 1.5", "rates!D3 NUMBER 2"]
    yield "numbers-as-text", "numbers typed as text, with signs and separators that people use", book(
        rates(*[row(i + 2, day(DAY + i), "EUR", "USD", text(v)) for i, v in enumerate(
            ["1.5", " 2 ", "1,5", "1,234.50", "1.234,50", "1'000", "€ 5", "5 %", "(5)", "5-", "1e3", "", "n/a", "'5"])])), []
    yield "cents-by-format", "2087.0249999999996 under the format 0.00 stays 2087.025", book(
        row(1, "value") + row(2, number("2087.0249999999996", 1)), style=styles("0.00")), ["rates!A2 NUMBER 2087.025"]
    ids = ["", "@", "0", "00000", "General", "0;-0;;@", ";;;", "#,##0", '"ID-"0', "0.00E+00"]
    yield "ids-by-format", "a number that is an id, under formats that show it otherwise", book(
        row(1, *[f"c{i}" for i in range(len(ids))]) + row(2, *[number("807879986", i + 1) for i in range(len(ids))])
        + row(3, *[number("5", i + 1) for i in range(len(ids))]), style=styles(*ids)), [
        f"rates!{column(i)}{r} NUMBER {v}" for i in range(len(ids)) for r, v in ((2, "807879986"), (3, "5"))]
    yield "ids-as-numbers", "ids in number cells and text cells are the same ids; leading zeros of texts survive", book(
        row(1, "agreement", "account", "program", "currency", "start", "end") + row(
            2, number("8078799860"), "A1", "EA", "EUR", day(DAY), day(DAY + 9)) + row(
            3, text("00807"), "A1", "EA", "EUR", day(DAY), day(DAY + 9)) + row(
            4, text("8078799860"), "A1", "EA", "EUR", day(DAY), day(DAY + 9)), sheets=["agreements"]), [
        "agreements!A2 NUMBER 8078799860", "agreements!A3 TEXT 00807"]
    yield "ids-too-long", "ids of 15 and of 16 digits in number cells: the second is no longer the id that it was", book(
        row(1, "agreement", "account", "program", "currency", "start", "end") + "".join(
            row(i + 2, number(n), "A1", "EA", "EUR", day(DAY), day(DAY + 9)) for i, n in enumerate(
                ["123456789012345", "1234567890123456", "1.2345678901234567E+17"])), sheets=["agreements"]), [
        "agreements!A2 NUMBER 123456789012345"]
    yield "style-out-of-range", "a cell style that is not in the table", book(
        rates(good(2), row(3, number(DAY, 99), "EUR", "CHF", '2'))), ["rates!A3 NUMBER 46326"]
    yield "style-negative", "a cell style of -1", book(rates(row(2, f's="-1"><v>{DAY}</v>', "EUR", "USD", 2))), []

    # --- the XML of a sheet
    plain = parts()["xl/worksheets/sheet1.xml"]
    one = "xl/worksheets/sheet1.xml"
    yield "xml-comments", "comments and processing instructions everywhere", with_part(
        one, plain.replace("<row", "<!-- a --><?b c?><row").replace("<v>", "<v><!-- 9 -->").replace("EUR", "E<!-- x -->UR")), [
        "rates!B2 TEXT EUR", "rates!D2 NUMBER 1.0837"]
    yield "xml-cdata", "values in CDATA sections", with_part(
        one, plain.replace("EUR", "<![CDATA[EUR]]>").replace("1.0837", "<![CDATA[1.08]]>37")), [
        "rates!B2 TEXT EUR", "rates!D2 NUMBER 1.0837"]
    yield "xml-prefixes", "every element with a prefix", pack({n: c if n.startswith(("_", "[")) or "rels" in n else prefixed(c)
                                                               for n, c in parts().items()}), ["rates!D2 NUMBER 1.0837"]
    yield "xml-utf-16-le", "a sheet in UTF-16, low byte first", with_part(
        one, b"\xff\xfe" + plain.replace("UTF-8", "UTF-16").encode("utf-16-le")), ["rates!D2 NUMBER 1.0837"]
    yield "xml-utf-16-be", "a sheet in UTF-16, high byte first", with_part(
        one, b"\xfe\xff" + plain.replace("UTF-8", "UTF-16").encode("utf-16-be")), ["rates!D2 NUMBER 1.0837"]
    yield "xml-mark", "a sheet with a byte order mark", with_part(one, b"\xef\xbb\xbf" + plain.encode()), ["rates!D2 NUMBER 1.0837"]
    yield "xml-latin-1", "a sheet in ISO-8859-1", with_part(
        one, plain.replace("UTF-8", "ISO-8859-1").replace("rate<", "räte<").encode("iso-8859-1")), []
    yield "xml-broken-utf-8", "a byte that is not UTF-8", with_part(one, plain.encode().replace(b"EUR", b"E\xffR")), None
    yield "xml-no-declaration", "no XML declaration, single quotes, blanks in tags", with_part(
        one, plain.split("?>", 1)[1].replace('"', "'").replace("<v>", "<v >").replace("</v>", "</v >").replace("'/>", "' />")), [
        "rates!D2 NUMBER 1.0837"]
    yield "xml-indented", "line ends and blanks between all elements", with_part(
        one, plain.replace("><", ">\r\n\t <")), ["rates!D2 NUMBER 1.0837"]
    yield "xml-unclosed", "the end tags are missing", with_part(one, plain.replace("</sheetData></worksheet>", "")), None
    yield "xml-wrong-end", "an end tag that fits no start tag", with_part(one, plain.replace("</v></c></row>", "</w></c></row>")), None
    yield "xml-after-the-end", "a second root element", with_part(one, plain + plain.split("?>", 1)[1]), ["rates!D2 NUMBER 1.0837"]
    yield "xml-entity", "an entity that nobody declared", with_part(one, plain.replace("EUR", "&eur;")), None
    yield "xml-no-data", "a sheet without sheetData", with_part(one, f'<worksheet xmlns="{MAIN}"/>'), None
    yield "xml-empty-data", "a sheet with an empty sheetData", with_part(one, f'<worksheet xmlns="{MAIN}"><sheetData/></worksheet>'), []
    yield "xml-extensions", "elements of later editions in cells, rows and after the data", with_part(
        one, plain.replace("<v>1.0837</v>", '<v>1.0837</v><extLst><ext uri="x"><v>9</v></ext></extLst>').replace(
            "</row>", '<x:note xmlns:x="urn:x"><c r="Z9"><v>1</v></c></x:note></row>')), ["rates!D2 NUMBER 1.0837"]
    yield "xml-deep", "20,000 open elements", with_part(one, plain.replace("</row>", "<x>" * 20000, 1)), None
    yield "xml-doctype", "a DOCTYPE with an entity of its own", with_part(
        one, plain.replace("<worksheet", '<!DOCTYPE worksheet [<!ENTITY e "EUR">]><worksheet', 1).replace("EUR", "&e;")), None
    yield "xml-laughs", "entities that grow a billion times", with_part(
        one, plain.replace("<worksheet", "<!DOCTYPE w [" + '<!ENTITY a0 "ha">' + "".join(
            f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10)) + "]><worksheet", 1).replace("EUR", "&a9;")), None
    outside = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
    for part, name in (("xl/sharedStrings.xml", "strings"), ("xl/workbook.xml", "workbook"), ("xl/styles.xml", "styles"),
                       ("xl/_rels/workbook.xml.rels", "relations"), ("[Content_Types].xml", "types")):
        content = parts(rates(row(2, day(DAY), 't="s"><v>0</v>', "USD", 1)), strings="<si><t>&e;</t></si>"
                        if name == "strings" else "<si><t>EUR</t></si>")
        body = content[part].split("?>", 1)[-1]
        yield f"xml-doctype-in-{name}", f"a DOCTYPE that points to a file, in the part of the {name}", pack(
            {**content, part: outside + body}), None
    yield "xml-doctype-elsewhere", "a DOCTYPE in a part that is never opened", with_part(
        "docProps/app.xml", outside + "<Properties>&e;</Properties>"), ["rates!D2 NUMBER 1.0837"]

    # --- parts
    strict = {n: c.replace(MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main").replace(
        OFFICE, "http://purl.oclc.org/ooxml/officeDocument/relationships") for n, c in parts(
        rates(row(2, 't="d"><v>2026-10-31</v>', "EUR", "USD", 1.5), good(3))).items()}
    yield "strict", "Strict OOXML: other namespaces, dates as text", pack(strict), [
        "rates!A2 DATE 2026-10-31", "rates!A3 DATE 2026-10-31"]
    yield "no-content-types", "the table of content types is missing", without("[Content_Types].xml"), []
    yield "no-package-relations", "the relations of the package are missing", without("_rels/.rels"), []
    yield "no-workbook", "the workbook part is missing", without("xl/workbook.xml"), None
    yield "no-workbook-relations", "the relations of the workbook are missing", without("xl/_rels/workbook.xml.rels"), None
    yield "no-sheet", "the sheet is listed but not in the file", without(one), None
    yield "no-styles", "the styles are missing, which tell dates from numbers", without("xl/styles.xml"), None
    yield "no-strings-needed", "the table of shared texts is missing, and no cell needs it", without("xl/sharedStrings.xml"), [
        "rates!D2 NUMBER 1.0837"]
    content = parts(rates(row(2, day(DAY), 't="s"><v>0</v>', "USD", 1)))
    del content["xl/sharedStrings.xml"]
    yield "no-strings", "the table of shared texts is missing, and a cell needs it", pack(content), None
    yield "second-sheet-missing", "two sheets are listed, one is there", pack(
        {n: c for n, c in parts(sheets=["rates", "accounts"]).items() if n != "xl/worksheets/sheet2.xml"}), None
    yield "sheet-without-relation", "a sheet whose relation is missing", changed("xl/workbook.xml", "rId1", "rId77"), None
    yield "no-sheets", "a workbook that lists no sheet", changed(
        "xl/workbook.xml", '<sheet name="rates" sheetId="1" r:id="rId1"/>', ""), None
    yield "type-word", "a workbook that calls itself a Word document", changed(
        "[Content_Types].xml", SHEET_TYPE + "sheet.main+xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"), None
    yield "type-xlsb", "a workbook that calls itself binary", changed(
        "[Content_Types].xml", SHEET_TYPE + "sheet.main+xml", "application/vnd.ms-excel.sheet.binary.macroEnabled.main"), None
    yield "type-template", "a workbook that calls itself a template", changed(
        "[Content_Types].xml", "sheet.main+xml", "template.main+xml"), ["rates!D2 NUMBER 1.0837"]
    yield "type-unknown", "content types that no program knows", changed(
        "[Content_Types].xml", SHEET_TYPE, "application/x-"), ["rates!D2 NUMBER 1.0837"]
    yield "type-by-ending-only", "content types by ending only", with_part(
        "[Content_Types].xml", f'<Types xmlns="{PACKAGE}content-types"><Default Extension="xml" ContentType="{SHEET_TYPE}sheet.main+xml"/></Types>'), [
        "rates!D2 NUMBER 1.0837"]
    yield "type-chart", "a sheet whose relation says chart sheet: it is left out, and nothing is left", changed(
        "xl/_rels/workbook.xml.rels", OFFICE + "/worksheet", OFFICE + "/chartsheet"), None
    yield "paths-absolute", "targets from the root of the package", changed(
        "xl/_rels/workbook.xml.rels", 'Target="worksheets/', 'Target="/xl/worksheets/'), ["rates!D2 NUMBER 1.0837"]
    yield "paths-up-and-down", "targets with .. and .", changed(
        "xl/_rels/workbook.xml.rels", 'Target="worksheets/', 'Target="../xl/./worksheets/'), ["rates!D2 NUMBER 1.0837"]
    yield "paths-backslash", "names of parts with backslashes", pack(
        {n.replace("/", "\\"): c for n, c in parts().items()}), ["rates!D2 NUMBER 1.0837"]
    yield "paths-out-of-the-file", "a target above the root of the package", changed(
        "xl/_rels/workbook.xml.rels", 'Target="worksheets/', 'Target="../../../../etc/'), None
    yield "paths-in-capitals", "names of parts in capitals", pack(
        {n.upper() if n.startswith("xl/work") else n: c for n, c in parts().items()}), ["rates!D2 NUMBER 1.0837"]
    linked = parts(rates(row(2, day(DAY), "EUR", "USD", "><f>[1]Sheet1!$A$1</f><v>1.5</v>")), after='<drawing r:id="rIdX"/>')
    linked["xl/_rels/workbook.xml.rels"] = linked["xl/_rels/workbook.xml.rels"].replace(
        "</Relationships>", f'<Relationship Id="rIdE" Type="{OFFICE}/externalLink" Target="externalLinks/externalLink1.xml"/></Relationships>')
    linked["xl/externalLinks/externalLink1.xml"] = f'<externalLink xmlns="{MAIN}"><externalBook xmlns:r="{OFFICE}" r:id="rId1"/></externalLink>'
    linked["xl/externalLinks/_rels/externalLink1.xml.rels"] = relations(
        ("rId1", "externalLinkPath", "http://127.0.0.1:9/other.xlsx", ' TargetMode="External"'))
    linked["xl/worksheets/_rels/sheet1.xml.rels"] = relations(
        ("rIdX", "image", "http://127.0.0.1:9/pixel.png", ' TargetMode="External"'))
    yield "external-links", "links to another workbook and a picture on a server: the stored values are read, nothing is fetched", pack(
        linked), ["rates!D2 NUMBER 1.5"]
    yield "external-sheet", "a sheet whose relation points to a server", changed(
        "xl/_rels/workbook.xml.rels", 'Target="worksheets/sheet1.xml"',
        'Target="http://127.0.0.1:9/sheet1.xml" TargetMode="External"'), None

    # --- sheets
    yield "hidden-sheets", "hidden and very hidden sheets are read, and said", pack(parts(sheets=[
        "rates", '<sheet name="accounts" sheetId="2" state="hidden" r:id="rId2"/>',
        '<sheet name="notes" sheetId="3" state="veryHidden" r:id="rId3"/>'])), ["rates!D2 NUMBER 1.0837"]
    yield "hidden-rows", "hidden rows are read, and marked", book(
        rates(good(2), good(3).replace("<row ", '<row hidden="1" '))), []
    yield "many-sheets", "300 sheets", pack(parts(sheets=["rates"] + [f"Sheet {i}" for i in range(2, 301)])), []
    yield "odd-sheet-names", "names with quotes, markup, 40 characters, right-to-left marks, and a name twice", book(
        sheets=["rates", "O'Brien & <Sons>".replace("<", "&lt;").replace("&lt;", "["), "x" * 40, "\u202egnp.exe", "rates"]), []
    yield "sheet-name-blank", "a sheet without a name", changed("xl/workbook.xml", 'name="rates"', 'name=""'), []
    special = parts()
    special["xl/workbook.xml"] = special["xl/workbook.xml"].replace(
        "</sheets>", '<sheet name="Chart" sheetId="8" r:id="rId8"/><sheet name="Macro" sheetId="9" r:id="rId9"/>'
        '<sheet name="Dialog" sheetId="7" r:id="rId7"/></sheets>')
    special["xl/_rels/workbook.xml.rels"] = special["xl/_rels/workbook.xml.rels"].replace(
        "</Relationships>", f'<Relationship Id="rId8" Type="{OFFICE}/chartsheet" Target="chartsheets/sheet1.xml"/>'
        '<Relationship Id="rId9" Type="http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet" Target="macrosheets/sheet1.xml"/>'
        f'<Relationship Id="rId7" Type="{OFFICE}/dialogsheet" Target="dialogsheets/sheet1.xml"/></Relationships>')
    yield "chart-macro-and-dialog-sheets", "sheets without cells are left out, and said", pack(special), ["rates!D2 NUMBER 1.0837"]

    # --- the zip
    good_parts = parts()
    yield "zip-stored", "parts that are not compressed", pack(good_parts, zipfile.ZIP_STORED), ["rates!D2 NUMBER 1.0837"]
    yield "zip-part-twice", "two parts of one name that say different things", pack(
        [*good_parts.items(), (one, sheet(rates(good(2, "9"))))]), None
    yield "zip-part-twice-by-case", "two parts whose names differ by their case only", pack(
        {**good_parts, "xl/worksheets/SHEET1.XML": sheet(rates(good(2, "9")))}), None
    yield "zip-bzip2", "parts compressed in a way that no workbook uses", pack(good_parts, zipfile.ZIP_BZIP2), None
    yield "zip-lzma", "parts compressed with LZMA", pack(good_parts, zipfile.ZIP_LZMA), None
    zipped = pack(good_parts)
    for method, name in (9, "deflate64"), (93, "zstandard"), (77, "unknown-method"):
        yield f"zip-{name}", f"parts that say they are packed by method {method}", in_every_header(zipped, 8, method), None
    yield "zip-junk-before", "bytes before the first part, as in a self-extracting file", b"MZ" + b"\0" * 98 + zipped, None
    yield "zip-junk-after", "bytes after the end of the zip", zipped + b"\0" * 100, ["rates!D2 NUMBER 1.0837"]
    yield "zip-locked-part", "parts that are encrypted by the zip itself", locked(zipped), None
    yield "zip-wrong-checksum", "a part whose checksum is wrong", wrong_checksum(zipped, one), None
    yield "zip-wrong-size", "a part that is longer than it says", wrong_size(zipped, one), None
    yield "zip-streamed", "sizes after the data, as streaming programs write them", streamed(good_parts), ["rates!D2 NUMBER 1.0837"]
    commented = io.BytesIO(zipped)
    with zipfile.ZipFile(commented, "a") as archive:
        archive.comment = b"PK\x05\x06 a comment that looks like an end" + b" " * 40
    yield "zip-comment", "a comment at the end of the zip that looks like another end", commented.getvalue(), []
    yield "zip-of-nothing", "an empty zip", pack({}), None
    yield "zip-of-files", "an archive of csv files", pack({"rates.csv": "date,from,to,rate\n", "b/accounts.csv": "account,name\n"}), None
    yield "zip-head-only", "the first 60 bytes", zipped[:60], None
    yield "zip-without-end", "all but the last 22 bytes", zipped[:-22], None
    yield "zip-cut-in-half", "the first half", zipped[:len(zipped) // 2], None
    yield "zip-middle-missing", "100 bytes are missing in the middle", zipped[:500] + zipped[600:], None
    yield "zip-zeros-at-the-end", "the right length, but the last third is zeros, as after a broken copy", (
        zipped[:len(zipped) * 2 // 3] + b"\0" * (len(zipped) - len(zipped) * 2 // 3)), None
    deflated = zipped.find(b"xl/worksheets/sheet1.xml") + 60
    for i, at in enumerate([30, 200, deflated, deflated + 40, len(zipped) - 30]):
        broken = bytearray(zipped)
        broken[at] ^= 0x10
        # The first two hit what nobody reads: a local header, a part beside the table.
        yield f"fuzz-byte-{i + 1}", f"byte {at} changed", bytes(broken), [] if i < 2 else None


def prefixed(xml):
    import re
    return re.sub(r"<(/?)([a-zA-Z])", r"<\1x:\2", xml).replace("xmlns=", "xmlns:x=")


def locked(zipped):
    """Sets the flag of encryption in every header."""
    return in_every_header(zipped, 6, 1)


def in_every_header(zipped, offset, value):
    """Sets a byte of each part, beside its data and two bytes later in the directory."""
    data = bytearray(zipped)
    for mark, further in ((b"PK\x03\x04", 0), (b"PK\x01\x02", 2)):
        at = data.find(mark)
        while at >= 0:
            data[at + offset + further] = value
            at = data.find(mark, at + 4)
    return bytes(data)


def central(data, name):
    """The place of the entry of a part in the directory."""
    at = data.find(b"PK\x01\x02")
    while data[at + 46:at + 46 + len(name)] != name.encode():
        at = data.find(b"PK\x01\x02", at + 4)
    return at


def wrong_checksum(zipped, name):
    data = bytearray(zipped)
    data[central(data, name) + 16] ^= 0xFF
    return bytes(data)


def wrong_size(zipped, name):
    data = bytearray(zipped)
    at = central(data, name) + 24
    data[at:at + 4] = struct.pack("<I", struct.unpack("<I", data[at:at + 4])[0] - 7)
    return bytes(data)


def streamed(content):
    class Pipe(io.RawIOBase):
        def __init__(self):
            self.data = b""

        def writable(self):
            return True

        def write(self, chunk):
            self.data += bytes(chunk)
            return len(chunk)

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in content.items():
            info = zipfile.ZipInfo(name, TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
    return pipe.data
