package io.tallybook.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.corpus.Corpus.Entry;
import io.tallybook.corpus.CorpusCells.Cell;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The traps on which other readers give a wrong value without a word: each file gives what its maker put there and what
 * Apache POI's object model reads, unless that is known to fall into the trap, or is refused.
 */
class TrapsTest {
    private static final int AT_LEAST = 60;

    /** The files of the corpus that set each trap, as patterns of their names. */
    private static final Map<String, String> TRAPS = Map.ofEntries(
            Map.entry(
                    "formula without a stored value",
                    "formula-.*|(xls|ods)/formulas.*|openpyxl(-titles)?\\.xlsx|poi-formulas.*|(xls/|poi-)kinds.*"),
            Map.entry("error cell, or a number that is none", "error-cell.*|no-numbers.*|booleans.*|numbers-as-text.*"),
            Map.entry("days counted from 1904, and other dates", "dates-.*|openpyxl-1904.*|strict.*|ods/types.*"),
            Map.entry(
                    "cells and rows without references",
                    "no-references.*|some-references.*|no-row-numbers.*|small-letters.*|cells-out-of-order.*"
                            + "|last-(row|column).*|dimension-lies.*"),
            Map.entry("rows that come again", "rows-.*|row-(zero|number).*|cell-twice.*|ods/repeated.*"),
            Map.entry("readings beside a name", "phonetic.*|rich-text.*|ods/comments.*"),
            Map.entry("escapes in a text", "escapes.*|line-ends-in-text.*|beyond-the-plane.*|xml-cdata.*"),
            Map.entry(
                    "ids and cents under odd formats",
                    "ids-.*|xls/(ids|formats)\\..*|cents-.*|numbers\\.xlsx|openpyxl-kinds.*"),
            Map.entry("empty items of the shared texts", "empty-strings.*|strings-.*|no-strings.*"),
            Map.entry("a sheet that is listed and not there", "second-sheet-.*|external-sheet.*|sheet-not-listed.*"),
            Map.entry("Excel's default password", "password-default.*"));

    private static List<Entry> of(String names) {
        return Corpus.entries().stream()
                .filter(entry -> entry.name().matches("(xlsx|xls|ods)/.*"))
                .filter(entry -> entry.name().matches("(.*/)?(" + names + ")"))
                .toList();
    }

    @Test
    void noFileGivesAWrongValue() throws Exception {
        Map<String, Entry> files = new TreeMap<>();
        TRAPS.forEach((trap, names) -> {
            assertThat(of(names)).as(trap).isNotEmpty();
            of(names).forEach(entry -> files.put(entry.name(), entry));
        });
        int refused = 0;
        int values = 0;
        List<String> wrong = new ArrayList<>();
        for (Entry entry : files.values()) {
            if (entry.refused()) {
                refused++;
            } else {
                List<Cell> cells = CorpusCells.of(entry.path());
                values += cells.size();
                wrong.addAll(wrong(entry, cells));
            }
        }
        System.out.printf(
                "figure: traps: %d files, %d of them refused, %d values, %d wrong%n",
                files.size(), refused, values, wrong.size());
        assertThat(wrong).isEmpty();
        assertThat(files).hasSizeGreaterThanOrEqualTo(AT_LEAST);
    }

    private static List<String> wrong(Entry entry, List<Cell> cells) throws IOException {
        List<String> wrong = new ArrayList<>();
        List<String> ours = cells.stream().map(Cell::toString).toList();
        entry.must().stream()
                .filter(must -> !ours.contains(must))
                .forEach(must -> wrong.add(entry.name() + " lacks " + must));
        if (entry.poi().isEmpty() && !entry.name().startsWith("ods/")) {
            List<String> theirs =
                    PoiCells.of(entry.path()).stream().map(Cell::toString).toList();
            ours.stream()
                    .filter(cell -> !theirs.contains(cell))
                    .forEach(cell -> wrong.add(entry.name() + " has " + cell));
        }
        return wrong;
    }
}
