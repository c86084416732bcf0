package io.tallybook.analysis.support;

import io.tallybook.analysis.Bounded;
import io.tallybook.analysis.Numbers;
import io.tallybook.analysis.Sources;
import io.tallybook.ledger.Agreement;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.SupportContact;
import io.tallybook.ledger.SupportContact.Channel;
import io.tallybook.ledger.YesNo;
import io.tallybook.result.Figure;
import io.tallybook.result.FigureState;
import io.tallybook.result.FindingStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How many support contacts are permitted and named (SA-CON-01, -05 to -07, SA-PDW-03 to -09). */
final class ContactResults {
    private static final String CONTACTS = "contacts";

    private final UnitResults to;
    private final Agreement agreement;

    private ContactResults(UnitResults to) {
        this.to = to;
        agreement = to.unit().agreement();
    }

    static void write(UnitResults to, WarehouseStanding warehouse, List<Entry<SupportContact>> contacts) {
        ContactResults results = new ContactResults(to);
        Optional<Bounded> unlimited = Optional.empty();
        if (WarehouseResults.isAnyUnlimited(to, warehouse)) {
            unlimited = results.writeUnlimited(warehouse);
        }
        if (to.unit().academic() != YesNo.YES) {
            results.writePhone();
            results.writeWeb(contacts, unlimited);
        }
    }

    private void writePhone() {
        to.out()
                .add(to.figureWithoutLines("contacts.phone-permitted")
                        .unit(CONTACTS)
                        .unlimited()
                        .clauses("SA-CON-05")
                        .assume(
                                "As needed in every column of the table; programs that it does not name stand with their"
                                        + " family.")
                        .sources(Sources.of(to.unit().entry()))
                        .build());
    }

    private void writeWeb(List<Entry<SupportContact>> contacts, Optional<Bounded> unlimited) {
        List<Integer> ofProgram = new ArrayList<>();
        Optional<Integer> ofLevel = Optional.empty();
        TermTable table = to.rules().table("support-contacts");
        String level = agreement.level() == null ? "" : agreement.level().name();
        for (Map<String, String> row : table.rows()) {
            if (Rulebook.cell(row, "program").equals(agreement.program().name())) {
                String rowLevel = Rulebook.cell(row, "level");
                int web = Integer.parseInt(Rulebook.cell(row, "web"));
                ofProgram.add(web);
                if (rowLevel.isEmpty() || rowLevel.equals(level)) {
                    ofLevel = Optional.of(web);
                }
            }
        }
        Bounded permitted;
        if (ofProgram.isEmpty()) {
            permitted = Bounded.unknown(table.isInForce() ? "The table does not name the program." : table.missing());
        } else {
            int least = ofProgram.stream().min(Integer::compare).orElseThrow();
            permitted = ofLevel.map(Bounded::known)
                    .orElseGet(() -> new Bounded(
                            FigureState.LOWER_BOUND,
                            BigDecimal.valueOf(least),
                            "The price level is not known; it settles the number. Level A permits the fewest."));
        }
        to.add(
                to.figureWithoutLines("contacts.web-permitted")
                        .clauses("SA-CON-01", "SA-CON-06")
                        .assume("The page runs the numbers of the row together; only one split rises with the level.")
                        .work(
                                "program " + agreement.program() + (level.isEmpty() ? "" : ", level " + level),
                                Numbers.plain(permitted.value()),
                                CONTACTS)
                        .sources(Sources.of(to.unit().entry())),
                permitted,
                CONTACTS);
        long named = writeNamed(contacts);
        if (named > 0) {
            int most = ofProgram.stream().max(Integer::compare).orElse(0);
            writeLimit(BigDecimal.valueOf(named), permitted, BigDecimal.valueOf(most), unlimited);
        }
    }

    private long writeNamed(List<Entry<SupportContact>> contacts) {
        Set<String> names = new LinkedHashSet<>();
        List<Entry<SupportContact>> rows = new ArrayList<>();
        for (Entry<SupportContact> entry : contacts) {
            SupportContact contact = entry.record();
            if (contact.channel() != Channel.PHONE
                    && isActive(contact, to.asOf())
                    && !contact.name().isBlank()) {
                names.add(normalised(contact.name()));
                rows.add(entry);
            }
        }
        Figure.Builder figure = to.figureWithoutLines("contacts.web-named")
                .clauses("SA-CON-07")
                .assume(
                        "Contacts are taken as a complete list. A name counts once, however often it is listed; entries that"
                                + " are no persons count as named.")
                .assume(to.rejections().of("support_contacts", to.unit().id()))
                .work("active web contacts with a name", Integer.toString(rows.size()), "rows")
                .work("of these, different names", Integer.toString(names.size()), CONTACTS)
                .sources(Sources.of(rows));
        to.add(figure, Bounded.known(names.size()), CONTACTS);
        return names.size();
    }

    static boolean isActive(SupportContact contact, LocalDate day) {
        boolean begun = contact.activeFrom() == null || !contact.activeFrom().isAfter(day);
        boolean ended = contact.activeTo() != null && contact.activeTo().isBefore(day);
        return begun && !ended;
    }

    private static String normalised(String name) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean space = Character.isWhitespace(c) || Character.isSpaceChar(c);
            if (!space) {
                text.append(c);
            } else if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
                text.append(' ');
            }
        }
        return text.toString().strip().toLowerCase(Locale.ROOT);
    }

    /** SA-CON-07: as many as the larger of the two permitted numbers. */
    private void writeLimit(BigDecimal named, Bounded web, BigDecimal mostOfLevels, Optional<Bounded> unlimited) {
        BigDecimal certain = certain(web);
        Optional<BigDecimal> most = web.isKnown() ? Optional.of(web.value()) : Optional.of(mostOfLevels);
        if (web.isUnknown()) {
            most = Optional.empty();
        }
        if (unlimited.isPresent()) {
            certain = certain.max(certain(unlimited.get())).max(leastUnlimited());
            boolean endless = unlimited.get().state() == FigureState.LOWER_BOUND;
            most = endless
                    ? Optional.empty()
                    : most.map(limit -> limit.max(unlimited.get().value()));
        }
        BigDecimal permitted = certain;
        boolean isExact = most.filter(limit -> limit.compareTo(permitted) == 0).isPresent();
        FindingStatus status;
        if (named.compareTo(certain) <= 0) {
            status = FindingStatus.PASS;
        } else {
            boolean above = most.map(limit -> named.compareTo(limit) > 0).orElse(false);
            status = above ? FindingStatus.FAIL : FindingStatus.UNDETERMINED;
        }
        to.find(
                "SA-CON-07",
                status,
                Numbers.plain(named) + " web contacts are named, " + (isExact ? "" : "at least ")
                        + Numbers.plain(certain)
                        + " are permitted."
                        + (web.isKnown() ? "" : " " + web.reason()),
                "With unlimited support the larger of the two numbers counts.");
    }

    /** The number that is permitted in any case; of an upper bound nothing is certain. */
    private static BigDecimal certain(Bounded permitted) {
        boolean certain = permitted.isKnown() || permitted.state() == FigureState.LOWER_BOUND;
        return certain ? permitted.value() : BigDecimal.ZERO;
    }

    /** Unlimited support permits this many in any case. */
    private BigDecimal leastUnlimited() {
        return to.rules().table("unlimited-support-contacts").rows().stream()
                .map(row -> new BigDecimal(Rulebook.cell(row, "minimum")))
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    /** contacts.unlimited-permitted: 4, and one more for each half threshold of annual spend above the threshold. */
    private Optional<Bounded> writeUnlimited(WarehouseStanding warehouse) {
        TermTable table = to.rules().table("unlimited-support-contacts");
        Figure.Builder figure = to.figure("contacts.unlimited-permitted").sources(to.saSources());
        Bounded permitted;
        if (table.rows().isEmpty()) {
            permitted = Bounded.unknown(table.missing());
            figure.clauses("SA-PDW-03");
        } else {
            Map<String, String> row = table.rows().get(0);
            permitted = to.unit().kind() == ProgramKind.MPSA
                    ? Bounded.known(new BigDecimal(Rulebook.cell(row, "mpsa")))
                    : bySpend(figure, row, warehouse);
            figure.clauses(
                    to.unit().kind() == ProgramKind.MPSA
                            ? List.of("SA-PDW-09")
                            : List.of("SA-PDW-03", "SA-PDW-04", "SA-PDW-05", "SA-PDW-06", "SA-PDW-07", "SA-PDW-08"));
        }
        to.add(figure, permitted, CONTACTS);
        return Optional.of(permitted);
    }

    private Bounded bySpend(Figure.Builder figure, Map<String, String> row, WarehouseStanding warehouse) {
        BigDecimal minimum = new BigDecimal(Rulebook.cell(row, "minimum"));
        Optional<BigDecimal> threshold = to.rules().threshold(agreement.currency());
        if (threshold.isEmpty()) {
            return new Bounded(FigureState.LOWER_BOUND, minimum, to.rules().noThreshold(agreement.currency()));
        }
        BigDecimal step = threshold.get().multiply(new BigDecimal(Rulebook.cell(row, "step_share")));
        figure.assume(
                "The agreement alone; one more for each half threshold, in every currency and above the last printed"
                        + " bracket.");
        List<AnnualAverage> grounds = new ArrayList<>();
        Bounded components = null;
        for (SceStanding.Component component : to.now().sce().components()) {
            if (component.verdict() == FindingStatus.PASS || component.verdict() == FindingStatus.AT_RISK) {
                Bounded spend = component.average().spend();
                components = components == null ? spend : components.plus(spend);
            }
        }
        long months = AnnualAverage.months(agreement.start(), agreement.end());
        if (components != null) {
            grounds.add(new AnnualAverage(components, months));
        }
        if (warehouse.isUnlimited()) {
            grounds.add(SceStanding.committed(agreement, WarehouseStanding.linesOf(to.unit())));
        }
        Bounded most = null;
        for (AnnualAverage average : grounds) {
            Bounded permitted = average.spend().isUnknown()
                    ? new Bounded(
                            FigureState.LOWER_BOUND, minimum, average.spend().reason())
                    : average.spend()
                            .map(spend -> minimum.add(average.wholeStepsAbove(threshold.get(), step)
                                    .max(BigDecimal.ZERO)));
            figure.work("annual average", to.money(average.lessRoundedDown(BigDecimal.ZERO, 4)), to.currency())
                    .work("threshold", Numbers.plain(threshold.get()), to.currency())
                    .work("step for one more", Numbers.plain(step), to.currency())
                    .work("contacts", Numbers.plain(permitted.value()), CONTACTS);
            most = most == null ? permitted : larger(most, permitted);
        }
        return most == null ? Bounded.known(minimum) : most;
    }

    private static Bounded larger(Bounded one, Bounded other) {
        boolean first = one.value().compareTo(other.value()) >= 0;
        Bounded more = first ? one : other;
        Bounded less = first ? other : one;
        boolean mayGrow = more.state() == FigureState.LOWER_BOUND || less.state() == FigureState.LOWER_BOUND;
        boolean mayShrink = more.state() == FigureState.UPPER_BOUND;
        if (mayGrow && mayShrink) {
            return new Bounded(FigureState.LOWER_BOUND, less.value(), less.reason());
        }
        return Bounded.of(more.value(), mayGrow, mayShrink, (more.reason() + " " + less.reason()).strip());
    }
}
