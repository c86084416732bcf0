package io.tallybook.analysis.support;

import io.tallybook.ledger.Pool;
import io.tallybook.ledger.YesNo;
import io.tallybook.result.FindingStatus;
import io.tallybook.terms.ProductKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
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

    private final UnitResults to;
    private final SaActivity active;
    private final List<PurchaseLine> saLines;
    private final Map<Pool, Verdict> pools = new EnumMap<>(Pool.class);

    private BenefitResults(UnitResults to) {
        this.to = to;
        saLines = to.unit().saLines();
        active = SaActivity.of(saLines, to.asOf());
    }

    static void write(UnitResults to) {
        BenefitResults results = new BenefitResults(to);
        results.writePools();
        results.writeSupport();
        if (!results.saLines.isEmpty()) {
            results.writeMatrix();
        }
    }

    private static Optional<Pool> benefitPool(PurchaseLine line) {
        return line.pool().map(pool -> pool == Pool.CAL ? Pool.SERVER : pool);
    }

    private void writePools() {
        List<PurchaseLine> withoutPool =
                saLines.stream().filter(line -> line.pool().isEmpty()).toList();
        boolean poolOpen = withoutPool.stream().anyMatch(line -> isOpen(line) || active.isActive(line.product()));
        for (Pool pool : POOLS) {
            List<PurchaseLine> lines = saLines.stream()
                    .filter(line -> benefitPool(line).filter(pool::equals).isPresent())
                    .toList();
            verdict(lines, poolOpen).ifPresent(verdict -> {
                pools.put(pool, verdict);
                to.find(
                        "SA-BEN-01",
                        to.unit().subject() + "/pool:" + pool,
                        verdict.status(),
                        verdict.date(),
                        verdict.reason(),
                        "CALs belong to the Server pool; one license with active SA is enough.");
            });
            CoverageEnd end = CoverageEnd.of(lines);
            if (end.held()) {
                BalanceResults.addEnd(
                        to, to.figure("benefits.end").dimension(pool.name()).clauses("SA-BEN-07"), end);
            }
        }
    }

    private static boolean isOpen(PurchaseLine line) {
        return !line.isCorrection() && line.hasOpenCoverage();
    }

    /**
     * Returns the verdict of SA-BEN-01 on lines, or empty if there is nothing to judge.
     *
     * @param elsewhereOpen  may a line whose pool is not known belong to them
     */
    private Optional<Verdict> verdict(Collection<PurchaseLine> lines, boolean elsewhereOpen) {
        LocalDate warnUntil = to.asOf().plusDays(to.rules().settings().warningDays());
        if (lines.stream().anyMatch(line -> active.isActive(line.product()))) {
            Optional<LocalDate> latest = lines.stream()
                    .filter(line -> !line.isCorrection())
                    .flatMap(line -> Optional.ofNullable(line.row().coverageEnd()).stream())
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
        if (elsewhereOpen || lines.stream().anyMatch(BenefitResults::isOpen)) {
            return Optional.of(new Verdict(
                    FindingStatus.UNDETERMINED,
                    Optional.empty(),
                    "No SA is known to be active on " + to.asOf()
                            + ", but an SA line lacks a coverage date or its pool; these settle it."));
        }
        return lines.isEmpty()
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
        if (!saLines.isEmpty()) {
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
                case "SA-BEN-12" -> ofOfficeWeb();
                case "SA-BEN-20" -> best(opening).better(of(to.rules().products("step-up-pairs", "from")::contains));
                case "SA-BEN-26" -> best(opening).better(of(BenefitResults::isEmbedded));
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

    private Verdict of(Predicate<ProductKey> products) {
        return verdict(
                        saLines.stream()
                                .filter(line -> products.test(line.product().key()))
                                .toList(),
                        false)
                .orElse(Verdict.NONE);
    }

    private Verdict ofOfficeWeb() {
        Set<ProductKey> products = to.rules().products("office-web-products", "product");
        List<PurchaseLine> lines = saLines.stream()
                .filter(line -> line.product().pool() == Pool.APPLICATIONS
                        && products.contains(line.product().key()))
                .toList();
        return verdict(lines, false).orElse(Verdict.NONE);
    }

    private static boolean isEmbedded(ProductKey key) {
        return key.toString().startsWith(EMBEDDED.toString());
    }

    private String dynamics() {
        boolean present = active.isAnyActive(product -> product.key().toString().startsWith(DYNAMICS.toString()));
        return present
                ? " A Dynamics product is among the active ones."
                : " No Dynamics product is among the active ones.";
    }
}
