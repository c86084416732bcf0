package io.tallybook.analysis.support;

import io.tallybook.ledger.Dossier;
import io.tallybook.ledger.RejectedRow;
import java.util.ArrayList;
import java.util.List;

/** The rejected rows of a dossier, in the words in which the figures name them. They change no state. */
final class Rejections {
    private static final int NAMED = 3;

    private final List<RejectedRow> rows;

    private Rejections(List<RejectedRow> rows) {
        this.rows = rows;
    }

    static Rejections of(Dossier dossier) {
        return new Rejections(dossier.rejected());
    }

    /**
     * Returns one sentence on the rejected rows of a table that could belong to an agreement, or nothing.
     *
     * <p>For example, "1 row of purchases was rejected (purchases.csv row 7, duplicate-key) and is not counted."
     */
    List<String> of(String record, String agreement) {
        if (rows.isEmpty()) {
            return List.of();
        }
        String owner = "agreements:" + agreement;
        List<RejectedRow> mine = new ArrayList<>();
        for (RejectedRow row : rows) {
            boolean ofAnother =
                    row.owner().startsWith("agreements:") && !row.owner().equals(owner);
            if (row.record().equals(record) && !ofAnother) {
                mine.add(row);
            }
        }
        return mine.isEmpty() ? List.of() : List.of(sentence(record, mine));
    }

    private static String sentence(String record, List<RejectedRow> mine) {
        StringBuilder named = new StringBuilder();
        for (int i = 0; i < Math.min(NAMED, mine.size()); i++) {
            RejectedRow row = mine.get(i);
            named.append(i == 0 ? "" : "; ")
                    .append(row.origin().file())
                    .append(" row ")
                    .append(row.origin().row())
                    .append(", ")
                    .append(row.code());
        }
        long count = mine.stream().mapToLong(RejectedRow::count).sum();
        String more = count > NAMED ? "; and " + (count - NAMED) + " more" : "";
        return count == 1
                ? "1 row of " + record + " was rejected (" + named + ") and is not counted."
                : count + " rows of " + record + " were rejected (" + named + more + ") and are not counted.";
    }
}
