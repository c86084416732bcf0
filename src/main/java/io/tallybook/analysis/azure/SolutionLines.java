package io.tallybook.analysis.azure;

import io.tallybook.ledger.Entry;
import io.tallybook.ledger.SolutionCharge;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What the solutions of an account cost and what was charged for them in one period (ACS-05, ACS-19).
 *
 * <p>Of a purchase the monthly parts that fall into the period count. Operator, funding and consumer play no part, nor does
 * the account that a line is charged to: all charges of what serves a solution are its own.
 */
final class SolutionLines {
    /** A part with the month in which it counts, and the account that it is charged to where that is another; else empty. */
    record Line(YearMonth month, ChargePart part, String chargedTo) {
        /** What the amount is, for the working. */
        String what() {
            return part.kind() + (chargedTo.isEmpty() ? "" : ", charged to " + chargedTo);
        }

        String endCustomer() {
            return part.charge().line().endCustomer();
        }
    }

    private final Window period;
    private final Map<String, List<Line>> lines = new HashMap<>();
    private final Map<String, List<Line>> leftOut = new HashMap<>();
    private final Map<String, List<Charge>> models = new HashMap<>();
    private final Map<String, List<Entry<SolutionCharge>>> charged = new HashMap<>();

    private SolutionLines(Window period) {
        this.period = period;
    }

    static SolutionLines of(Facts facts, Window period) {
        SolutionLines filed = new SolutionLines(period);
        filed.take("", facts.charges().all(), facts.chargeMonths());
        // What amortized lines and second sources say holds for the account charged.
        Charges.ofOthers(facts.dossier(), facts.asOf())
                .forEach((account, charges) -> filed.take(account, charges, ChargeMonths.of(charges)));
        for (Entry<SolutionCharge> entry : facts.dossier().all(SolutionCharge.class)) {
            SolutionCharge row = entry.record();
            if (period.contains(row.date()) && !row.date().isAfter(facts.asOf())) {
                file(filed.charged, row.solution(), entry);
            }
        }
        return filed;
    }

    private void take(String chargedTo, List<Charge> charges, ChargeMonths months) {
        for (YearMonth month : period.months()) {
            for (ChargePart part : months.parts(month)) {
                file(part.counts() ? lines : leftOut, part.charge().solution(), new Line(month, part, chargedTo));
            }
        }
        for (Charge charge : charges) {
            if (charge.isModelLine() && period.contains(charge.line().date())) {
                file(models, charge.solution(), charge);
            }
        }
    }

    private static <T> void file(Map<String, List<T>> files, String solution, T item) {
        if (!solution.isEmpty()) {
            files.computeIfAbsent(solution, id -> new ArrayList<>()).add(item);
        }
    }

    Window period() {
        return period;
    }

    /** Returns the lines of a solution that count. */
    List<Line> of(String solution) {
        return lines.getOrDefault(solution, List.of());
    }

    List<Line> of(String solution, Predicate<Line> wanted) {
        return of(solution).stream().filter(wanted).toList();
    }

    /** Returns the parts of a solution that do not count. */
    List<ChargePart> leftOut(String solution) {
        return leftOut.getOrDefault(solution, List.of()).stream()
                .map(Line::part)
                .toList();
    }

    /** Returns the charges of the period for models, of any publisher. */
    List<Charge> models(String solution) {
        return models.getOrDefault(solution, List.of());
    }

    /** Returns what was charged for a solution. */
    List<Entry<SolutionCharge>> charged(String solution) {
        return charged.getOrDefault(solution, List.of());
    }

    List<Entry<SolutionCharge>> charged(String solution, Predicate<SolutionCharge> wanted) {
        return charged(solution).stream()
                .filter(entry -> wanted.test(entry.record()))
                .toList();
    }

    /** Returns the months with a line or a charge. */
    SortedSet<YearMonth> months(String solution) {
        SortedSet<YearMonth> months = new TreeSet<>();
        of(solution).forEach(line -> months.add(line.month()));
        charged(solution)
                .forEach(entry -> months.add(YearMonth.from(entry.record().date())));
        return months;
    }

    /** Returns the end customers with lines of their own. */
    SortedSet<String> endCustomers(String solution) {
        SortedSet<String> customers = new TreeSet<>();
        for (Line line : of(solution)) {
            if (!line.endCustomer().isEmpty()) {
                customers.add(line.endCustomer());
            }
        }
        return customers;
    }
}
