package io.tallybook.analysis.coverage;

import io.tallybook.analysis.Bounded;
import io.tallybook.analysis.Numbers;
import io.tallybook.analysis.Sources;
import io.tallybook.analysis.Verdict;
import io.tallybook.analysis.coverage.Line.Kind;
import io.tallybook.ledger.Agreement;
import io.tallybook.ledger.Agreement.SaCommitment;
import io.tallybook.ledger.Agreement.SamPools;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.Pool;
import io.tallybook.ledger.Purchase.Offering;
import io.tallybook.result.Figure;
import io.tallybook.result.FigureState;
import io.tallybook.result.SourceRows;
import io.tallybook.result.WorkingStep;
import io.tallybook.terms.ProductKey;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Is SA attached to everything that the commitment of an agreement asks for (SA-PUR-02, -03)? */
final class Commitments {
    /** Licenses and SA of one product. */
    private static final class Attached {
        private final String name;
        private BigDecimal licenses = BigDecimal.ZERO;
        private BigDecimal sa = BigDecimal.ZERO;

        Attached(String name) {
            this.name = name;
        }

        void add(Line line) {
            switch (line.row().offering()) {
                case L -> licenses = licenses.add(line.quantity());
                case L_SA -> {
                    licenses = licenses.add(line.quantity());
                    sa = sa.add(line.quantity());
                }
                case SA -> sa = sa.add(line.quantity());
                default -> {}
            }
        }

        BigDecimal gap() {
            return licenses.subtract(sa).max(BigDecimal.ZERO);
        }

        boolean hasTooMuchSa() {
            return sa.compareTo(licenses) > 0;
        }

        WorkingStep step() {
            return new WorkingStep(
                    name + ": " + Numbers.plain(licenses) + " licenses, " + Numbers.plain(sa) + " with SA, without",
                    Numbers.plain(gap()),
                    "licenses");
        }
    }

    private final Facts facts;
    private final CoverageRules rules;
    private final CoverageResults out;

    Commitments(Facts facts, CoverageResults out) {
        this.facts = facts;
        this.rules = facts.rules();
        this.out = out;
    }

    void write() {
        for (Entry<Agreement> entry : facts.agreements()) {
            SaCommitment commitment = entry.record().saCommitment();
            if (commitment == SaCommitment.PLATFORM) {
                writePlatform(entry);
            } else if (commitment == SaCommitment.SAM) {
                new TreeSet<>(entry.record().samPools()).forEach(pool -> writePool(entry, pool));
            }
        }
    }

    private void writePlatform(Entry<Agreement> entry) {
        String subject = Facts.subject(entry.record());
        List<ProductKey> platform = rules.settings().platformProducts();
        if (platform.isEmpty()) {
            out.find(
                    "SA-PUR-02",
                    subject,
                    Verdict.attest("SA is attached to every platform product; which these are is not configured"
                                    + " (platform-products).")
                            .from(Sources.of(entry)));
            return;
        }
        Map<ProductKey, Attached> products = new LinkedHashMap<>();
        List<Line> counted = new ArrayList<>();
        for (Line line : facts.linesOf(entry.record())) {
            Optional<ProductKey> product = platform.contains(line.name().full())
                    ? Optional.of(line.name().full())
                    : Optional.of(line.name().product()).filter(platform::contains);
            if (bearsOnAttaching(line) && product.isPresent()) {
                products.computeIfAbsent(
                                product.get(), key -> new Attached(line.name().shown()))
                        .add(line);
                counted.add(line);
            }
        }
        Bounded gap = Bounded.known(gap(products.values()));
        out.add(figure("sa-attach.platform-gap", subject, products.values(), entry, counted), gap);
        out.find("SA-PUR-02", subject, verdict(gap, products.values(), entry, counted));
    }

    private void writePool(Entry<Agreement> entry, SamPools pool) {
        Agreement agreement = entry.record();
        String subject = Facts.subject(agreement) + "/pool:" + pool;
        LocalDate from = agreement.samStart() == null ? agreement.start() : agreement.samStart();
        Pool wanted = Pool.valueOf(pool.name());
        Map<ProductKey, Attached> products = new LinkedHashMap<>();
        List<Line> counted = new ArrayList<>();
        List<Line> withoutPool = new ArrayList<>();
        for (Line line : facts.linesOf(agreement)) {
            boolean counts = bearsOnAttaching(line)
                    && !line.ordered().isBefore(from)
                    && rules.settings().notSold().stream().noneMatch(line.name()::isCalled);
            if (counts && line.poolOfThree().filter(wanted::equals).isPresent()) {
                products.computeIfAbsent(
                                line.name().full(),
                                key -> new Attached(line.name().shown()))
                        .add(line);
                counted.add(line);
            } else if (counts && line.pool().isEmpty() && line.isPositive() && !line.offers(Offering.SA)) {
                withoutPool.add(line);
            }
        }
        BigDecimal sum = gap(products.values());
        Bounded gap = withoutPool.isEmpty()
                ? Bounded.known(sum)
                : new Bounded(
                        FigureState.LOWER_BOUND,
                        sum,
                        "The pool of " + withoutPool.get(0).name().shown() + " is not known (" + withoutPool.size()
                                + (withoutPool.size() == 1 ? " line" : " lines") + "); `products` can name it.");
        Figure.Builder figure = figure("sa-attach.pool-gap", subject, products.values(), entry, counted)
                .assume("Purchases from " + from + " on, the beginning of the membership, count.");
        out.add(figure, gap);
        out.find("SA-PUR-03", subject, verdict(gap, products.values(), entry, counted));
    }

    /** Licenses, and the SA that belongs to them: not SA that is renewed, reattached or added to a license from elsewhere. */
    private static boolean bearsOnAttaching(Line line) {
        return switch (line.row().offering()) {
            case L, L_SA -> true;
            case SA ->
                !line.is(Kind.RENEWAL)
                        && !line.is(Kind.REATTACH)
                        && !line.is(Kind.MIGRATION)
                        && !line.isTransfer()
                        && !line.isOemOrRetail();
            default -> false;
        };
    }

    private static BigDecimal gap(Iterable<Attached> products) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Attached product : products) {
            sum = sum.add(product.gap());
        }
        return sum;
    }

    private Figure.Builder figure(
            String measure,
            String subject,
            Iterable<Attached> products,
            Entry<Agreement> agreement,
            List<Line> counted) {
        List<WorkingStep> steps = new ArrayList<>();
        products.forEach(product -> steps.add(product.step()));
        return out.figure(measure, subject).work(steps).sources(sources(agreement, counted));
    }

    /** The lines that were counted; without any, the agreement that makes the commitment. */
    private static List<SourceRows> sources(Entry<Agreement> agreement, List<Line> counted) {
        return counted.isEmpty()
                ? Sources.of(agreement)
                : Sources.of(counted.stream().map(Line::entry).toList());
    }

    private static Verdict verdict(
            Bounded gap, Iterable<Attached> products, Entry<Agreement> agreement, List<Line> counted) {
        List<String> missing = new ArrayList<>();
        List<String> tooMuch = new ArrayList<>();
        for (Attached product : products) {
            if (product.gap().signum() > 0) {
                missing.add(product.name + " " + Numbers.plain(product.gap()));
            }
            if (product.hasTooMuchSa()) {
                tooMuch.add(product.name + " " + Numbers.plain(product.sa) + " for " + Numbers.plain(product.licenses));
            }
        }
        Verdict verdict;
        if (!missing.isEmpty()) {
            verdict = Verdict.fail("Licenses without SA: " + String.join("; ", missing) + "." + also(gap.reason()));
        } else if (!gap.isKnown()) {
            verdict = Verdict.undetermined(gap.reason());
        } else if (!tooMuch.isEmpty()) {
            verdict = Verdict.undetermined(
                    "More SA than licenses: " + String.join("; ", tooMuch) + "; the lines have to be corrected.");
        } else {
            verdict = Verdict.pass(counted.isEmpty() ? "There is no purchase to test." : "Every license has its SA.");
        }
        return verdict.from(sources(agreement, counted));
    }

    private static String also(String reason) {
        return reason.isEmpty() ? "" : " " + reason;
    }
}
