package io.tallybook.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.BitSet;
import java.util.Optional;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.CellRecord;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.RKRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RecordFactoryInputStream;
import org.apache.poi.hssf.record.RowRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.FormulaError;
import org.jspecify.annotations.Nullable;

/** Streams the cell records of an xls sheet. */
final class XlsTable implements TableReader {
    private final POIFSFileSystem container;
    private final RecordFactoryInputStream records;
    private final XlsGlobals globals;
    private final String label;
    private final int fromRow;
    private final BlockBuilder cells;
    private final BitSet hiddenRows = new BitSet();

    /** The row in progress, 0 before the first. */
    private int row;

    /** The highest row so far. */
    private int last;

    /** The column of a formula whose text follows in a record of its own, or -1. */
    private int textFormula = -1;

    /** A record of a row that did not fit into the last block. */
    private @Nullable Record kept;

    private int depth;
    private boolean ended;

    XlsTable(POIFSFileSystem container, InputStream in, XlsGlobals globals, XlsGlobals.Sheet sheet, ReadOptions options)
            throws IOException {
        this.container = container;
        this.globals = globals;
        this.label = UnreadableFileException.sheet(sheet.name());
        this.fromRow = options.fromRow();
        this.cells = new BlockBuilder(options, globals.dates());
        if (globals.encrypted()) {
            // The key comes from the globals, so the stream has to be read from its beginning.
            this.records = new RecordFactoryInputStream(in, false);
            skipTo(globals.sheets().indexOf(sheet));
        } else {
            in.skipNBytes(sheet.position());
            this.records = new RecordFactoryInputStream(in, false);
        }
    }

    private void skipTo(int sheet) throws IOException {
        int worksheets = -1;
        int level = 0;
        while (worksheets < sheet) {
            Record at = records.nextRecord();
            if (at == null) {
                throw new IOException("no such sheet");
            }
            if (at instanceof BOFRecord bof) {
                worksheets += level == 0 && bof.getType() == BOFRecord.TYPE_WORKSHEET ? 1 : 0;
                level++;
            } else if (at instanceof EOFRecord) {
                level--;
            }
        }
        depth = 1;
    }

    @Override
    public Optional<RowBlock> next() throws UnreadableFileException {
        try {
            while (!ended && !cells.isFull()) {
                Record at = kept == null ? records.nextRecord() : kept;
                kept = null;
                if (at == null) {
                    throw new UnreadableFileException(
                            Unreadable.TRUNCATED, label + " ends too early; copy or download the file again");
                }
                record(at);
            }
        } catch (IOException | RuntimeException e) {
            throw XlsFile.translate(e, label + (row > 0 ? " near row " + row : ""));
        }
        return cells.isEmpty() ? Optional.empty() : Optional.of(cells.build());
    }

    private void record(Record at) throws IOException {
        if (at instanceof BOFRecord) {
            depth++;
        } else if (at instanceof EOFRecord) {
            depth--;
            if (depth == 0) {
                endRow();
                ended = true;
            }
        } else if (depth > 1) {
            // A chart within the sheet keeps copies of its numbers.
            return;
        } else if (at instanceof RowRecord properties) {
            hiddenRows.set(properties.getRowNumber() + 1, properties.getZeroHeight());
        } else if (at instanceof CellRecord cell) {
            if (toRow(cell.getRow() + 1, at) && row >= fromRow) {
                cell(cell);
            }
        } else if (at instanceof LabelRecord old) {
            if (toRow(old.getRow() + 1, at) && row >= fromRow) {
                text(old.getColumn(), old.getValue());
            }
        } else if (at instanceof StringRecord result && textFormula >= 0) {
            text(textFormula, result.getString());
            textFormula = -1;
        }
    }

    /** Goes to the row of a cell, or keeps the cell for the next block if the row before it filled this one. */
    private boolean toRow(int next, Record at) throws IOException {
        if (next != row) {
            endRow();
            if (cells.isFull()) {
                row = 0;
                kept = at;
                return false;
            }
            if (next < last) {
                // Reading goes on by row number, behind a header or after a crash: this row would be left out.
                throw new RefusedIoException(
                        Unreadable.DAMAGED,
                        label + ": row " + next + " stands after row " + last + "; save the file again in Excel");
            }
            row = next;
            last = next;
            cells.beginRow(hiddenRows.get(next));
        }
        return true;
    }

    private void endRow() throws IOException {
        int doubled = row == 0 ? -1 : cells.endRow(row);
        if (doubled >= 0) {
            throw new RefusedIoException(
                    Unreadable.DAMAGED,
                    label + ": two cells claim " + CellAddress.of(row, doubled) + "; save the file again in Excel");
        }
    }

    private void cell(CellRecord cell) throws IOException {
        int col = cell.getColumn();
        textFormula = -1;
        if (cell instanceof NumberRecord number) {
            cells.number(col, number.getValue(), globals.style(cell.getXFIndex()));
        } else if (cell instanceof RKRecord number) {
            cells.number(col, number.getRKNumber(), globals.style(cell.getXFIndex()));
        } else if (cell instanceof LabelSSTRecord text) {
            if (text.getSSTIndex() < 0
                    || text.getSSTIndex() >= globals.strings().size()) {
                throw new IOException("no such shared string");
            }
            cells.shared(col, globals.strings(), text.getSSTIndex());
        } else if (cell instanceof BoolErrRecord value) {
            if (value.isBoolean()) {
                cells.bool(col, value.getBooleanValue());
            } else {
                error(col, value.getErrorValue());
            }
        } else if (cell instanceof FormulaRecord formula) {
            formula(col, formula);
        }
    }

    private void formula(int col, FormulaRecord formula) {
        if (formula.hasCachedResultString()) {
            textFormula = col;
            return;
        }
        switch (formula.getCachedResultTypeEnum()) {
            case NUMERIC -> {
                // A program that cannot compute writes 0 and asks Excel to compute on load; that 0 is no value.
                if (formula.isCalcOnLoad() && formula.getValue() == 0) {
                    cells.uncached(col);
                } else {
                    cells.number(col, formula.getValue(), globals.style(formula.getXFIndex()));
                }
            }
            case BOOLEAN -> cells.bool(col, formula.getCachedBooleanValue());
            case ERROR -> error(col, formula.getCachedErrorValue());
            default -> {
                // an empty text
            }
        }
    }

    private void error(int col, int code) {
        int mark = cells.mark();
        cells.append(FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#VALUE!");
        cells.error(col, mark);
    }

    private void text(int col, String text) {
        int mark = cells.mark();
        cells.append(text);
        cells.plainText(col, mark);
    }

    @Override
    public void close() {
        XlsFile.close(container);
    }
}
