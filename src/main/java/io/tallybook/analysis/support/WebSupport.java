package io.tallybook.analysis.support;

import io.tallybook.analysis.Assessment;
import io.tallybook.analysis.Sources;
import io.tallybook.ledger.Dossier;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.License;
import io.tallybook.ledger.License.Metric;
import io.tallybook.ledger.YesNo;
import io.tallybook.result.Figure;
import io.tallybook.result.Finding;
import io.tallybook.result.FindingStatus;
import io.tallybook.terms.ProductKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Web-based incidents: open for server software and its CALs under SA (SA-WBI-01 to -03, SA-WBI-07). */
final class WebSupport {
    private static final Set<Metric> SERVERS = EnumSet.of(Metric.CORE, Metric.SERVER, Metric.PROCESSOR);
    private static final Set<Metric> BY_CORE = EnumSet.of(Metric.CORE, Metric.PROCESSOR);
    private static final Set<Metric> CALS = EnumSet.of(Metric.CAL_USER, Metric.CAL_DEVICE);

    /** A server position with its verdicts; without CALs to look at the second is empty. */
    private record Position(Entry<License> entry, FindingStatus software, Optional<FindingStatus> cals) {}

    private final Rulebook rules;
    private final Map<String, Boolean> editions = new HashMap<>();
    private final Map<String, List<Entry<License>>> calsByServer = new HashMap<>();
    private final Map<String, List<Position>> byAgreement = new HashMap<>();

    private WebSupport(Rulebook rules) {
        this.rules = rules;
        rules.table("web-support-editions")
                .rows()
                .forEach(row -> editions.put(
                        String.join("", ProductKey.words(Rulebook.cell(row, "edition"))),
                        Rulebook.cell(row, "web_support").equals("Y")));
    }

    /** Judges the positions of an account; {@link #write} puts them together by agreement. */
    static WebSupport of(Dossier dossier, Rulebook rules, Assessment out) {
        WebSupport web = new WebSupport(rules);
        List<Entry<License>> positions = dossier.all(License.class).stream()
                .filter(entry -> entry.record().acquired() == null
                        || !entry.record().acquired().isAfter(rules.asOf()))
                .toList();
        for (Entry<License> entry : positions) {
            if (CALS.contains(entry.record().metric())) {
                web.fileCals(entry);
            }
        }
        for (Entry<License> entry : positions) {
            if (SERVERS.contains(entry.record().metric())) {
                web.judge(dossier.account(), entry, out);
            }
        }
        return web;
    }

    private void fileCals(Entry<License> entry) {
        Set<String> servers = new HashSet<>();
        for (String name : entry.record().accessTo().split(";", -1)) {
            if (!name.isBlank() && servers.add(family(name))) {
                calsByServer
                        .computeIfAbsent(family(name), key -> new ArrayList<>())
                        .add(entry);
            }
        }
    }

    /** SA of a license position on a day; not known when a date that would settle it is missing. */
    static YesNo saOn(LocalDate day, License license) {
        LocalDate start = license.saStart();
        LocalDate end = license.saEnd();
        boolean ruledOut =
                license.withSa().isNo() || (start != null && start.isAfter(day)) || (end != null && end.isBefore(day));
        if (ruledOut) {
            return YesNo.NO;
        }
        return start == null || end == null ? YesNo.UNKNOWN : YesNo.YES;
    }

    private void judge(String account, Entry<License> entry, Assessment out) {
        License license = entry.record();
        String subject = "license:" + license.license();
        YesNo sa = saOn(rules.asOf(), license);
        Optional<String> edition = edition(license);
        FindingStatus software;
        String reason;
        boolean otherEdition = edition.isPresent() && !editions.getOrDefault(edition.get(), false);
        if (otherEdition || sa == YesNo.NO) {
            software = FindingStatus.FAIL;
            reason = otherEdition
                    ? "Web support attaches to Standard, Enterprise and Datacenter editions; this is another one."
                    : "Its SA is not active on " + rules.asOf() + ".";
        } else if (edition.isEmpty() || sa == YesNo.UNKNOWN) {
            software = FindingStatus.UNDETERMINED;
            reason = edition.isEmpty()
                    ? "Its edition is not known; the column edition settles it."
                    : "Its SA dates are not complete; sa_start and sa_end settle it.";
        } else {
            software = FindingStatus.PASS;
            reason = "Its edition has web support and its SA is active on " + rules.asOf() + ".";
        }
        out.add(Finding.of("SA-WBI-02", account, subject, software, reason)
                .withEdition(rules.edition())
                .withSources(Sources.of(entry)));
        Optional<FindingStatus> cals = judgeCals(account, subject, entry, out);
        byAgreement
                .computeIfAbsent(license.agreement(), key -> new ArrayList<>())
                .add(new Position(entry, software, cals));
    }

    /** SA-WBI-07. */
    private Optional<FindingStatus> judgeCals(String account, String subject, Entry<License> entry, Assessment out) {
        License license = entry.record();
        String family = family(license.product());
        boolean needsNone = BY_CORE.contains(license.metric())
                && rules.products("web-support-core-products", "product").stream()
                        .anyMatch(product -> product.toString().equals(family));
        if (needsNone) {
            return Optional.empty();
        }
        int active = 0;
        int inactive = 0;
        int unknown = 0;
        List<Entry<License>> cals = calsByServer.getOrDefault(family, List.of());
        for (Entry<License> cal : cals) {
            YesNo sa = cal.record().quantity().signum() > 0 ? saOn(rules.asOf(), cal.record()) : null;
            active += sa == YesNo.YES ? 1 : 0;
            inactive += sa == YesNo.NO ? 1 : 0;
            unknown += sa == YesNo.UNKNOWN ? 1 : 0;
        }
        FindingStatus status;
        if (active > 0 && inactive > 0) {
            status = FindingStatus.AT_RISK;
        } else if (unknown > 0 || active + inactive == 0) {
            status = FindingStatus.UNDETERMINED;
        } else {
            status = active > 0 ? FindingStatus.PASS : FindingStatus.FAIL;
        }
        List<Entry<License>> rows = new ArrayList<>(cals);
        rows.add(entry);
        String reason = cals.isEmpty()
                ? "No CAL positions with access to " + license.product() + " were delivered."
                : "Of its CAL positions " + active + " have active SA, " + inactive + " have none, of " + unknown
                        + " it is not known.";
        out.add(Finding.of("SA-WBI-07", account, subject, status, reason)
                .withEdition(rules.edition())
                .withSources(Sources.of(rows))
                .withAssumption(
                        "All CALs should have SA: on a part of them it is at risk. CALs count under any agreement."));
        return Optional.of(status);
    }

    /** The edition of a position, without spaces; empty when it is not known. */
    private Optional<String> edition(License license) {
        List<String> words =
                withoutTail(ProductKey.words(license.edition().isBlank() ? license.product() : license.edition()));
        if (!license.edition().isBlank()) {
            return words.isEmpty() ? Optional.empty() : Optional.of(String.join("", words));
        }
        return lastEdition(words);
    }

    /** Drops a version and a word "core" from the end. */
    private static List<String> withoutTail(List<String> words) {
        int end = words.size();
        while (end > 0 && (words.get(end - 1).equals("core") || isVersion(words.get(end - 1)))) {
            end--;
        }
        return words.subList(0, end);
    }

    private static boolean isVersion(String word) {
        return word.equals("r2") || (word.length() == 4 && word.chars().allMatch(Character::isDigit));
    }

    private Optional<String> lastEdition(List<String> words) {
        int size = words.size();
        if (size > 1 && editions.containsKey(words.get(size - 2) + words.get(size - 1))) {
            return Optional.of(words.get(size - 2) + words.get(size - 1));
        }
        return size > 0 && editions.containsKey(words.get(size - 1))
                ? Optional.of(words.get(size - 1))
                : Optional.empty();
    }

    /** The server product without edition and version. */
    private String family(String product) {
        List<String> words = withoutTail(ProductKey.words(product));
        Optional<String> edition = lastEdition(words);
        String text = String.join(" ", words);
        if (edition.isPresent()) {
            int drop = words.get(words.size() - 1).equals(edition.get()) ? 1 : 2;
            text = String.join(" ", words.subList(0, words.size() - drop));
        }
        return ProductKey.of(text).toString();
    }

    /** SA-WBI-01 and the figure web-incidents of an agreement. */
    void write(UnitResults to) {
        String program = to.unit().agreement().program().name();
        boolean closed = rules.table("web-support-excluded-programs")
                .edition()
                .flatMap(edition -> edition.row("program", program))
                .isPresent();
        FindingStatus open;
        String reason;
        if (closed || to.unit().academic() == YesNo.YES) {
            open = FindingStatus.FAIL;
            reason = closed
                    ? "Web-based incidents are closed to program " + program + "."
                    : "Web-based incidents are closed to academic agreements; those that the list does not name have no"
                            + " 24x7 support at all (SA-PRS-01).";
        } else if (!to.unit().academic().isKnown()) {
            open = FindingStatus.UNDETERMINED;
            reason = "Whether the agreement is academic is not known; the column academic settles it.";
        } else {
            open = FindingStatus.PASS;
            reason = "Program " + program + " has web-based incidents.";
        }
        to.find("SA-WBI-01", open, reason);
        writeFigure(to, open);
    }

    private void writeFigure(UnitResults to, FindingStatus open) {
        List<Position> positions = byAgreement.getOrDefault(to.unit().id(), List.of());
        if (positions.isEmpty() && open != FindingStatus.FAIL) {
            return;
        }
        List<Entry<?>> rows = new ArrayList<>(List.of(to.unit().entry()));
        positions.forEach(position -> rows.add(position.entry()));
        Figure.Builder figure = to.figureWithoutLines("web-incidents")
                .unit("incidents")
                .clauses("SA-WBI-01", "SA-WBI-03")
                .assume("One server position with web support is enough; the number is then as needed.")
                .assume(to.rejections().of("licenses", to.unit().id()))
                .work("server positions", Integer.toString(positions.size()))
                .sources(Sources.of(rows));
        boolean good = positions.stream().anyMatch(WebSupport::isGood);
        boolean bad = positions.stream().allMatch(WebSupport::isBad);
        if (open == FindingStatus.FAIL || bad) {
            figure.known(0);
        } else if (open == FindingStatus.PASS && good) {
            figure.unlimited();
        } else {
            figure.unknown(
                    "Whether a server position has web support is not known: see SA-WBI-01, SA-WBI-02 and SA-WBI-07.");
        }
        to.out().add(figure.build());
    }

    private static boolean isGood(Position position) {
        FindingStatus cals = position.cals().orElse(FindingStatus.PASS);
        return position.software() == FindingStatus.PASS
                && cals != FindingStatus.FAIL
                && cals != FindingStatus.UNDETERMINED;
    }

    private static boolean isBad(Position position) {
        return position.software() == FindingStatus.FAIL
                || position.cals().orElse(FindingStatus.PASS) == FindingStatus.FAIL;
    }
}
