package io.tallybook.analysis.azure;

import io.tallybook.analysis.Sources;
import io.tallybook.analysis.Verdict;
import io.tallybook.ledger.AzureSubscription;
import io.tallybook.ledger.AzureSubscription.Channel;
import io.tallybook.ledger.AzureUsage.SourceType;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.Operator;
import io.tallybook.ledger.RecordDefinition;
import io.tallybook.result.Figure;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.joda.money.CurrencyUnit;

/** Writes the monthly usage of an account, the windows it is tested in, and what can be wrong with its sources. */
final class UsageRules {
    private final Facts facts;
    private final UsageMonths months;
    private final UsageTest test;
    private final AzureResults results;

    UsageRules(Facts facts, UsageMonths months, UsageTest test, AzureResults results) {
        this.facts = facts;
        this.months = months;
        this.test = test;
        this.results = results;
    }

    /**
     * Writes the month totals and their parts.
     *
     * @param referenceDates  the reference dates of the account, its lawsuits and the patent transfers
     */
    void writeMonths(Collection<LocalDate> referenceDates) {
        TreeSet<YearMonth> all = new TreeSet<>(months.monthsWithLines());
        for (LocalDate date : new TreeSet<>(referenceDates)) {
            all.addAll(test.window(date).months());
        }
        for (YearMonth month : all) {
            write("azure-usage.month", facts.subject(), months.total(month));
            for (Operator operator : months.operators(month)) {
                write(
                        "azure-usage.operator-month",
                        facts.subject() + "/operator:" + UsageMonths.name(operator),
                        months.part(month, operator));
            }
        }
    }

    private void write(String measure, String subject, MonthTotal total) {
        Figure.Builder figure = results.figure(measure, subject)
                .dimension(total.month().toString())
                .work(total.working())
                .sources(total.sources());
        if (facts.charges().ignored() > 0) {
            figure.assume(Amounts.lines(facts.charges().ignored()) + " of azure_usage dated after " + facts.asOf()
                    + " left out.");
        }
        if (!total.note().isEmpty()) {
            figure.assume(total.note());
        }
        results.add(total.usd()
                .map(usd -> figure.known(Amounts.text(usd, CurrencyUnit.USD)))
                .orElseGet(() -> figure.unknown(total.problem())));
    }

    /** Writes the average over the account's window. */
    void writeAverage() {
        List<MonthTotal> totals = test.totals(facts.asOf());
        Figure.Builder figure = results.figure("azure-usage.average", facts.subject());
        totals.forEach(total -> figure.work(
                total.month().toString(),
                total.usd().map(usd -> Amounts.text(usd, CurrencyUnit.USD)).orElse("not known"),
                "USD"));
        figure.sources(totals.stream()
                .flatMap(total -> total.sources().stream())
                .distinct()
                .toList());
        results.add(UsageTest.average(totals)
                .map(figure::known)
                .orElseGet(() -> figure.unknown(String.join(
                        " ",
                        totals.stream()
                                .map(MonthTotal::problem)
                                .filter(problem -> !problem.isEmpty())
                                .toList()))));
    }

    /** Writes first and last day of the window before a reference date. */
    void writeWindow(String subject, LocalDate referenceDate) {
        Window window = test.window(referenceDate);
        results.add(window(subject, referenceDate)
                .dimension("START")
                .known(window.start().toString()));
        results.add(window(subject, referenceDate)
                .dimension("END")
                .known(window.end().toString()));
    }

    private Figure.Builder window(String subject, LocalDate referenceDate) {
        return results.figure("ip-advantage.window", subject)
                .work("reference date", referenceDate.toString())
                .work(
                        "full calendar months before it",
                        "" + test.window(referenceDate).months().size(),
                        "months");
    }

    /** Writes IPA-41, IPA-71 and IPA-73 of the account, and returns IPA-73. */
    Verdict writeAccountTests() {
        Verdict verdict = test.at(facts.asOf());
        results.find("IPA-41", facts.subject(), verdict);
        results.find("IPA-71", facts.subject(), test.withoutOthers(facts.asOf(), verdict));
        return results.find("IPA-73", facts.subject(), verdict);
    }

    /** Writes IPA-52: whether the sources of a subscription's lines fit to how it is bought. */
    void writeSources() {
        Map<String, Map<SourceType, Rows>> sources = new HashMap<>();
        for (Charge charge : facts.charges().all()) {
            SourceType type = charge.line().sourceType();
            if (type != null) {
                sources.computeIfAbsent(charge.line().subscription(), id -> new EnumMap<>(SourceType.class))
                        .computeIfAbsent(type, key -> new Rows())
                        .add(charge);
            }
        }
        for (Entry<AzureSubscription> entry : facts.subscriptions()) {
            Map<SourceType, Rows> found = sources.get(entry.record().subscription());
            if (found != null) {
                String subject = "subscription:" + entry.record().subscription();
                results.find("IPA-52", subject, pairing(entry, found));
            }
        }
    }

    private static Verdict pairing(Entry<AzureSubscription> entry, Map<SourceType, Rows> found) {
        String types = String.join(
                ", ", found.keySet().stream().map(RecordDefinition::code).toList());
        Channel channel = entry.record().channel();
        if (channel == null) {
            return Verdict.undetermined(
                            "Lines come from " + types
                                    + ", but how the subscription is bought is not known: fill `channel` in `azure_subscriptions`.")
                    .from(Sources.of(entry));
        }
        if (channel == Channel.MCA || channel == Channel.OTHER) {
            return Verdict.pass("Lines come from " + types + "; no source is listed for channel " + channel + ".")
                    .from(Sources.of(entry));
        }
        Rows wrong = new Rows();
        List<String> wrongTypes = found.keySet().stream()
                .filter(type -> !fits(type, channel))
                .map(RecordDefinition::code)
                .toList();
        if (wrongTypes.isEmpty()) {
            return Verdict.pass("Lines come from " + types + ", which fits channel " + channel + ".")
                    .from(Sources.of(entry));
        }
        wrong.add(List.of(entry));
        return Verdict.atRisk("Lines come from " + String.join(", ", wrongTypes) + ", which does not fit channel "
                        + channel + ": check the export or the channel.")
                .from(wrong.list());
    }

    private static boolean fits(SourceType type, Channel channel) {
        return switch (type) {
            case ACCOUNT_CENTER -> channel == Channel.MOSP;
            case EA_REPORT -> channel == Channel.EA;
            case RESELLER_INVOICE -> channel == Channel.CSP;
            case INVOICE, ONLINE_USAGE -> true;
        };
    }
}
