package io.tallybook.analysis.support;

import io.tallybook.analysis.Bounded;
import io.tallybook.analysis.Numbers;
import io.tallybook.analysis.Sources;
import io.tallybook.analysis.support.MpsaPoints.Bucket;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.YesNo;
import io.tallybook.result.Figure;
import io.tallybook.result.FindingStatus;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Points, what they earn, and what the next incident costs, under MPSA (SA-PTS-01 to -13, SA-MPS-01 to -08). */
final class PointsResults {
    private static final String[] POINT_CLAUSES = {
        "SA-PTS-01",
        "SA-PTS-02",
        "SA-PTS-03",
        "SA-PTS-05",
        "SA-PTS-06",
        "SA-PTS-07",
        "SA-PTS-08",
        "SA-PTS-09",
        "SA-PTS-10",
        "SA-PTS-11"
    };
    private static final String ALONE =
            "The purchasing account stands alone; spend, payment and years do not count, only licenses with active SA.";

    private final UnitResults to;
    private final MpsaPoints points;

    private PointsResults(UnitResults to, MpsaPoints points) {
        this.to = to;
        this.points = points;
    }

    static void write(UnitResults to) {
        to.now().points().ifPresent(points -> {
            PointsResults results = new PointsResults(to, points);
            results.writePoints();
            if (to.now().awards().form() == Awards.Form.POINTS) {
                results.writeAwards();
            }
            results.writeNext();
            results.writeCalFinding();
        });
    }

    private Bounded state(Bounded sum) {
        return to.unit().hasAnyLine() ? sum : Bounded.unknown(Awards.NO_LINES);
    }

    private void writePoints() {
        for (Bucket bucket : Bucket.values()) {
            Figure.Builder figure = to.figure("points")
                    .dimension(bucket.name())
                    .clauses(POINT_CLAUSES)
                    .assume(ALONE)
                    .assume("Counted on " + points.day() + "; licenses are counted as sold, step-ups not.")
                    .work(points.working(bucket))
                    .sources(UnitResults.rows(points.lines(bucket)));
            to.add(figure, state(points.of(bucket)), "points");
        }
        to.add(
                to.figure("points.unlisted-licenses")
                        .clauses("SA-PTS-13")
                        .assume("Products that stand in no row of the table earn nothing; CALs are told apart.")
                        .sources(to.saSources()),
                state(points.unlisted()),
                "licenses");
    }

    private void writeAwards() {
        Map<Bucket, BigDecimal> steps = MpsaAwards.steps(to.rules());
        to.now().awards().lines().forEach((dimension, award) -> {
            Figure.Builder figure = to.figure("incidents.awarded")
                    .dimension(dimension)
                    .assume(ALONE)
                    .sources(to.saSources());
            if (dimension.equals(Awards.TOTAL)) {
                figure.clauses("SA-MPS-01", "SA-MPS-06", "SA-MPS-08", "SA-ADD-02");
                to.now().awards().lines().forEach((part, of) -> {
                    if (!part.equals(Awards.TOTAL)) {
                        figure.work(part, of.isUnknown() ? "unknown" : Numbers.plain(of.value()), "incidents");
                    }
                });
            } else if (dimension.equals(MpsaAwards.COMPLIMENTARY)) {
                figure.clauses("SA-MPS-01", "SA-MPS-02")
                        .assume("Given once for each purchasing account with SA on server software; CALs and External"
                                + " Connectors are none.");
            } else {
                Bucket bucket = Bucket.valueOf(dimension);
                BigDecimal step = steps.getOrDefault(bucket, BigDecimal.ONE);
                String sum = Numbers.plain(points.of(bucket).value());
                figure.clauses("SA-MPS-01", bucket.clause(), "SA-MPS-08")
                        .work("points", sum, "points")
                        .work("points that earn one incident", Numbers.plain(step), "points")
                        .work(
                                sum + " / " + Numbers.plain(step) + ", rounded down",
                                Numbers.plain(award.value()),
                                "incidents");
            }
            to.add(figure, award, "incidents");
        });
    }

    private void writeNext() {
        boolean expired = to.now().expiry().hasPassed(to.asOf());
        if (expired || to.unit().academic() == YesNo.YES) {
            return;
        }
        MpsaAwards.steps(to.rules()).forEach((bucket, step) -> {
            Bounded sum = state(points.of(bucket));
            Figure.Builder figure = to.figure("points.next-award")
                    .dimension(bucket.name())
                    .clauses(bucket.clause())
                    .sources(UnitResults.rows(points.lines(bucket)));
            if (!sum.isKnown()) {
                to.add(figure, Bounded.unknown(sum.reason()), "points");
                return;
            }
            BigDecimal next = sum.value()
                    .divide(step, 0, RoundingMode.FLOOR)
                    .add(BigDecimal.ONE)
                    .multiply(step);
            figure.work("next multiple of " + Numbers.plain(step), Numbers.plain(next), "points")
                    .work("less points", Numbers.plain(sum.value()), "points");
            to.add(figure, Bounded.known(next.subtract(sum.value())), "points");
        });
    }

    /** SA-PTS-12: CALs whose points the terms leave out. */
    private void writeCalFinding() {
        SaActivity active = SaActivity.of(to.unit().saLines(), to.now().evaluationDay());
        Map<ProductInPool, String> cals = new LinkedHashMap<>();
        for (PurchaseLine line : to.unit().saLines()) {
            if (line.isCal()
                    && active.isActive(line.product())
                    && !to.rules()
                            .points()
                            .isListed(
                                    line.product().key(),
                                    line.row().licenseModel(),
                                    line.row().version())) {
                cals.putIfAbsent(
                        line.product(), (line.row().product() + " " + line.row().edition()).strip());
            }
        }
        if (cals.isEmpty()) {
            return;
        }
        List<String> missing = new ArrayList<>();
        List<Entry<?>> supplied = new ArrayList<>();
        cals.forEach((product, name) ->
                to.rules().points().suppliedFor(product.key()).ifPresentOrElse(supplied::add, () -> missing.add(name)));
        if (missing.isEmpty()) {
            to.find(
                    "SA-PTS-12",
                    FindingStatus.PASS,
                    "The table cal_points gives the points of every CAL that the terms leave out ("
                            + Sources.of(supplied).get(0).file() + ").");
        } else {
            to.find(
                    "SA-PTS-12",
                    FindingStatus.UNDETERMINED,
                    "The terms leave out the points of " + String.join(", ", missing)
                            + "; rows in the table cal_points settle them.");
        }
    }
}
