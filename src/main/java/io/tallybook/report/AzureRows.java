package io.tallybook.report;

import io.tallybook.report.template.CellLink;
import io.tallybook.result.Figure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Azure usage of an account by month, beside the usage that the terms ask for. */
final class AzureRows {
    private AzureRows() {}

    /**
     * Makes one row a month.
     *
     * @param threshold  what the terms ask for each month, or empty if none is in force
     */
    static List<Map<String, Object>> of(Labels labels, List<Figure> figures, Optional<BigDecimal> threshold) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < figures.size(); i++) {
            Figure figure = figures.get(i);
            if (figure.measure().equals("azure-usage.month")) {
                Map<String, Object> row = new HashMap<>();
                row.put("month", new CellLink(figure.dimension(), "figures", i));
                row.put(
                        "usage",
                        Shown.of(figure.state(), figure.value(), figure.unit(), labels)
                                .cell());
                row.put("currency", figure.unit());
                row.put(
                        "state",
                        labels.word("state." + figure.state(), figure.state().name()));
                row.put(
                        "threshold",
                        threshold
                                .map(value -> Shown.of(value.toPlainString(), "USD", labels)
                                        .cell())
                                .orElse(""));
                row.put("reason", figure.reason());
                rows.add(row);
            }
        }
        return rows;
    }
}
