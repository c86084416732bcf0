package io.tallybook.report;

import io.tallybook.report.template.CellLink;
import io.tallybook.result.Figure;
import io.tallybook.result.FigureState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The ledger of benefits of an account: granted, used, left, what it is worth where a price is known, and the day on which it
 * lapses. Program benefits and credits stand beside the incidents that the account holds from Software Assurance, so that an
 * account manager sees every benefit and its last day in one place. Every value is that of a figure.
 */
final class BenefitRows {
    private static final String CREDIT = "offer.azure-credit";

    private record Key(String measure, String subject, String dimension) {}

    /** Figures that state the last day of rights come with the day itself, as ISO text, which sorts as it is. */
    private final String asOf;

    private final Labels labels;
    private final FigureRows rows;
    private final Map<Key, Integer> index = new LinkedHashMap<>();
    private final List<Map<String, Object>> ledger = new ArrayList<>();

    private BenefitRows(FigureRows rows, String asOf, Labels labels) {
        this.rows = rows;
        this.asOf = asOf;
        this.labels = labels;
        for (int i = 0; i < rows.figures().size(); i++) {
            Figure figure = rows.figures().get(i);
            index.put(new Key(figure.measure(), figure.subject(), figure.dimension()), i);
        }
    }

    /**
     * Makes one row for each benefit, credit and agreement with incidents, in this order; empty if there is none.
     *
     * @param rows  the figures of the account
     * @param asOf  the as-of date
     */
    static List<Map<String, Object>> of(FigureRows rows, String asOf, Labels labels) {
        BenefitRows made = new BenefitRows(rows, asOf, labels);
        made.add("benefit.granted", (figure, i) -> made.benefit(figure, i));
        made.add(CREDIT, (figure, i) -> made.credit(figure, i));
        made.add("incidents.balance", (figure, i) -> made.incidents(figure, i));
        return made.ledger;
    }

    private interface Row {
        void add(Figure figure, int index);
    }

    private void add(String measure, Row row) {
        for (int i = 0; i < rows.figures().size(); i++) {
            if (rows.figures().get(i).measure().equals(measure)) {
                row.add(rows.figures().get(i), i);
            }
        }
    }

    private Optional<Figure> find(String measure, String subject, String dimension) {
        Integer found = index.get(new Key(measure, subject, dimension));
        return found == null ? Optional.empty() : Optional.of(rows.figures().get(found));
    }

    private void benefit(Figure granted, int i) {
        put(
                granted,
                i,
                granted.dimension(),
                Optional.of(granted),
                find("benefit.used", granted.subject(), granted.dimension()),
                find("benefit.remaining", granted.subject(), granted.dimension()),
                Optional.empty(),
                nextEnd(granted.dimension()));
    }

    /** The first of the days, not before the as-of date, on which rights under an offer that grants a benefit end. */
    private Optional<Figure> nextEnd(String benefit) {
        Stream<Figure> ends = rows.figures().stream()
                .filter(figure -> figure.measure().equals("offer.granted")
                        && figure.dimension().equals(benefit))
                .flatMap(figure -> find("offer.rights-until", figure.subject(), "").stream())
                .filter(figure -> figure.value().compareTo(asOf) >= 0);
        return ends.reduce((one, other) -> one.value().compareTo(other.value()) <= 0 ? one : other);
    }

    private void credit(Figure credit, int i) {
        Optional<Figure> none = Optional.empty();
        put(
                credit,
                i,
                FigureRows.title(credit, labels),
                none,
                none,
                none,
                Optional.of(credit),
                find("offer.rights-until", credit.subject(), ""));
    }

    private void incidents(Figure balance, int i) {
        put(
                balance,
                i,
                labels.phrase("benefit_incidents"),
                find("incidents.awarded", balance.subject(), "TOTAL"),
                find("incidents.used", balance.subject(), ""),
                Optional.of(balance),
                Optional.empty(),
                find("incidents.expiry", balance.subject(), ""));
    }

    private void put(
            Figure figure,
            int i,
            String name,
            Optional<Figure> granted,
            Optional<Figure> used,
            Optional<Figure> left,
            Optional<Figure> value,
            Optional<Figure> lapses) {
        Map<String, Object> row = new HashMap<>();
        row.put("subjectTitle", labels.subject(figure.subject()));
        row.put("benefit", new CellLink(name, "figures", i));
        row.put("benefitText", name);
        row.put("anchor", rows.rows().get(i).getOrDefault("anchor", ""));
        show(row, "granted", granted.orElse(null));
        show(row, "used", used.orElse(null));
        show(row, "left", left.orElse(null));
        show(row, "value", value.orElse(null));
        show(row, "lapses", lapses.orElse(null));
        row.put("unit", value.isPresent() ? figure.unit() : labels.unit(figure.unit()));
        row.put("reason", figure.state() == FigureState.KNOWN ? "" : figure.reason());
        ledger.add(row);
    }

    private void show(Map<String, Object> row, String column, @Nullable Figure figure) {
        if (figure == null) {
            row.put(column, "");
            row.put(column + "Text", "");
        } else {
            Shown shown = Shown.of(figure.state(), figure.value(), figure.unit(), labels);
            row.put(column, shown.cell());
            row.put(column + "Text", shown.text());
        }
    }
}
