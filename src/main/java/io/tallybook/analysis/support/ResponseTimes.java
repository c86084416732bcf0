package io.tallybook.analysis.support;

import io.tallybook.analysis.Bounded;
import io.tallybook.ledger.SupportCase;
import io.tallybook.ledger.SupportCase.Severity;
import io.tallybook.result.FindingStatus;
import io.tallybook.result.WorkingStep;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How long the vendor and the customer took to answer, against the estimated targets (SA-SLA-02, -04 to -07).
 *
 * <p>Severity A counts minutes on the clock, B minutes within business hours, C whole business days.
 */
final class ResponseTimes {
    /** A row of the table of service levels; minutes for severities A and B, business days for C. */
    private record Level(long firstResponse, Optional<Long> customer) {}

    private final Optional<BusinessCalendar> calendar;
    private final Map<Severity, Level> levels = new HashMap<>();
    private final String missing;

    ResponseTimes(Rulebook rules) {
        calendar = rules.settings().calendar();
        TermTable table = rules.table("service-levels");
        missing = table.missing();
        table.rows().forEach(row -> {
            String customer = Rulebook.cell(row, "customer");
            levels.put(
                    Severity.valueOf(Rulebook.cell(row, "severity")),
                    new Level(
                            Long.parseLong(Rulebook.cell(row, "first_response")),
                            customer.isEmpty() ? Optional.empty() : Optional.of(Long.parseLong(customer))));
        });
    }

    /** Returns whole minutes, a started one counting; zero for a time that is not above zero. */
    static long startedMinutes(Duration time) {
        if (time.isNegative() || time.isZero()) {
            return 0;
        }
        long whole = time.toMinutes();
        return Duration.ofMinutes(whole).equals(time) ? whole : whole + 1;
    }

    /** Returns by how many minutes the first response missed its target; the steps say how it was counted. */
    Bounded late(SupportCase row, Instant response, List<WorkingStep> steps) {
        Severity severity = row.severity();
        if (severity == null) {
            return Bounded.unknown("The severity is not known; it settles the target.");
        }
        Level level = levels.get(severity);
        if (level == null) {
            return Bounded.unknown(missing);
        }
        return switch (severity) {
            case A -> {
                steps.add(new WorkingStep("target, elapsed", Long.toString(level.firstResponse()), "minutes"));
                yield minutesAbove(Duration.between(row.opened(), response), level.firstResponse());
            }
            case B -> {
                String clock =
                        calendar.isPresent() ? "target, business time" : "target, elapsed (business-hours not set)";
                steps.add(new WorkingStep(clock, Long.toString(level.firstResponse()), "minutes"));
                Duration time = calendar.map(hours -> hours.between(row.opened(), response))
                        .orElseGet(() -> Duration.between(row.opened(), response));
                yield minutesAbove(time, level.firstResponse());
            }
            case C ->
                calendar.map(hours -> {
                            Instant due = hours.plusBusinessDays(row.opened(), Math.toIntExact(level.firstResponse()));
                            steps.add(WorkingStep.of(
                                    "due",
                                    due.atZone(hours.zone()).toLocalDateTime().toString()));
                            return Bounded.known(startedMinutes(Duration.between(due, response)));
                        })
                        .orElseGet(() -> Bounded.unknown(
                                "The target is one business day; the setting business-hours settles it."));
        };
    }

    private static Bounded minutesAbove(Duration time, long target) {
        return Bounded.known(startedMinutes(time.minus(Duration.ofMinutes(target))));
    }

    /** The verdict on an answer of the customer, in words. */
    record Answer(FindingStatus status, String reason) {}

    /**
     * Judges an answer of the customer; empty while the time still runs or where no time is set.
     *
     * @param answered  when it came; empty if it has not
     * @param asOf  the as-of date, whose end is looked at when there is no answer
     */
    Optional<Answer> ofCustomer(Severity severity, Instant asked, Optional<Instant> answered, LocalDate asOf) {
        if (calendar.isEmpty()) {
            return Optional.of(new Answer(
                    FindingStatus.UNDETERMINED,
                    "The time is counted in business hours; the setting business-hours settles it."));
        }
        BusinessCalendar hours = calendar.get();
        Optional<Long> limit = Optional.ofNullable(levels.get(severity)).flatMap(Level::customer);
        if (limit.isEmpty()) {
            return Optional.of(new Answer(FindingStatus.UNDETERMINED, missing));
        }
        Instant until = answered.orElseGet(
                () -> asOf.plusDays(1).atStartOfDay(hours.zone()).toInstant());
        boolean late;
        String counted;
        if (severity == Severity.B) {
            Duration time = hours.between(asked, until);
            late = time.compareTo(Duration.ofMinutes(limit.get())) > 0;
            counted = startedMinutes(time) + " business minutes of " + limit.get();
        } else {
            Instant due = hours.plusBusinessDays(asked, Math.toIntExact(limit.get()));
            late = until.isAfter(due);
            counted = "due " + due.atZone(hours.zone()).toLocalDateTime();
        }
        if (answered.isPresent()) {
            return Optional.of(new Answer(
                    late ? FindingStatus.FAIL : FindingStatus.PASS,
                    "The customer answered " + (late ? "late" : "in time") + ": " + counted + "."));
        }
        return late
                ? Optional.of(new Answer(FindingStatus.FAIL, "The customer has not answered: " + counted + "."))
                : Optional.empty();
    }

    /** Says how many cases of each severity missed their target, of those where it is known. */
    static final class Missed {
        private final Map<String, Map<Severity, List<Boolean>>> byAgreement = new HashMap<>();

        void count(String agreement, Severity severity, boolean missed) {
            byAgreement
                    .computeIfAbsent(agreement, key -> new HashMap<>())
                    .computeIfAbsent(severity, key -> new ArrayList<>())
                    .add(missed);
        }

        void write(UnitResults to) {
            Map<Severity, List<Boolean>> counts =
                    byAgreement.getOrDefault(to.unit().id(), Map.of());
            for (Severity severity : Severity.values()) {
                List<Boolean> cases = counts.getOrDefault(severity, List.of());
                if (!cases.isEmpty()) {
                    long missed = cases.stream().filter(late -> late).count();
                    to.add(
                            to.figureWithoutLines("response.targets-missed")
                                    .dimension(severity.name())
                                    .clauses(clause(severity))
                                    .assume("Targets are estimates: a missed one is no breach of the terms.")
                                    .assume(to.rejections()
                                            .of("support_cases", to.unit().id()))
                                    .work("cases with a known response", Integer.toString(cases.size()), "cases")
                                    .sources(CaseResults.rowsOf(to.unit(), severity)),
                            Bounded.known(BigDecimal.valueOf(missed)),
                            "cases");
                }
            }
        }
    }

    /** The clause that sets the target of a severity. */
    static String clause(Severity severity) {
        return switch (severity) {
            case A -> "SA-SLA-02";
            case B -> "SA-SLA-04";
            case C -> "SA-SLA-06";
        };
    }
}
