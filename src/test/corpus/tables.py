"""csv files in the encodings, separators and line ends that programs write."""
import csv
import gzip
import io

HEADER = ["date", "from", "to", "rate", "source"]
ROWS = [["2026-10-31", "EUR", "USD", "1.0837", "ECB"], ["2026-10-30", "EUR", "CHF", "0.93", "Größe – ECB"],
        ["2026-10-29", "GBP", "USD", "1.31", 'he said "1,31"; so be it']]
ALL = ["{0}!A2 TEXT 2026-10-31", "{0}!D3 TEXT 0.93", "{0}!E3 TEXT Größe – ECB", '{0}!E4 TEXT he said "1,31"; so be it']


def text(separator=",", end="\r\n", rows=ROWS, quoting=csv.QUOTE_MINIMAL, header=HEADER):
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator, lineterminator=end, quoting=quoting)
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue()


def line(*cells):
    return ",".join(cells) + "\n"


def files():
    """Yields name, about, bytes, what must be among the cells."""
    def told(name):
        return [m.format(name) for m in ALL]

    def one(name, about, data, must):
        # The record type is told by the name of the file up to its first hyphen.
        return "rates_" + name, about, data if isinstance(data, bytes) else data.encode(), must

    def all_of(name, about, data, ending=".csv"):
        return one(name + ending, about, data, told("rates_" + name))

    plain = text()
    yield all_of("plain", "UTF-8, comma, CR LF", plain)
    yield all_of("mark", "UTF-8 with a byte order mark", b"\xef\xbb\xbf" + plain.encode())
    yield all_of("utf-16-le", "UTF-16, low byte first, with a mark", b"\xff\xfe" + plain.encode("utf-16-le"))
    yield all_of("utf-16-be", "UTF-16, high byte first, with a mark", b"\xfe\xff" + plain.encode("utf-16-be"))
    yield one("utf-16-le-bare.csv", "UTF-16, low byte first, without a mark", plain.encode("utf-16-le"), [
        "rates_utf-16-le-bare!D3 TEXT 0.93"])
    yield one("utf-16-be-bare.csv", "UTF-16, high byte first, without a mark", plain.encode("utf-16-be"), [
        "rates_utf-16-be-bare!D3 TEXT 0.93"])
    yield one("utf-16-cut.csv", "UTF-16 that ends in half a character", (b"\xff\xfe" + plain.encode("utf-16-le"))[:-1], None)
    yield all_of("windows-1252", "Windows-1252", plain.encode("cp1252"))
    yield one("mixed-encodings.csv", "UTF-8, with a line in Windows-1252", plain.encode() + "2026-10-28,EUR,SEK,11,Größe\r\n".encode("cp1252"), [
        "rates_mixed-encodings!E5 TEXT Größe", "rates_mixed-encodings!E3 TEXT Größe – ECB"])
    yield one("no-encoding.csv", "a byte that is neither UTF-8 nor Windows-1252", plain.encode("cp1252").replace(b"ECB\r\n2026-10-30", b"E\x81B\r\n2026-10-30"), None)
    yield one("utf-32.csv", "UTF-32", b"\xff\xfe\0\0" + plain.encode("utf-32-le"), None)
    yield one("utf-7.csv", "UTF-7 is plain ASCII to us: odd text, and nothing lost", plain.encode("utf-7"), [])
    for name, separator in (("semicolon", ";"), ("tab", "\t"), ("bar", "|")):
        yield all_of("separator-" + name, f"separated by {name}", text(separator))
    yield all_of("separator-tab-in-tsv", "separated by TAB, named tsv", text("\t"), ".tsv")
    yield all_of("sep-line", "a first line sep=;", "sep=;\r\n" + text(";"))
    yield all_of("sep-line-comma", "a first line sep=, behind a mark", b"\xef\xbb\xbf" + ("SEP=,\n" + text()).encode())
    yield all_of("sep-line-odd", "a first line sep=^", "sep=^\n" + text("^"))
    for name, separator in (("line-end", "\r"), ("quote", '"'), ("hash", "#")):
        # The first was found by the fuzzer.
        yield one(f"sep-line-{name}.csv", f"a first line sep= with a {name}, which separates nothing", f"sep={separator}\n" + text(), [])
    yield one("sep-line-alone.csv", "nothing but sep=;", "sep=;\n", [])
    yield all_of("line-feed", "lines end in LF", text(end="\n"))
    yield all_of("carriage-return", "lines end in CR alone", text(end="\r"))
    yield all_of("no-last-line-end", "no line end after the last row", text().rstrip("\r\n"))
    yield all_of("mixed-line-ends", "LF, CR and CR LF in one file", text().replace("ECB\r\n2026-10-29", "ECB\r2026-10-29").replace("rate,source\r\n", "rate,source\n"))
    yield all_of("quoted-all", "every field in quotes", text(quoting=csv.QUOTE_ALL))
    yield all_of("quoted-texts", "texts in quotes, numbers not", text(quoting=csv.QUOTE_NONNUMERIC))
    yield one("line-ends-in-quotes.csv", "line ends within quotes belong to the field; a record counts once", text(
        rows=[["2026-10-31", "EUR", "USD", "1.0837", "two\r\nlines\n and more"], ROWS[1]]), [
            "rates_line-ends-in-quotes!E2 TEXT two\\r\\nlines\\n and more", "rates_line-ends-in-quotes!D3 TEXT 0.93"])
    yield one("quote-unclosed.csv", "a quote that is never closed", text() + '2026-10-28,EUR,SEK,11,"ECB\r\n' + "2026-10-27,EUR,SEK,12,ECB\r\n" * 40, None)
    yield one("quote-in-field.csv", "a quote within a field without quotes", text() + '2026-10-28,EUR,SEK,11,5" disk\r\n', [
        'rates_quote-in-field!E5 TEXT 5" disk'])
    yield one("text-after-quote.csv", "characters after a closing quote", text() + '2026-10-28,EUR,SEK,11,"EC"B\r\n', None)
    yield one("quotes-only.csv", "a field of quotes", text(rows=[["2026-10-31", "EUR", "USD", "1", '""']]), ['rates_quotes-only!E2 TEXT ""'])
    yield one("backslashes.csv", "backslashes are no escapes", text(rows=[["2026-10-31", "EUR", "USD", "1", 'C:\\new\\"x"']]), [])
    yield one("ragged.csv", "rows with too few and too many fields", plain + "2026-10-28,EUR\r\n2026-10-27,EUR,SEK,11,ECB,more,and more\r\n,,,,\r\n\r\n", [
        "rates_ragged!G6 TEXT and more"])
    yield one("shifted.csv", "an unquoted comma shifts a row: rejected, not read as another rate", plain + "2026-10-28,Euro, EUR,SEK,11\r\n", [])
    yield one("blank-lines.csv", "blank lines above, between and below", "\r\n\r\n" + plain.replace("ECB\r\n", "ECB\r\n\r\n", 1) + "\r\n \r\n", [
        "rates_blank-lines!D4 TEXT 1.0837"])
    yield one("titles.csv", "titles above the header and a note below", "Rates of the bank\r\nas of;2026\r\n\r\n" + plain + "\r\nprinted 2026\r\n", [])
    yield one("header-only.csv", "a header without rows", text(rows=[]), ["rates_header-only!A1 TEXT date"])
    yield one("header-twice.csv", "the header again between the rows, as merged files have it", plain + text(), [])
    yield one("column-twice.csv", "a column that stands there twice", "date,from,to,rate,rate\r\n2026-10-31,EUR,USD,1.5,2.5\r\n", [])
    yield one("unknown-columns.csv", "columns that no table knows, one without a name", "date,from,to,rate,,colour\r\n2026-10-31,EUR,USD,1.5,x,red\r\n", [])
    yield one("headers-odd.csv", "headers in capitals, with blanks, a no-break space and a mark within", "DATE , From,\u00a0TO,\ufeffRate\r\n2026-10-31,EUR,USD,1.5\r\n", [])
    yield one("decimal-comma.csv", "decimal commas, separated by semicolons", text(";", rows=[[*ROWS[0][:3], "1,0837", ""], [*ROWS[1][:3], "0,93", ""]]), [
        "rates_decimal-comma!D2 TEXT 1,0837"])
    yield one("numbers-odd.csv", "numbers as people type them: what is none is rejected", text(rows=[
        [f"2026-09-{i + 1:02}", "EUR", "USD", n, ""] for i, n in enumerate([
            "1.5", "+1.5", "-1.5", "0", "1e3", "1E-7", ".5", "5.", "1,234.50", "1.234,50", "1 000", "€5", "5%", "(5)", "5-", "0x1F",
            "NaN", "Infinity", "1e999", "1e999999999", "9" * 40, "0." + "3" * 60, "", "n/a", "-", "１２", "1.5 ", "'1.5", "TRUE"])]), [])
    yield one("dates-odd.csv", "dates as people type them: what is none is rejected", text(rows=[
        [d, "EUR", "USD", "1", ""] for d in [
            "2026-10-31", "2026-1-5", "31.10.2026", "10/31/2026", "31/10/2026", "2026/10/31", "20261031", "31-Oct-2026", "2026-02-29",
            "2026-13-01", "0000-00-00", "9999-12-31", "46326", "2026-10-31T10:00:00Z", "2026-10-31 10:00", "Oct 31, 2026", "1900-01-01"]]), [])
    yield ("agreements_ids.csv", "ids with leading zeros, E notation, blanks and 30 digits stay as they are",
           "agreement,account,program,currency,start,end\r\n" + "".join(
               f"{i},A1,EA,EUR,2026-01-01,2026-12-31\r\n" for i in ["00807", "8.07E8", " 807 ", "1" * 30, "=1+1", "-5", "５", "80 7"]), [
               "agreements_ids!A2 TEXT 00807", "agreements_ids!A3 TEXT 8.07E8", "agreements_ids!A5 TEXT " + "1" * 30])
    yield ("accounts_texts.csv", "formulas, markup and control characters in texts stay texts",
           "account,name\r\n" + "".join(f'A{i},"{t}"\r\n' for i, t in enumerate([
               "=cmd|' /C calc'!A0", "@SUM(1)", "+1", "-1", "<script>alert(1)</script>", "${7*7}", "<#assign x=1>", "a\tb", "a\x07b",
               "\u202egnp.exe", "../../etc/passwd", "\u200b", "%0d%0a", "\ufdfa" * 20])), ["accounts_texts!B6 TEXT <script>alert(1)</script>"])
    yield (
        "purchases_totals.csv", "a totals row that agrees",
        "agreement,line,order_date,product,pool,offering,quantity,amount,currency\r\n"
        "E1,1,2025-02-01,SQL Server Standard,SERVER,SA,10,61200.00,USD\r\nE1,2,2025-02-01,SQL Server Standard,SERVER,SA,4,20000.01,USD\r\n"
        "Total,,,,,,14,81200.01,\r\n", [])
    yield ("purchases_totals-off.csv", "a totals row that is a cent off",
           "agreement,line,order_date,product,pool,offering,quantity,amount,currency\r\n"
           "E1,1,2025-02-01,SQL Server Standard,SERVER,SA,10,61200.00,USD\r\nE1,2,2025-02-01,SQL Server Standard,SERVER,SA,4,20000.01,USD\r\n"
           "Total,,,,,,14,81200.02,\r\n", [])
    yield ("purchases_amounts.csv", "amounts that are blank, text or an error name: rejected, never zero",
           "agreement,line,order_date,product,pool,offering,quantity,amount,currency\r\n" + "".join(
               f"E1,{i},2025-02-01,SQL Server Standard,SERVER,SA,10,{a},USD\r\n"
               for i, a in enumerate(["1.00", "", "free", "#N/A", "#DIV/0!", "1.00 USD", "1.005", "-1.00", "NULL"])), [])
    yield one("empty.csv", "no bytes", b"", None)
    yield one("blank.csv", "nothing but blanks and line ends", " \r\n\t\r\n", None)
    yield one("mark-only.csv", "nothing but a byte order mark", b"\xef\xbb\xbf", None)
    yield one("one-column.csv", "a list of names", "names\r\nAnn\r\nBob\r\n", [])
    yield one("nul.csv", "a NUL in the third row", plain.replace("Größe", "Gr\0ße"), None)
    yield one("nul-late.csv", "a NUL far behind the beginning", plain + "2026-10-28,EUR,SEK,11,ECB\r\n" * 4000 + "a\0b\r\n", None)
    yield one("field-too-long.csv", "a field of 40,000 characters", plain + "2026-10-28,EUR,SEK,11," + "x" * 40000 + "\r\n", None)
    yield one("field-much-too-long.csv", "a field of 200,000 characters in quotes", plain + '2026-10-28,EUR,SEK,11,"' + "x" * 200000 + '"\r\n', None)
    yield one("columns-many.csv", "a row of 20,000 fields", plain + "," * 20000 + "x\r\n", None)
    yield one("delimited-by-blanks.csv", "columns lined up with blanks", "date       from to  rate\r\n2026-10-31 EUR  USD 1.5\r\n", [])

    packed = gzip.compress(plain.encode(), mtime=0)
    yield all_of("gzip", "gzip", packed, ".csv.gz")
    split = plain.encode().index(b"2026-10-30") + 5
    yield all_of("gzip-members", "gzip of two members, parted within a row", gzip.compress(
        plain.encode()[:split], mtime=0) + gzip.compress(plain.encode()[split:], mtime=0), ".csv.gz")
    yield all_of("gzip-unnamed", "gzip, named csv", packed)
    yield one("gzip-cut.csv.gz", "gzip cut off", packed[:-12], None)
    yield one("gzip-second-member-cut.csv.gz", "the second member is cut off", packed + packed[:40], None)
    yield one("gzip-second-member-damaged.csv.gz", "a byte of the second member is changed", packed + packed[:60] + b"\xff\xff" + packed[62:], None)
    yield one("gzip-wrong-checksum.csv.gz", "the checksum is wrong", packed[:-8] + b"\0\0\0\0" + packed[-4:], None)
    yield one("gzip-junk-after.csv.gz", "bytes after the end of the gzip", packed + b"junk", None)
    yield one("gzip-of-gzip.csv.gz", "gzip of gzip", gzip.compress(packed, mtime=0), None)
    yield one("gzip-of-nothing.csv.gz", "gzip of nothing", gzip.compress(b"", mtime=0), None)
    yield one("gzip-head-only.csv.gz", "the first 10 bytes of a gzip", packed[:10], None)

    # --- what is no table
    html = "<html><body><table><tr><td>date</td></tr></table></body></html>"
    yield "other/page.xls", "an HTML page named xls", html.encode(), None
    yield "other/page-with-mark.xls", "an HTML page with a mark and a comment before it", b"\xef\xbb\xbf<!-- x -->\n" + html.encode(), None
    yield "other/table.csv", "a table tag named csv", b"\n <TABLE><tr><td>1</td></tr></TABLE>", None
    yield "other/xhtml.xls", "XHTML named xls", b'<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"/>', None
    yield "other/excel-2003.xls", "Excel 2003 XML named xls", (
        b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'), None
    yield "other/data.xml.csv", "XML named csv", b'<?xml version="1.0"?><rates><rate/></rates>', None
    yield "other/document.rtf.csv", "rich text", b"{\\rtf1 hello}", None
    yield "other/document.pdf.csv", "a PDF document", b"%PDF-1.7\n1 0 obj\n", None
    yield "other/picture.csv", "a picture", b"\x89PNG\r\n\x1a\n" + b"\0" * 20, None
    yield "other/photo.xlsx", "a photo named xlsx", b"\xff\xd8\xff\xe0" + b"\0" * 20, None
    yield "other/parquet.csv", "a Parquet file", b"PAR1" + b"\x15\x04" * 20, None
    yield "other/archive.csv", "a 7z archive", b"7z\xbc\xaf\x27\x1c" + b"\0" * 20, None
    yield "other/zeros.xlsx", "5,000 zeros, as after a crash of the file system", b"\0" * 5000, None
    yield "other/noise.xlsx", "random bytes", bytes((i * 7919 + i // 3 * 104729) % 251 for i in range(3000)), None
    yield "other/text.xlsx", "a text named xlsx: one column, so it is no known table", b"this is no workbook\n", []
    yield "other/rates.xlsx", "a csv named xlsx is read, and said", plain.encode(), ["rates.xlsx!D2 TEXT 1.0837"]
    yield "other/json.csv", "JSON", b'{"date": "2026-10-31", "rate": 1.5}\n', []
