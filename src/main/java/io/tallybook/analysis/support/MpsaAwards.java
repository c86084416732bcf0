package io.tallybook.analysis.support;

import io.tallybook.analysis.Bounded;
import io.tallybook.analysis.support.MpsaPoints.Bucket;
import io.tallybook.ledger.Pool;
import io.tallybook.ledger.Purchase.LicenseModel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The incidents of a purchasing account under MPSA: each bucket divided and rounded down alone, and one more for SA on any
 * server software (SA-MPS-02 to SA-MPS-06).
 *
 * @param awards  the award by dimension
 * @param points  the points it rests on
 */
record MpsaAwards(Awards awards, MpsaPoints points) {
    static final String COMPLIMENTARY = "COMPLIMENTARY";

    /**
     * Returns the award on an evaluation day.
     *
     * @param saLines  the SA lines that are to count
     */
    static MpsaAwards on(LocalDate day, Unit unit, Collection<PurchaseLine> saLines, Rulebook rules) {
        MpsaPoints points = MpsaPoints.on(day, saLines, rules.points());
        if (Awards.formOf(unit) == Awards.Form.TOTAL_ONLY) {
            return new MpsaAwards(
                    new Awards(Awards.Form.TOTAL_ONLY, Map.of(Awards.TOTAL, Bounded.known(0)), Map.of()), points);
        }
        Optional<String> unknown = Awards.whyUnknown(unit, rules);
        Map<String, Bounded> awards = new LinkedHashMap<>();
        Map<Bucket, BigDecimal> steps = steps(rules);
        for (Bucket bucket : Bucket.values()) {
            BigDecimal step = steps.get(bucket);
            String missing = unknown.orElse(
                    step == null ? rules.table("mpsa-points-per-incident").missing() : "");
            awards.put(
                    bucket.name(),
                    step == null || unknown.isPresent()
                            ? Bounded.unknown(missing)
                            : points.of(bucket).map(sum -> sum.divide(step, 0, RoundingMode.FLOOR)));
        }
        awards.put(COMPLIMENTARY, unknown.map(Bounded::unknown).orElseGet(() -> complimentary(day, saLines, rules)));
        Bounded total = Bounded.known(0);
        for (Bounded award : awards.values()) {
            total = total.plus(award);
        }
        awards.put(Awards.TOTAL, total);
        return new MpsaAwards(new Awards(Awards.Form.POINTS, awards, Map.of()), points);
    }

    /** The points that earn one incident, by bucket. */
    static Map<Bucket, BigDecimal> steps(Rulebook rules) {
        Map<Bucket, BigDecimal> steps = new EnumMap<>(Bucket.class);
        rules.table("mpsa-points-per-incident")
                .rows()
                .forEach(row -> steps.put(
                        Bucket.valueOf(Rulebook.cell(row, "bucket")), new BigDecimal(Rulebook.cell(row, "points"))));
        return steps;
    }

    private static Bounded complimentary(LocalDate day, Collection<PurchaseLine> saLines, Rulebook rules) {
        TermTable table = rules.table("mpsa-complimentary-incidents");
        if (!table.isInForce()) {
            return Bounded.unknown(table.missing());
        }
        var software = saLines.stream().filter(MpsaAwards::isServerSoftware).toList();
        if (SaActivity.of(software, day).isAnyActive()) {
            return table.edition()
                    .map(edition -> Bounded.known(edition.number()))
                    .orElseThrow();
        }
        boolean open = software.stream().anyMatch(line -> !line.isCorrection() && line.hasOpenCoverage());
        return Bounded.of(
                BigDecimal.ZERO,
                open,
                false,
                "A line of server software has no coverage dates; they settle whether its SA is active.");
    }

    private static boolean isServerSoftware(PurchaseLine line) {
        return line.product().pool() == Pool.SERVER
                && !line.isCal()
                && line.row().licenseModel() != LicenseModel.EXTERNAL_CONNECTOR
                && !line.product().key().toString().endsWith("externalconnector");
    }
}
