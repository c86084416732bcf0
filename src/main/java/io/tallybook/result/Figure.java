package io.tallybook.result;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A number that was computed, with everything needed to defend it.
 *
 * @param measure  what was measured, e.g. {@code incidents.awarded}
 * @param account  id of the account, or empty
 * @param subject  what it is about, e.g. {@code agreement:E1}
 * @param dimension  which part, e.g. {@code SERVER_CAL}; empty where the measure has none
 * @param state  how far the value is known
 * @param value  plain decimal without exponent, or an ISO date; empty when the state has no value
 * @param unit  ISO currency, {@code incidents}, {@code date}, ...
 * @param clauses  the clauses that decide it
 * @param edition  the edition of the terms it was computed under
 * @param assumptions  readings taken and limits accepted
 * @param working  how it was computed, step by step
 * @param sources  the rows it rests on
 * @param reason  for a state other than KNOWN: what is missing, and what would resolve it
 */
public record Figure(
        String measure,
        String account,
        String subject,
        String dimension,
        FigureState state,
        String value,
        String unit,
        List<String> clauses,
        String edition,
        List<String> assumptions,
        List<WorkingStep> working,
        List<SourceRows> sources,
        String reason)
        implements Result {

    public Figure {
        boolean hasValue = state != FigureState.UNKNOWN && state != FigureState.UNLIMITED;
        if (hasValue == value.isEmpty()) {
            throw new IllegalArgumentException(
                    measure + " of " + subject + ": state " + state + " with value '" + value + "'");
        }
        clauses = List.copyOf(clauses);
        assumptions = List.copyOf(assumptions);
        working = List.copyOf(working);
        sources = List.copyOf(sources);
    }

    /** Starts a figure. */
    public static Builder of(String measure, String account, String subject) {
        return new Builder(measure, account, subject);
    }

    @Override
    public String name() {
        return measure;
    }

    @Override
    public boolean isFinding() {
        return false;
    }

    /** Puts a figure together. Exactly one of the methods that set a state has to be called. */
    public static final class Builder {
        private final String measure;
        private final String account;
        private final String subject;
        private String dimension = "";
        private FigureState state = FigureState.UNKNOWN;
        private String value = "";
        private String unit = "";
        private List<String> clauses = List.of();
        private String edition = "";
        private final List<String> assumptions = new ArrayList<>();
        private final List<WorkingStep> working = new ArrayList<>();
        private List<SourceRows> sources = List.of();
        private String reason = "";

        private Builder(String measure, String account, String subject) {
            this.measure = measure;
            this.account = account;
            this.subject = subject;
        }

        public Builder dimension(String dimension) {
            this.dimension = dimension;
            return this;
        }

        public Builder unit(String unit) {
            this.unit = unit;
            return this;
        }

        public Builder known(String value) {
            return state(FigureState.KNOWN, value, "");
        }

        public Builder known(BigDecimal value) {
            return known(value.toPlainString());
        }

        public Builder known(long value) {
            return known(Long.toString(value));
        }

        public Builder unknown(String reason) {
            return state(FigureState.UNKNOWN, "", reason);
        }

        public Builder unlimited() {
            return state(FigureState.UNLIMITED, "", "");
        }

        /** Sets state, value and reason at once; the value is dropped where the state has none. */
        public Builder state(FigureState state, String value, String reason) {
            boolean hasValue = state != FigureState.UNKNOWN && state != FigureState.UNLIMITED;
            this.state = state;
            this.value = hasValue ? value : "";
            this.reason = reason;
            return this;
        }

        public Builder clauses(String... clauses) {
            this.clauses = List.of(clauses);
            return this;
        }

        public Builder clauses(List<String> clauses) {
            this.clauses = clauses;
            return this;
        }

        public Builder edition(String edition) {
            this.edition = edition;
            return this;
        }

        public Builder assume(String assumption) {
            assumptions.add(assumption);
            return this;
        }

        public Builder assume(List<String> more) {
            assumptions.addAll(more);
            return this;
        }

        public Builder work(String what, String value, String unit) {
            working.add(new WorkingStep(what, value, unit));
            return this;
        }

        public Builder work(String what, String value) {
            return work(what, value, "");
        }

        public Builder work(List<WorkingStep> steps) {
            working.addAll(steps);
            return this;
        }

        public Builder sources(List<SourceRows> sources) {
            this.sources = sources;
            return this;
        }

        public Figure build() {
            return new Figure(
                    measure,
                    account,
                    subject,
                    dimension,
                    state,
                    value,
                    unit,
                    clauses,
                    edition,
                    assumptions,
                    working,
                    sources,
                    reason);
        }
    }
}
