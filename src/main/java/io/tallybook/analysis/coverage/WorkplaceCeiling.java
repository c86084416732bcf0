package io.tallybook.analysis.coverage;

import io.tallybook.analysis.Bounded;
import io.tallybook.analysis.Numbers;
import io.tallybook.analysis.Sources;
import io.tallybook.analysis.Verdict;
import io.tallybook.analysis.coverage.WorkCopies.Application;
import io.tallybook.ledger.Agreement;
import io.tallybook.ledger.Employee;
import io.tallybook.ledger.Employee.Employment;
import io.tallybook.ledger.Entry;
import io.tallybook.result.Figure;
import io.tallybook.result.FigureState;
import io.tallybook.result.FindingStatus;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How many program licenses of an application the employees of an agreement may have at most (SA-WDP-05, -12). */
final class WorkplaceCeiling {
    /** What of a position counts: certainly, perhaps, or not. */
    private enum Counts {
        YES,
        PERHAPS,
        NO
    }

    /** Licenses, and users of them. */
    private static final class Holding {
        private BigDecimal licenses = BigDecimal.ZERO;
        private final Set<String> users = new HashSet<>();
        private boolean anyNamed;

        /** Without any named user the licenses alone are the ceiling. */
        BigDecimal ceiling() {
            return anyNamed ? licenses.min(BigDecimal.valueOf(users.size())) : licenses;
        }
    }

    private final Facts facts;
    private final WorkCopies copies;
    private final Map<String, Entry<Employee>> employees;

    WorkplaceCeiling(Facts facts, WorkCopies copies, Map<String, Entry<Employee>> employees) {
        this.facts = facts;
        this.copies = copies;
        this.employees = employees;
    }

    void write(
            Entry<Agreement> agreement,
            Application application,
            Verdict option,
            boolean participationEnded,
            CoverageResults out) {
        List<Position> positions = copies.positions(agreement.record().agreement(), application);
        if (positions.isEmpty()) {
            return;
        }
        Figure.Builder figure = out.figure("workplace.software-ceiling", Facts.subject(agreement.record()))
                .dimension(application.name())
                .sources(Sources.of(positions.stream().map(Position::entry).toList()));
        if (option.is(FindingStatus.FAIL) || participationEnded) {
            out.add(
                    figure.work(
                            option.is(FindingStatus.FAIL) ? option.reason() : "Participation in the program was ended.",
                            "0",
                            "licenses"),
                    Bounded.known(0));
            return;
        }
        if (option.is(FindingStatus.UNDETERMINED)) {
            out.add(figure.unknown(option.reason()));
            return;
        }
        Holding certain = new Holding();
        Holding possible = new Holding();
        List<String> open = new ArrayList<>();
        for (Position position : positions) {
            Counts counts = counts(position);
            if (counts == Counts.YES) {
                add(certain, position, false, open);
            }
            if (counts != Counts.NO) {
                add(possible, position, true, open);
            }
            if (counts == Counts.PERHAPS) {
                open.add("version or SA of position " + position.id());
            }
        }
        figure.work("licenses of a listed version with SA", Numbers.plain(certain.licenses), "licenses");
        if (certain.anyNamed) {
            figure.work("employees who use them", Integer.toString(certain.users.size()));
        }
        boolean mayBeMore = possible.ceiling().compareTo(certain.ceiling()) > 0;
        out.add(
                figure,
                mayBeMore
                        ? new Bounded(
                                FigureState.LOWER_BOUND,
                                certain.ceiling(),
                                "Not known, and able to raise it: " + String.join("; ", open) + ".")
                        : Bounded.known(certain.ceiling()));
    }

    private Counts counts(Position position) {
        SaTimeline timeline = facts.timeline(position);
        boolean mayBeListed = copies.isVersionListed(position) || !copies.isVersionKnown(position);
        if (!mayBeListed || timeline.isInactiveOn(facts.asOf())) {
            return Counts.NO;
        }
        return copies.isVersionListed(position) && timeline.known() ? Counts.YES : Counts.PERHAPS;
    }

    private void add(Holding holding, Position position, boolean withPossibleUsers, List<String> open) {
        holding.licenses = holding.licenses.add(position.quantity());
        copies.uses(position).stream().filter(use -> use.isOn(facts.asOf())).forEach(use -> {
            String user = use.row().employee();
            holding.anyNamed = true;
            Counts counts = counts(user);
            if (counts == Counts.YES || (withPossibleUsers && counts == Counts.PERHAPS)) {
                holding.users.add(user);
            }
            if (withPossibleUsers && counts == Counts.PERHAPS) {
                open.add("employment of " + user);
            }
        });
    }

    private Counts counts(String user) {
        Optional<Employee> employee = Optional.ofNullable(employees.get(user)).map(Entry::record);
        Optional<Employment> employment = employee.map(Employee::employment);
        boolean ended = employee.map(Employee::employmentEnd)
                .filter(end -> end.isBefore(facts.asOf()))
                .isPresent();
        if (ended || employment.filter(kind -> kind != Employment.EMPLOYEE).isPresent()) {
            return Counts.NO;
        }
        return employment.isPresent() ? Counts.YES : Counts.PERHAPS;
    }
}
