package io.tallybook.analysis.deployment;

import io.tallybook.analysis.Sources;
import io.tallybook.analysis.Verdict;
import io.tallybook.analysis.deployment.TestWindow.Test;
import io.tallybook.analysis.deployment.TimeSet.Span;
import io.tallybook.ledger.BackupRun.Reason;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.Instance;
import io.tallybook.ledger.License;
import io.tallybook.ledger.Outage;
import io.tallybook.ledger.Server.Location;
import io.tallybook.result.Figure;
import io.tallybook.result.FigureState;
import io.tallybook.result.FindingStatus;
import io.tallybook.terms.ProductKey;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Says whether a backup instance ran only when it may (SA-DRR-05 to -07, -09, -11, -16), with its whole log as working. */
final class BackupRunResults {
    /** Unit of a working step that is a span of time: {@code from/to}, as ISO 8601 writes an interval. */
    private static final String INTERVAL = "interval";

    private static final ProductKey STANDARD = ProductKey.of("Standard");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    private final Estate estate;
    private final DeploymentResults results;
    private final Entry<Instance> entry;
    private final Instance backup;
    private final String subject;
    private final RunLog log;

    BackupRunResults(Estate estate, DeploymentResults results, Entry<Instance> entry, RunLog log) {
        this.estate = estate;
        this.results = results;
        this.entry = entry;
        this.log = log;
        backup = entry.record();
        subject = "instance:" + backup.instance();
    }

    void write() {
        if (!log.tests().isEmpty()) {
            tests();
        }
        log.runs().forEach(this::run);
        hybridBenefit();
        offTimes();
        endOfRight();
    }

    private void tests() {
        Grounds grounds = new Grounds().from(entry);
        List<String> warnings = new ArrayList<>();
        Duration brief = estate.rules().settings().briefTest();
        for (Test test : log.tests()) {
            RunTime run = test.run();
            grounds.from(run.entry());
            test.firstDayOutside().ifPresent(day -> grounds.fail(outsideWindow(test, day), day));
            if (Duration.between(run.from(), run.to()).compareTo(brief) > 0) {
                warnings.add(run.id());
            }
        }
        Test last = log.tests().get(log.tests().size() - 1);
        TestWindow window = last.window();
        Verdict verdict = grounds.orPass("All test runs lie in their windows; the latest is " + window.first() + " to "
                + window.last() + ", the next may open on " + window.next() + ".");
        if (!warnings.isEmpty()) {
            verdict = verdict.with(
                    verdict.status(),
                    verdict.reason() + " Warning: " + RecoveryResults.listed(warnings) + " ran longer than "
                            + brief.toHours() + " hours, and tests have to be brief.");
        }
        results.find("SA-DRR-05", subject, verdict);
        results.add(results.figure("dr.next-test-window", subject)
                .known(window.next().toString())
                .work("first day of the latest window", window.first().toString(), "date")
                .work(
                        "days from there to the next one",
                        Integer.toString(estate.rules().testWindowInterval()),
                        "days")
                .sources(Sources.of(last.run().entry())));
    }

    private static String outsideWindow(Test test, LocalDate day) {
        TestWindow window = test.window();
        return "test run " + test.run().id() + " touches " + day + ", "
                + ChronoUnit.DAYS.between(window.first(), day)
                + " days after the first day of the window " + window.first() + " to " + window.last()
                + "; the next may open on " + window.next();
    }

    private void run(RunTime run) {
        if (run.is(Reason.DISASTER)) {
            disaster(run);
        }
        boolean transfers = run.is(Reason.TRANSFER)
                ? !log.overlap(run).isEmpty()
                : run.is(Reason.DISASTER) && !log.transfer(run).isEmpty();
        if (transfers) {
            transfer(run);
        }
    }

    private void disaster(RunTime run) {
        List<Entry<?>> rows = List.of(run.entry(), entry);
        if (!log.outages().isProductionKnown()) {
            results.find(
                    "SA-DRR-06",
                    run.subject(),
                    new Grounds()
                            .from(rows)
                            .open(RecoveryResults.noProduction(backup))
                            .orPass(""));
            return;
        }
        String server =
                Objects.requireNonNull(estate.productionOf(backup)).record().server();
        if (!log.outages().isLogged()) {
            results.ask(
                    "SA-DRR-06",
                    run.subject(),
                    "There is no outage log. Was server " + server + " down in a disaster during the whole run?",
                    rows);
            return;
        }
        TimeSet rest = log.overlap(run).without(log.transfer(run));
        Grounds grounds = new Grounds().from(rows).from(log.outages().rows());
        if (!rest.isEmpty()) {
            grounds.fail(hours(rest) + " of the run lie neither in an outage of server " + server
                    + " nor in transfer time around one, from "
                    + moment(rest.spans().get(0).from()) + " on");
        }
        results.find(
                "SA-DRR-06",
                run.subject(),
                grounds.orPass("All of it lies in outages of server " + server + " or in transfer time around them."));
    }

    private void transfer(RunTime run) {
        TimeSet overlap = log.overlap(run);
        boolean known = log.outages().isProductionKnown() && log.outages().isLogged();
        String length = known ? hours(overlap) + " of the run lie outside every outage. " : "";
        results.ask(
                "SA-DRR-07",
                run.subject(),
                length + "Was that brief, and around a disaster, to move work to the disaster recovery server or back?",
                List.of(run.entry()));
        Figure.Builder figure = results.figure("dr.transfer-overlap", run.subject())
                .work("hours of the run", run.time().hours().toPlainString(), "hours")
                .sources(Sources.of(run.entry()));
        results.add(
                known
                        ? figure.known(overlap.hours())
                                .work(
                                        "of these outside every outage",
                                        overlap.hours().toPlainString(),
                                        "hours")
                        : figure.unknown(
                                log.outages().isProductionKnown()
                                        ? "The account has no outage log; `outages` settles it."
                                        : RecoveryResults.noProduction(backup) + "."));
    }

    /** Windows Server Standard licenses in use on Azure and on the production server at once. */
    private void hybridBenefit() {
        boolean onAzure = estate.hosting().isAt(backup.server(), Location.AZURE);
        if (!onAzure
                || !backup.azureHybridBenefit().isYes()
                || !estate.product(backup.product()).is(ProductFamily.WINDOWS_SERVER)) {
            return;
        }
        Entry<Instance> production = estate.productionOf(backup);
        String mine = backup.license();
        String other = production == null ? "" : production.record().license();
        if (!mine.isEmpty() && !other.isEmpty() && !mine.equals(other)) {
            return;
        }
        Entry<License> license = estate.productionLicenseOf(backup);
        String edition = license == null ? "" : license.record().edition();
        Optional<String> unknown = Optional.empty();
        if (mine.isEmpty()) {
            unknown = Optional.of(RecoveryResults.noLicense(backup));
        } else if (license == null) {
            unknown = Optional.of(RecoveryResults.noProductionLicense(backup, production));
        } else if (edition.isEmpty()) {
            unknown = Optional.of("the edition of " + mine + " is not known; its `edition` settles it");
        } else if (!ProductKey.of(edition).equals(STANDARD)) {
            return;
        }
        for (RunTime run : log.runs()) {
            Grounds grounds = new Grounds().from(run.entry(), entry, license);
            if (unknown.isPresent()) {
                grounds.open(unknown.get());
            } else {
                grounds.require(
                        log.isPermitted(run),
                        hours(run.time().and(log.outside())) + " of the run lie outside the permitted time, while "
                                + mine + " is in use on the production server too",
                        "some of the run cannot be judged; SA-DRR-06 has to be settled first");
            }
            results.find(
                    "SA-DRR-09",
                    run.subject(),
                    grounds.orPass("All of it is permitted time, so " + mine + " may serve on both servers at once."));
        }
    }

    private void offTimes() {
        Figure.Builder figure = results.figure("dr.hours-outside", subject);
        if (log.runs().isEmpty()) {
            results.ask(
                    "SA-DRR-11",
                    subject,
                    "There is no log of its runs. Was it switched off at all times outside the permitted ones?",
                    List.of(entry));
            results.add(figure.unknown("No run of it was delivered; `backup_runs` settles it.")
                    .sources(Sources.of(entry)));
            return;
        }
        List<Entry<?>> rows = new ArrayList<>(List.of(entry));
        log.runs().forEach(run -> rows.add(run.entry()));
        rows.addAll(log.outages().rows());
        TimeSet outside = log.outside();
        boolean open = !log.notKnown().isEmpty();
        Grounds grounds = new Grounds().from(rows);
        if (!outside.isEmpty()) {
            LocalDate day = estate.day(outside.spans().get(0).from());
            grounds.fail(hours(outside) + " outside the permitted time, in " + runsIn(outside), day);
        }
        if (open) {
            grounds.open(runsIn(log.notKnown()) + ": " + whatSettles());
        }
        results.find("SA-DRR-11", subject, grounds.orPass("All its runs lie in permitted time."));
        String hours = outside.hours().toPlainString();
        if (open && outside.isEmpty()) {
            figure.unknown(hours(log.notKnown()) + " cannot be judged: " + whatSettles() + ".");
        } else if (open) {
            figure.state(
                    FigureState.LOWER_BOUND,
                    hours,
                    hours(log.notKnown()) + " more cannot be judged: " + whatSettles() + ".");
        } else {
            figure.known(hours);
        }
        timeline(figure);
        results.add(figure.sources(Sources.of(rows)));
    }

    private String whatSettles() {
        return log.outages().isProductionKnown()
                ? "an outage log, or a statement to SA-DRR-06 on the run, settles it"
                : RecoveryResults.noProduction(backup);
    }

    private String runsIn(TimeSet time) {
        return RecoveryResults.listed(log.runs().stream()
                .filter(run -> !run.time().and(time).isEmpty())
                .map(RunTime::id)
                .toList());
    }

    /** The evidence: windows, outages and runs in time, and what came of them. */
    private void timeline(Figure.Builder figure) {
        TestWindow latest = null;
        for (Test test : log.tests()) {
            if (!test.window().equals(latest)) {
                latest = test.window();
                figure.work(
                        "test window",
                        interval(
                                estate.start(latest.first()),
                                estate.start(latest.last().plusDays(1))),
                        INTERVAL);
            }
        }
        for (Entry<Outage> row : log.outages().rows()) {
            figure.work(
                    "outage " + row.record().outage(),
                    interval(
                            row.record().start(),
                            Outages.end(row.record(), estate).orElse(estate.endOfAsOf())),
                    INTERVAL);
        }
        for (RunTime run : log.runs()) {
            figure.work(
                    "run " + run.id() + ", " + run.entry().record().reason(), interval(run.from(), run.to()), INTERVAL);
        }
        for (Span span : log.outside().spans()) {
            figure.work("outside permitted time", interval(span.from(), span.to()), INTERVAL);
        }
        for (Span span : log.notKnown().spans()) {
            figure.work("not judged", interval(span.from(), span.to()), INTERVAL);
        }
        figure.work("permitted", log.permitted().hours().toPlainString(), "hours")
                .work("outside", log.outside().hours().toPlainString(), "hours");
    }

    private String interval(Instant from, Instant to) {
        return moment(from) + "/" + moment(to);
    }

    private String moment(Instant moment) {
        return MINUTE.format(moment.atZone(estate.zone()));
    }

    private static String hours(TimeSet time) {
        return time.hours().toPlainString() + " hours";
    }

    private void endOfRight() {
        Entry<License> position = estate.productionLicenseOf(backup);
        Grounds grounds = new Grounds().from(entry, position);
        Figure.Builder figure = results.figure("dr.right-ends", subject);
        if (position == null) {
            String why = RecoveryResults.noProductionLicense(backup, estate.productionOf(backup));
            results.find("SA-DRR-16", subject, grounds.open(why).orPass(""));
            results.add(figure.unknown(why + ".").sources(Sources.of(entry)));
            return;
        }
        License license = position.record();
        LocalDate end = license.saEnd();
        boolean without = estate.rights().isWithoutSa(license);
        if (without) {
            grounds.fail(estate.rights().saText(license, estate.asOf()));
        }
        if (end == null) {
            String why = "the end of SA of " + license.license() + " is not known; sa_end settles it";
            grounds.open(why);
            figure.unknown(why + ".");
        } else {
            figure.known(end.toString()).work("sa_end of " + license.license(), end.toString(), "date");
            for (RunTime run : log.runs()) {
                if (run.lastDay().isAfter(end)) {
                    LocalDate first = run.firstDay().isAfter(end) ? run.firstDay() : end.plusDays(1);
                    grounds.from(run.entry())
                            .fail(
                                    "run " + run.id() + " touches " + first + ", after SA of " + license.license()
                                            + " ended on " + end,
                                    first);
                }
            }
        }
        boolean atRisk = !grounds.isDecided()
                && end != null
                && estate.rights().sa(license).isYes()
                && RecoveryResults.isNear(end, estate);
        Verdict verdict = grounds.or(
                atRisk ? FindingStatus.AT_RISK : FindingStatus.PASS,
                "The right ends with SA of " + license.license() + " on " + end + "; nothing ran after it.");
        results.find("SA-DRR-16", subject, atRisk && end != null ? verdict.on(end) : verdict);
        if (!without) {
            results.add(figure.sources(Sources.of(position)));
        }
    }
}
