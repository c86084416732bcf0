package io.tallybook.analysis.coverage;

import io.tallybook.analysis.Numbers;
import io.tallybook.analysis.Sources;
import io.tallybook.analysis.Verdict;
import io.tallybook.ledger.Agreement;
import io.tallybook.ledger.Purchase.LicenseModel;
import io.tallybook.ledger.Purchase.Offering;
import io.tallybook.result.Figure;
import io.tallybook.result.FindingStatus;
import io.tallybook.terms.ProductKey;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Step-Up Licenses: on what base, in which agreement, and what a position is worth after them (SA-STP). */
final class StepUps {
    /** A step-up line with its base. */
    private record StepUp(Line line, Optional<Position> position, Optional<ProductKey> from, ProductKey to) {}

    private final Facts facts;
    private final CoverageRules rules;
    private final CoverageResults out;

    StepUps(Facts facts, CoverageResults out) {
        this.facts = facts;
        this.rules = facts.rules();
        this.out = out;
    }

    void write() {
        Map<String, List<StepUp>> byPosition = new LinkedHashMap<>();
        facts.lines(line -> line.offers(Offering.STEP_UP) && line.quantity().signum() != 0).stream()
                .sorted(Line.ORDER)
                .map(this::stepUp)
                .forEach(stepUp -> {
                    if (stepUp.position().isPresent()) {
                        byPosition
                                .computeIfAbsent(stepUp.position().get().id(), key -> new ArrayList<>())
                                .add(stepUp);
                    } else if (stepUp.line().isPositive()) {
                        writeWithoutPosition(stepUp);
                    }
                });
        byPosition.forEach((id, stepUps) -> writePosition(facts.position(id).orElseThrow(), stepUps));
    }

    private StepUp stepUp(Line line) {
        Optional<Position> position = base(line);
        String from = line.row().stepUpFrom();
        // SQL Server names mean the core editions where the base is counted in cores.
        boolean cores = position.map(Position::countsCores).orElse(false);
        Optional<ProductKey> base = from.isBlank()
                ? position.map(found -> found.name().full())
                : Optional.of(rules.name(from, "", "", cores || (position.isEmpty() && countsCores(line)))
                        .full());
        ProductKey target =
                position.isPresent() ? target(line, cores) : line.name().full();
        return new StepUp(line, position, base, target);
    }

    private ProductKey target(Line line, boolean cores) {
        return rules.name(line.row().product(), line.row().edition(), "", cores).full();
    }

    private static boolean countsCores(Line line) {
        LicenseModel model = line.row().licenseModel();
        return model == LicenseModel.CORE || model == LicenseModel.CORE_2_PACK || model == LicenseModel.CORE_16_PACK;
    }

    /** The position that a line names, otherwise the only one of the base product in its agreement, or in the account. */
    private Optional<Position> base(Line line) {
        if (!line.row().license().isBlank()) {
            return line.position();
        }
        String from = line.row().stepUpFrom();
        if (from.isBlank()) {
            return Optional.empty();
        }
        List<Position> ofProduct = facts.positions().stream()
                .filter(position ->
                        rules.name(from, "", "", position.countsCores()).isSameAs(position.name()))
                .toList();
        List<Position> ofAgreement = ofProduct.stream()
                .filter(position ->
                        position.row().agreement().equals(line.agreement().agreement()))
                .toList();
        List<Position> candidates = ofAgreement.isEmpty() ? ofProduct : ofAgreement;
        return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
    }

    private void find(String clause, StepUp stepUp, Verdict verdict) {
        out.find(clause, stepUp.line().subject(), verdict.from(stepUp.line().sources()));
    }

    private void writeWithoutPosition(StepUp stepUp) {
        Verdict unknown = Verdict.undetermined("The position that is stepped up is not known (license).");
        find("SA-STP-02", stepUp, unknown);
        find("SA-STP-03", stepUp, unknown);
        find("SA-STP-05", stepUp, pair(stepUp));
        writeDesktopPair(stepUp);
    }

    /** The account of one position: what it holds of each product as its step-ups come. */
    private static final class Account {
        private final Map<ProductKey, BigDecimal> held = new LinkedHashMap<>();
        private final Map<ProductKey, String> shown = new LinkedHashMap<>();

        void open(ProductKey product, String name) {
            held.putIfAbsent(product, BigDecimal.ZERO);
            shown.putIfAbsent(product, name);
        }

        BigDecimal of(ProductKey product) {
            return held.getOrDefault(product, BigDecimal.ZERO);
        }

        /** Moves at most what is there. */
        void move(ProductKey from, ProductKey to, BigDecimal quantity) {
            BigDecimal moved = quantity.min(of(from)).max(BigDecimal.ZERO);
            held.merge(from, moved.negate(), BigDecimal::add);
            held.merge(to, moved, BigDecimal::add);
        }
    }

    private void writePosition(Position position, List<StepUp> stepUps) {
        Account account = new Account();
        ProductKey own = position.name().full();
        account.open(own, position.name().shown());
        account.held.put(own, position.quantity());
        List<String> open = new ArrayList<>();
        for (StepUp stepUp : stepUps) {
            ProductKey from = stepUp.from().orElse(own);
            BigDecimal quantity = units(position, stepUp.line());
            account.open(stepUp.to(), stepUp.line().name().shown());
            if (!stepUp.line().isPositive()) {
                account.move(stepUp.to(), from, quantity.negate());
                continue;
            }
            BigDecimal there = account.of(from);
            FindingStatus status = writeLine(position, stepUp, quantity, there, from.equals(own));
            if (status == FindingStatus.UNDETERMINED) {
                open.add(stepUp.line().subject());
            }
            if (status != FindingStatus.FAIL) {
                account.move(from, stepUp.to(), quantity);
            }
        }
        List<Line> lines = stepUps.stream().map(StepUp::line).toList();
        account.shown.forEach((product, name) -> {
            Figure.Builder figure = out.figure("step-up.effective", position.subject())
                    .dimension(name)
                    .work("licenses of " + position.name().shown(), Numbers.plain(position.quantity()), "licenses")
                    .sources(Sources.of(Stream.concat(
                                    Stream.of(position.entry()), lines.stream().map(Line::entry))
                            .toList()));
            for (Line line : lines) {
                figure.work(
                        "stepped up by line " + line.id() + " to " + line.name().shown(),
                        Numbers.plain(units(position, line)));
            }
            out.add(
                    open.isEmpty()
                            ? figure.known(Numbers.plain(account.of(product)))
                            : figure.unknown("A step-up is undetermined: " + String.join(", ", open) + "."));
        });
    }

    /** The quantity of a line in the units of its position: a pack of cores counts each core of it. */
    private static BigDecimal units(Position position, Line line) {
        LicenseModel model = line.row().licenseModel();
        int each = !position.countsCores()
                ? 1
                : model == LicenseModel.CORE_2_PACK ? 2 : model == LicenseModel.CORE_16_PACK ? 16 : 1;
        return line.quantity().multiply(BigDecimal.valueOf(each));
    }

    /** Writes the findings of a line, and returns the worst of those that decide whether it moves anything. */
    private FindingStatus writeLine(
            Position position, StepUp stepUp, BigDecimal quantity, BigDecimal there, boolean ofOwnProduct) {
        Verdict sa = saOnBase(position, stepUp.line());
        Verdict pair = pair(stepUp);
        FindingStatus status = sa.status().worse(pair.status());
        Optional<Verdict> agreement = sameAgreement(position, stepUp.line());
        if (agreement.isPresent()) {
            find("SA-STP-01", stepUp, agreement.get());
            status = status.worse(agreement.get().status());
        }
        find("SA-STP-02", stepUp, sa);
        find("SA-STP-03", stepUp, license(position, quantity, there));
        find("SA-STP-05", stepUp, pair);
        if (!ofOwnProduct) {
            String left = Numbers.plain(there) + " left by earlier step-ups for " + Numbers.plain(quantity) + ".";
            find("SA-STP-06", stepUp, there.compareTo(quantity) >= 0 ? Verdict.pass(left) : Verdict.fail(left));
        }
        writeDesktopPair(stepUp);
        return status;
    }

    private Optional<Verdict> sameAgreement(Position position, Line line) {
        if (facts.timeline(position).isInactiveOn(line.ordered())) {
            return Optional.empty();
        }
        List<String> current = facts.linesNaming(position).stream()
                .filter(other -> other.isSaLine()
                        && other.isPositive()
                        && !other.is(Line.Kind.MIGRATION)
                        && other.covers(line.ordered()))
                .map(other -> other.agreement().agreement())
                .distinct()
                .toList();
        String own = position.row().agreement();
        List<String> agreements = !current.isEmpty() ? current : own.isBlank() ? List.of() : List.of(own);
        if (agreements.isEmpty()) {
            return Optional.of(
                    Verdict.undetermined("The agreement of the SA on position " + position.id() + " is not known."));
        }
        String text = "SA of position " + position.id() + " is in " + String.join(", ", agreements)
                + ", the step-up was ordered under " + line.agreement().agreement() + ".";
        return Optional.of(agreements.contains(line.agreement().agreement()) ? Verdict.pass(text) : Verdict.fail(text));
    }

    private Verdict saOnBase(Position position, Line line) {
        SaTimeline timeline = facts.timeline(position);
        String text = "Ordered on " + line.ordered() + "; of position " + position.id() + " " + timeline.text() + ".";
        if (!timeline.known()) {
            return Verdict.undetermined(text);
        }
        return timeline.isActiveOn(line.ordered()) ? Verdict.pass(text) : Verdict.fail(text);
    }

    private Verdict license(Position position, BigDecimal quantity, BigDecimal there) {
        String text = "Position " + position.id() + " holds " + Numbers.plain(there) + " of the base for "
                + Numbers.plain(quantity) + " step-ups.";
        if (there.compareTo(quantity) < 0) {
            return Verdict.fail(text + " " + Numbers.plain(quantity.subtract(there)) + " are missing.");
        }
        Optional<Agreement> ended =
                position.agreement().filter(agreement -> agreement.end().isBefore(facts.asOf()));
        return position.perpetual().isNo() && ended.isPresent()
                ? Verdict.fail(text + " They are not perpetual and ended on "
                        + ended.get().end() + ".")
                : Verdict.pass(text);
    }

    private Verdict pair(StepUp stepUp) {
        if (stepUp.from().isEmpty()) {
            return Verdict.undetermined("The product that is stepped up is not known (step_up_from).");
        }
        String from = stepUp.line().row().stepUpFrom();
        String text = "From "
                + (from.isBlank()
                        ? stepUp.position()
                                .map(position -> position.name().shown())
                                .orElse("")
                        : from.strip())
                + " to " + stepUp.line().name().shown();
        return rules.stepUpPairs().isListed(stepUp.from().get(), stepUp.to())
                ? Verdict.pass(text + " is one of the " + rules.stepUpPairs().size() + " pairs.")
                : Verdict.fail(text + " is none of the " + rules.stepUpPairs().size() + " pairs.");
    }

    private void writeDesktopPair(StepUp stepUp) {
        boolean desktop = stepUp.from()
                .filter(from -> rules.stepUpPairs().isDesktop(from, stepUp.to()))
                .isPresent();
        if (desktop) {
            find("SA-STP-08", stepUp, Verdict.pass("The pair is listed, whatever the pool of the bundle."));
        }
    }
}
