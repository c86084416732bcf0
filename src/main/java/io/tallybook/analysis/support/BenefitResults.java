package io.tallybook.analysis.support;

import io.tallybook.ledger.Pool;
import io.tallybook.ledger.YesNo;
import io.tallybook.result.FindingStatus;
import io.tallybook.terms.ProductKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Benefits by pool, their end, and 24x7 support as a whole (SA-BEN-01, -07, -11 to -26, SA-PRS-01). */
final class BenefitResults {
    /** Pools as the benefits know them: CALs belong to the Server pool. */
    private static final List<Pool> POOLS = List.of(Pool.APPLICATIONS, Pool.SYSTEMS, Pool.SERVER);

    private static final ProductKey EMBEDDED = ProductKey.of("Windows Embedded");
    private static final ProductKey DYNAMICS = ProductKey.of("Dynamics");

    /** The verdict on the lines of a pool, or on lines that are looked at as if they were one. */
    private record Verdict(FindingStatus status, Optional<LocalDate> date, String reason) {
        static final Verdict NONE = new Verdict(FindingStatus.FAIL, Optional.empty(), "There is no SA line.");

        /** PASS is better than AT_RISK, that than UNDETERMINED, that than FAIL; of two alike the later end is better. */
        Verdict better(Verdict other) {
            if (status != other.status) {
                return status.compareTo(other.status) > 0 ? this : other;
            }
            boolean later = other.date.isPresent()
                    && date.isPresent()
                    && other.date.get().isAfter(date.get());
            return later ? other : this;
        }
    }

    /** What the SA lines of one product say: few products are in many lines, and a benefit is opened by products. */
    private static final class Held {
        private final ProductInPool product;
        private final boolean active;
        private final List<PurchaseLine> lines = new ArrayList<>();
        private boolean open;
        private LocalDate latest = LocalDate.MIN;

        private Held(ProductInPool product, boolean active) {
            this.product = product;
            this.active = active;
        }

        private void add(PurchaseLine line) {
            lines.add(line);
            if (!line.isCorrection()) {
                LocalDate end = line.coverageEnd();
                open |= line.hasOpenCoverage();
                latest = end != null && end.isAfter(latest) ? end : latest;
            }
        }

        /** CALs belong to the Server pool. */
        private boolean isIn(Pool pool) {
            return product.pool() == pool || (product.pool() == Pool.CAL && pool == Pool.SERVER);
        }
    }

    private final UnitResults to;
    private final SaActivity active;
    private final Map<ProductInPool, Held> products = new LinkedHashMap<>();
    private final Map<Pool, Verdict> pools = new EnumMap<>(Pool.class);

    private BenefitResults(UnitResults to) {
        this.to = to;
        active = to.active();
        for (PurchaseLine line : to.unit().saLines()) {
            products.computeIfAbsent(line.product(), product -> new Held(product, active.isActive(product)))
                    .add(line);
        }
    }

    static void write(UnitResults to) {
        BenefitResults results = new BenefitResults(to);
        results.writePools();
        results.writeSupport();
        if (!results.products.isEmpty()) {
            results.writeMatrix();
        }
    }

    private List<Held> having(Predicate<Held> wanted) {
        return products.values().stream().filter(wanted).toList();
    }

    private void writePools() {
        boolean poolOpen =
                having(held -> held.product.pool() == null).stream().anyMatch(held -> held.open || held.active);
        for (Pool pool : POOLS) {
            List<Held> ofPool = having(held -> held.isIn(pool));
            verdict(ofPool, poolOpen).ifPresent(verdict -> {
                pools.put(pool, verdict);
                to.find(
                        "SA-BEN-01",
                        to.unit().subject() + "/pool:" + pool,
                        verdict.status(),
                        verdict.date(),
                        verdict.reason(),
                        "CALs belong to the Server pool; one license with active SA is enough.");
            });
            List<PurchaseLine> lines = new ArrayList<>();
            ofPool.forEach(held -> lines.addAll(held.lines));
            CoverageEnd end = CoverageEnd.of(lines);
            if (end.held()) {
                BalanceResults.addEnd(
                        to, to.figure("benefits.end").dimension(pool.name()).clauses("SA-BEN-07"), end);
            }
        }
    }

    /**
     * Returns the verdict of SA-BEN-01 on products, or empty if there is nothing to judge.
     *
     * @param elsewhereOpen  may a line whose pool is not known belong to them
     */
    private Optional<Verdict> verdict(Collection<Held> among, boolean elsewhereOpen) {
        LocalDate warnUntil = to.asOf().plusDays(to.rules().settings().warningDays());
        if (among.stream().anyMatch(held -> held.active)) {
            Optional<LocalDate> latest = among.stream()
                    .map(held -> held.latest)
                    .filter(end -> !end.equals(LocalDate.MIN))
                    .max(LocalDate::compareTo);
            boolean ends = latest.map(end -> !end.isAfter(warnUntil)).orElse(true);
            return Optional.of(
                    ends
                            ? new Verdict(
                                    FindingStatus.AT_RISK,
                                    latest,
                                    "SA is active on " + to.asOf() + ", but none is ordered beyond "
                                            + latest.map(LocalDate::toString).orElse("that day") + ".")
                            : new Verdict(
                                    FindingStatus.PASS,
                                    Optional.empty(),
                                    "SA is active on " + to.asOf() + "; the latest ends on " + latest.orElseThrow()
                                            + "."));
        }
        if (elsewhereOpen || among.stream().anyMatch(held -> held.open)) {
            return Optional.of(new Verdict(
                    FindingStatus.UNDETERMINED,
                    Optional.empty(),
                    "No SA is known to be active on " + to.asOf()
                            + ", but an SA line lacks a coverage date or its pool; these settle it."));
        }
        return among.isEmpty()
                ? Optional.empty()
                : Optional.of(new Verdict(
                        FindingStatus.FAIL, Optional.empty(), "No SA line is active on " + to.asOf() + "."));
    }

    /** SA-PRS-01. */
    private void writeSupport() {
        Verdict best = best(POOLS);
        YesNo academic = to.unit().academic();
        boolean open = pools.values().stream().anyMatch(verdict -> verdict.status() == FindingStatus.UNDETERMINED);
        FindingStatus status;
        String reason;
        Optional<LocalDate> date = Optional.empty();
        if (academic == YesNo.YES) {
            status = FindingStatus.FAIL;
            reason = "Academic agreements have no 24x7 support.";
        } else if (!to.unit().hasAnyLine()) {
            status = FindingStatus.UNDETERMINED;
            reason = Awards.NO_LINES;
        } else if (!active.isAnyActive() && !open) {
            status = FindingStatus.FAIL;
            reason = "No SA is active on " + to.asOf() + ".";
        } else if (academic == YesNo.UNKNOWN && best.status() != FindingStatus.FAIL) {
            status = FindingStatus.UNDETERMINED;
            reason = "SA is or may be active, but whether the agreement is academic is not known; the column academic"
                    + " settles it.";
        } else {
            status = best.status();
            reason = best.reason();
            date = best.date();
        }
        to.find("SA-PRS-01", to.unit().subject(), status, date, reason);
        if (!products.isEmpty()) {
            to.find("SA-BEN-18", to.unit().subject(), status, date, reason);
        }
    }

    private Verdict best(Collection<Pool> among) {
        Verdict best = Verdict.NONE;
        for (Pool pool : among) {
            best = best.better(pools.getOrDefault(pool, Verdict.NONE));
        }
        return best;
    }

    /** SA-BEN-11 to SA-BEN-26, row by row of the matrix. */
    private void writeMatrix() {
        Set<ProductKey> officeWeb = to.rules().products("office-web-products", "product");
        Set<ProductKey> stepUps = to.rules().products("step-up-pairs", "from");
        for (Map<String, String> row : to.rules().table("benefits-by-pool").rows()) {
            String clause = Rulebook.cell(row, "clause");
            if (clause.equals("SA-BEN-18")) {
                continue;
            }
            List<Pool> opening = new ArrayList<>();
            for (String pool : Rulebook.cell(row, "pools").split(" ", -1)) {
                opening.add(Pool.valueOf(pool));
            }
            String benefit = Rulebook.cell(row, "benefit");
            Verdict verdict = switch (clause) {
                case "SA-BEN-12" ->
                    of(held -> held.product.pool() == Pool.APPLICATIONS && officeWeb.contains(held.product.key()));
                case "SA-BEN-20" -> best(opening).better(of(held -> stepUps.contains(held.product.key())));
                case "SA-BEN-26" ->
                    best(opening)
                            .better(of(held -> held.product.key().toString().startsWith(EMBEDDED.toString())));
                default -> best(opening);
            };
            boolean reconstructed = Rulebook.cell(row, "reconstructed").equals("Y");
            String reason = benefit + ": " + verdict.reason() + (clause.equals("SA-BEN-19") ? dynamics() : "");
            String assumption = reconstructed
                    ? "The cell of the matrix is reconstructed: the row lost a column separator and is read as Systems."
                    : "Opened by active SA in the pools " + opening + "; SA in other pools does not count.";
            to.find(clause, to.unit().subject(), verdict.status(), verdict.date(), reason, assumption);
        }
    }

    private Verdict of(Predicate<Held> wanted) {
        return verdict(having(wanted), false).orElse(Verdict.NONE);
    }

    private String dynamics() {
        boolean present = active.isAnyActive(product -> product.key().toString().startsWith(DYNAMICS.toString()));
        return present
                ? " A Dynamics product is among the active ones."
                : " No Dynamics product is among the active ones.";
    }
}
