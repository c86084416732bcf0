package io.tallybook.analysis.support;

import io.tallybook.analysis.Bounded;
import io.tallybook.analysis.Numbers;
import io.tallybook.ledger.CalPoints;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.Pool;
import io.tallybook.ledger.Purchase.LicenseModel;
import io.tallybook.ledger.Purchase.Offering;
import io.tallybook.result.WorkingStep;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The points of a purchasing account on its evaluation day (SA-PTS-02, SA-PTS-03): net quantity of each product and license
 * model, times its points, added up by bucket. Accounts are never combined, and years do not multiply.
 */
final class MpsaPoints {
    /** What points are added up in. */
    enum Bucket {
        APPLICATIONS_SYSTEMS("SA-MPS-03"),
        SERVER("SA-MPS-04"),
        CAL("SA-MPS-05");

        private final String clause;

        Bucket(String clause) {
            this.clause = clause;
        }

        String clause() {
            return clause;
        }
    }

    private record Held(ProductInPool product, @Nullable LicenseModel model, String version, boolean cal) {}

    private final LocalDate day;
    private final Map<Bucket, BigDecimal> sums = new EnumMap<>(Bucket.class);
    private final Map<Bucket, Set<String>> open = new EnumMap<>(Bucket.class);
    private final Map<Bucket, List<WorkingStep>> working = new EnumMap<>(Bucket.class);
    private final Map<Bucket, List<PurchaseLine>> lines = new EnumMap<>(Bucket.class);
    private final Map<Held, String> names = new LinkedHashMap<>();
    private BigDecimal unlisted = BigDecimal.ZERO;
    private boolean unlistedOpen;

    private MpsaPoints(LocalDate day) {
        this.day = day;
    }

    /** Counts the points of these SA lines on a day. */
    static MpsaPoints on(LocalDate day, Collection<PurchaseLine> saLines, PointsTable table) {
        MpsaPoints points = new MpsaPoints(day);
        Map<Held, BigDecimal> net = new LinkedHashMap<>();
        for (PurchaseLine line : saLines) {
            if (line.row().offering() == Offering.STEP_UP) {
                continue;
            }
            Held held = held(line, table);
            points.names.computeIfAbsent(held, key -> name(line));
            points.buckets(held)
                    .forEach(bucket -> points.lines
                            .computeIfAbsent(bucket, key -> new ArrayList<>())
                            .add(line));
            if (!line.isCorrection() && line.hasOpenCoverage()) {
                points.openCoverage(line, held, table);
            } else if (line.countsOn(day)) {
                net.merge(held, line.quantity(), BigDecimal::add);
            }
        }
        net.forEach((held, quantity) -> points.count(held, quantity.max(BigDecimal.ZERO), table));
        return points;
    }

    private static String name(PurchaseLine line) {
        return (line.row().product() + " " + line.row().edition()).strip();
    }

    private static Held held(PurchaseLine line, PointsTable table) {
        String version = line.row().version().isBlank()
                ? line.product().key().version()
                : line.row().version();
        LicenseModel model = line.row().licenseModel();
        // Versions are told apart only where a row names one: elsewhere a return of another version is a return.
        boolean anyVersion = version.isBlank()
                || table.isListed(line.product().key(), model, version)
                        == table.isListed(line.product().key(), model, "");
        return new Held(line.product(), model, anyVersion ? "" : version, line.isCal());
    }

    private void openCoverage(PurchaseLine line, Held held, PointsTable table) {
        if (!held.cal() && !table.isListed(held.product().key(), held.model(), held.version())) {
            unlistedOpen = true;
            return;
        }
        buckets(held)
                .forEach(bucket -> missing(
                        bucket,
                        "Line " + line.row().line() + " has no coverage dates; they settle whether it counts."));
    }

    private void missing(Bucket bucket, String why) {
        open.computeIfAbsent(bucket, key -> new LinkedHashSet<>()).add(why);
    }

    /** The bucket of a product; a product without a pool may belong to either of those that are no CALs. */
    private List<Bucket> buckets(Held held) {
        if (held.cal()) {
            return List.of(Bucket.CAL);
        }
        Pool pool = held.product().pool();
        if (pool == null) {
            return List.of(Bucket.APPLICATIONS_SYSTEMS, Bucket.SERVER);
        }
        return List.of(pool == Pool.SERVER ? Bucket.SERVER : Bucket.APPLICATIONS_SYSTEMS);
    }

    private void count(Held held, BigDecimal quantity, PointsTable table) {
        String name = names.getOrDefault(held, "");
        Optional<PointsTable.Earned> earned =
                table.earned(held.product().key(), held.model(), held.version(), quantity);
        if (earned.isEmpty() && held.cal()) {
            countUnlistedCal(name, held, quantity, table);
        } else if (earned.isEmpty()) {
            unlisted = unlisted.add(quantity);
        } else if (held.cal() || held.product().pool() != null) {
            Bucket bucket = buckets(held).get(0);
            add(bucket, name + ": " + earned.get().how(), earned.get().points());
            if (!earned.get().exact() && quantity.signum() > 0) {
                missing(bucket, "The license model of " + name + " is not known; the lower points are taken.");
            }
        } else if (quantity.signum() > 0) {
            buckets(held).forEach(bucket -> missing(bucket, "The pool of " + name + " is not known."));
        }
    }

    private void countUnlistedCal(String name, Held held, BigDecimal quantity, PointsTable table) {
        Optional<Entry<CalPoints>> supplied = table.suppliedFor(held.product().key());
        if (supplied.isPresent()) {
            BigDecimal each = BigDecimal.valueOf(supplied.get().record().points());
            add(
                    Bucket.CAL,
                    name + ": " + Numbers.plain(quantity) + " x " + each.toPlainString() + " (supplied)",
                    quantity.multiply(each));
        } else if (quantity.signum() > 0) {
            missing(
                    Bucket.CAL,
                    "The terms leave out the points of " + name
                            + "; a row for it in the table cal_points settles them.");
        }
    }

    private void add(Bucket bucket, String what, BigDecimal points) {
        sums.merge(bucket, points, BigDecimal::add);
        working.computeIfAbsent(bucket, key -> new ArrayList<>())
                .add(new WorkingStep(what, Numbers.plain(points), "points"));
    }

    LocalDate day() {
        return day;
    }

    Bounded of(Bucket bucket) {
        Set<String> reasons = open.getOrDefault(bucket, Set.of());
        return Bounded.of(
                sums.getOrDefault(bucket, BigDecimal.ZERO), !reasons.isEmpty(), false, String.join(" ", reasons));
    }

    List<WorkingStep> working(Bucket bucket) {
        return working.getOrDefault(bucket, List.of());
    }

    List<PurchaseLine> lines(Bucket bucket) {
        return lines.getOrDefault(bucket, List.of());
    }

    /** Licenses of products that stand in no row and so earn nothing, CALs aside. */
    Bounded unlisted() {
        return Bounded.of(
                unlisted, unlistedOpen, false, "A line of such a product has no coverage dates; they settle it.");
    }
}
