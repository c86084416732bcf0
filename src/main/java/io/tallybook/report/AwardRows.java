package io.tallybook.report;

import io.tallybook.report.template.Amount;
import io.tallybook.report.template.CellLink;
import io.tallybook.result.Figure;
import io.tallybook.result.FigureState;
import io.tallybook.result.WorkingStep;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The awards of incidents as a table that a workbook can compute again: one row for each spend that is divided by an
 * increment, and a sum for each currency. Spend and increment are those of the figure's working. A row whose working does
 * not come to its figure is left out: a formula beside it would show another number.
 */
final class AwardRows {
    private static final String MEASURE = "incidents.awarded";
    private static final String INCIDENTS = "incidents";

    /** The spend of one period, and what it earns. */
    private record Part(String what, BigDecimal spend, BigDecimal incidents) {}

    private final Labels labels;
    private final List<Map<String, Object>> rows = new ArrayList<>();
    private final Map<String, BigDecimal> spendByCurrency = new TreeMap<>();
    private final Map<String, BigDecimal> awardsByCurrency = new TreeMap<>();

    AwardRows(Labels labels, List<Figure> figures) {
        this.labels = labels;
        for (int i = 0; i < figures.size(); i++) {
            if (figures.get(i).measure().equals(MEASURE)) {
                add(figures.get(i), i);
            }
        }
    }

    private void add(Figure figure, int index) {
        Optional<WorkingStep> increment = increment(figure);
        if (increment.isEmpty() || figure.state() == FigureState.UNKNOWN) {
            return;
        }
        List<Part> parts = parts(figure, increment.get());
        BigDecimal sum = parts.stream().map(Part::incidents).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal divisor = new BigDecimal(increment.get().value());
        boolean agrees = !parts.isEmpty()
                && sum.compareTo(new BigDecimal(figure.value())) == 0
                && divisor.signum() > 0
                && parts.stream().allMatch(part -> award(part.spend(), divisor).compareTo(part.incidents()) == 0);
        if (agrees) {
            parts.forEach(
                    part -> add(figure, index, part, divisor, increment.get().unit()));
        }
    }

    /** The spend that earns one incident, as the working of an award names it. */
    static Optional<WorkingStep> increment(Figure figure) {
        return figure.working().stream().filter(AwardRows::isMoney).findFirst();
    }

    /** The working names the increment first, then each spend with what it earns. */
    private static List<Part> parts(Figure figure, WorkingStep increment) {
        List<Part> parts = new ArrayList<>();
        Optional<WorkingStep> spend = Optional.empty();
        for (WorkingStep step : figure.working()) {
            if (isMoney(step) && step.unit().equals(increment.unit())) {
                spend = step.equals(increment) ? spend : Optional.of(step);
            } else if (step.unit().equals(INCIDENTS) && spend.isPresent() && isNumber(step)) {
                parts.add(new Part(
                        spend.get().what(), new BigDecimal(spend.get().value()), new BigDecimal(step.value())));
                spend = Optional.empty();
            }
        }
        return parts;
    }

    private static boolean isMoney(WorkingStep step) {
        return Shown.isCurrency(step.unit()) && isNumber(step);
    }

    private static boolean isNumber(WorkingStep step) {
        return Shown.isNumber(step.value());
    }

    private static BigDecimal award(BigDecimal spend, BigDecimal increment) {
        return spend.divide(increment, 0, RoundingMode.FLOOR).max(BigDecimal.ZERO);
    }

    private void add(Figure figure, int index, Part part, BigDecimal increment, String currency) {
        // What is left over counts towards the next incident; below zero nothing does.
        BigDecimal rest = part.spend().max(BigDecimal.ZERO).remainder(increment);
        Map<String, Object> row = new HashMap<>();
        row.put("subjectTitle", labels.subject(figure.subject()));
        row.put("group", new CellLink(labels.dimension(figure.dimension()), "figures", index));
        row.put("what", part.what());
        row.put("currency", currency);
        row.put(
                "spend",
                Shown.of(part.spend().toPlainString(), currency, labels).cell());
        row.put(
                "increment",
                Shown.of(increment.toPlainString(), currency, labels).cell());
        row.put("awarded", new Amount(part.incidents(), 0, ""));
        row.put("progress", rest.divide(increment, 15, RoundingMode.HALF_UP).stripTrailingZeros());
        row.put("state", labels.word("state." + figure.state(), figure.state().name()));
        row.put("reason", figure.reason());
        rows.add(row);
        spendByCurrency.merge(currency, part.spend(), BigDecimal::add);
        awardsByCurrency.merge(currency, part.incidents(), BigDecimal::add);
    }

    List<Map<String, Object>> rows() {
        return rows;
    }

    /** Sums for each currency; two currencies are never added. */
    List<Map<String, Object>> totals() {
        List<Map<String, Object>> totals = new ArrayList<>();
        spendByCurrency.forEach((currency, spend) -> totals.add(Map.of(
                "currency",
                currency,
                "spend",
                Shown.of(spend.toPlainString(), currency, labels).cell(),
                "awarded",
                new Amount(awardsByCurrency.getOrDefault(currency, BigDecimal.ZERO), 0, ""))));
        return totals;
    }
}
