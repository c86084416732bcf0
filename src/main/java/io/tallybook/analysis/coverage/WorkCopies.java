package io.tallybook.analysis.coverage;

import io.tallybook.ledger.DesktopAssignment;
import io.tallybook.ledger.Entry;
import io.tallybook.terms.ProductKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The copies of Visio and Project at work: positions of an application, and who uses them when. */
final class WorkCopies {
    /** An application with a software option. */
    enum Application {
        VISIO,
        PROJECT;

        /** Does the name hold the word? */
        boolean isIn(String product) {
            return ProductKey.words(product).contains(name().toLowerCase(Locale.ROOT));
        }

        static Optional<Application> of(String product) {
            return VISIO.isIn(product)
                    ? Optional.of(VISIO)
                    : PROJECT.isIn(product) ? Optional.of(PROJECT) : Optional.empty();
        }
    }

    /** An employee's use of one position. */
    record Use(Entry<DesktopAssignment> entry, Position position, SaTimeline timeline) {
        DesktopAssignment row() {
            return entry.record();
        }

        boolean isOn(LocalDate day) {
            return OfficeWeb.isCurrent(row(), day);
        }

        LocalDate begin() {
            return row().from() == null ? LocalDate.MIN : row().from();
        }

        LocalDate end() {
            return row().until() == null ? LocalDate.MAX : row().until();
        }

        /** Last day of the SA period that holds a day. */
        Optional<LocalDate> saEnd(LocalDate day) {
            return timeline.periodOn(day).map(Period::to);
        }
    }

    private final Facts facts;
    private final Map<ProductKey, Application> products = new HashMap<>();
    private final Map<ProductKey, Set<String>> versions = new HashMap<>();
    private final Map<String, List<Use>> byEmployee = new HashMap<>();
    private final List<Use> all = new ArrayList<>();

    WorkCopies(Facts facts) {
        this.facts = facts;
        for (Map<String, String> row : facts.rules().rows("workplace-software")) {
            ProductKey product = ProductKey.of(CoverageRules.cell(row, "work_copy"));
            Application.of(CoverageRules.cell(row, "application"))
                    .ifPresent(application -> products.put(product, application));
            versions.computeIfAbsent(product, key -> new HashSet<>()).add(CoverageRules.cell(row, "version"));
        }
        for (Entry<DesktopAssignment> entry : facts.upToAsOf(DesktopAssignment.class, DesktopAssignment::from)) {
            if (!entry.record().employee().isBlank()) {
                facts.position(entry.record().license()).ifPresent(position -> {
                    Use use = new Use(entry, position, facts.timeline(position));
                    all.add(use);
                    byEmployee
                            .computeIfAbsent(entry.record().employee(), key -> new ArrayList<>())
                            .add(use);
                });
            }
        }
    }

    /** Returns the application of a position that is Standard or Professional of it, of whatever version. */
    Optional<Application> application(Position position) {
        return Optional.ofNullable(products.get(position.name().full()));
    }

    boolean isVersionKnown(Position position) {
        return !position.name().version().isEmpty();
    }

    /** Is its version one of those that open the software option? */
    boolean isVersionListed(Position position) {
        return versions.getOrDefault(position.name().full(), Set.of())
                .contains(position.name().version());
    }

    /** Returns the positions of an agreement that are copies of the application, of whatever version. */
    List<Position> positions(String agreement, Application application) {
        return facts.positions().stream()
                .filter(position -> position.row().agreement().equals(agreement)
                        && application(position).filter(application::equals).isPresent())
                .toList();
    }

    /** Returns every use of a position by somebody. */
    List<Use> uses(Position position) {
        return all.stream()
                .filter(use -> use.position().id().equals(position.id()))
                .toList();
    }

    /** Returns what an employee uses. */
    List<Use> uses(String employee) {
        return byEmployee.getOrDefault(employee, List.of());
    }

    /** Returns the employee's uses of copies of the application in an agreement. */
    List<Use> uses(String employee, String agreement, Application application) {
        return uses(employee).stream()
                .filter(use -> use.position().row().agreement().equals(agreement)
                        && application(use.position())
                                .filter(application::equals)
                                .isPresent())
                .toList();
    }
}
