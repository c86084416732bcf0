package io.tallybook.analysis.coverage;

import io.tallybook.analysis.Sources;
import io.tallybook.analysis.Verdict;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.Installation;
import io.tallybook.ledger.Instance;
import io.tallybook.result.Figure;
import io.tallybook.result.FindingStatus;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Which versions may be deployed while SA is active and after it (SA-NVR). */
final class NewVersions {
    /** Software that stands somewhere, under a license position. */
    private record Deployment(String subject, Entry<?> entry, Position position, ProductName name) {
        boolean isOfPosition() {
            return name.isSameAs(position.name())
                    || name.product().equals(position.name().product());
        }
    }

    private final Facts facts;
    private final CoverageRules rules;
    private final CoverageResults out;

    NewVersions(Facts facts, CoverageResults out) {
        this.facts = facts;
        this.rules = facts.rules();
        this.out = out;
    }

    void write() {
        Map<String, Position> deployed = new LinkedHashMap<>();
        for (Entry<Installation> entry : facts.upToAsOf(Installation.class, Installation::countedOn)) {
            Installation row = entry.record();
            facts.position(row.license()).ifPresent(position -> {
                deployed.put(position.id(), position);
                write(deployment(
                        "installation:" + row.installation(),
                        entry,
                        position,
                        row.product(),
                        row.edition(),
                        row.version()));
            });
        }
        for (Entry<Instance> entry : facts.all(Instance.class)) {
            Instance row = entry.record();
            facts.position(row.license()).ifPresent(position -> {
                Deployment found = deployment(
                        "instance:" + row.instance(), entry, position, row.product(), row.edition(), row.version());
                if (!found.name().version().isEmpty()) {
                    deployed.put(position.id(), position);
                    write(found);
                }
            });
        }
        deployed.values().forEach(this::writeHighest);
    }

    /** What is deployed is named as its position counts: SQL Server under core licenses is the core edition. */
    private static Deployment deployment(
            String subject, Entry<?> entry, Position position, String product, String edition, String version) {
        return new Deployment(
                subject, entry, position, ProductName.of(product, edition, version, position.countsCores()));
    }

    private void write(Deployment deployment) {
        Position position = deployment.position();
        SaTimeline timeline = facts.timeline(position);
        boolean statedSa = timeline.stated() && !position.row().withSa().isNo();
        if (!deployment.isOfPosition() || !statedSa) {
            return;
        }
        if (!timeline.known()) {
            find(
                    "SA-NVR-01",
                    deployment,
                    Verdict.undetermined("Of position " + position.id() + " " + timeline.text() + "."));
        } else if (timeline.isActiveOn(facts.asOf())) {
            find("SA-NVR-01", deployment, whileActive(deployment));
        } else if (timeline.begin().filter(day -> day.isBefore(facts.asOf())).isPresent()) {
            Verdict perpetual = perpetual(position, timeline);
            find("SA-NVR-02", deployment, perpetual);
            if (perpetual.is(FindingStatus.PASS)) {
                find("SA-NVR-03", deployment, afterwards(deployment, timeline));
            }
        }
    }

    private void find(String clause, Deployment deployment, Verdict verdict) {
        out.find(
                clause,
                deployment.subject(),
                verdict.from(Sources.of(
                        List.of(deployment.entry(), deployment.position().entry()))));
    }

    private Optional<LocalDate> released(Deployment deployment) {
        return rules.calendar()
                .released(deployment.position().name(), deployment.name().version());
    }

    private String unknownVersion(Deployment deployment) {
        String version = deployment.name().version();
        return version.isEmpty()
                ? "The deployed version is not known."
                : "`product_releases` does not know version " + version + " of "
                        + deployment.position().name().shown() + ".";
    }

    private Verdict whileActive(Deployment deployment) {
        ProductName found = deployment.name();
        ProductName licensed = deployment.position().name();
        if (!found.isSameAs(licensed)) {
            if (found.edition().isEmpty() || licensed.edition().isEmpty()) {
                return Verdict.undetermined("Deployed is " + found.shown() + " under " + licensed.shown()
                        + "; the edition of one of them is not known.");
            }
            if (!found.edition().equals(licensed.edition())) {
                return Verdict.fail(found.shown() + " is deployed under " + licensed.shown()
                        + "; a new version comes in the same edition.");
            }
        }
        return released(deployment)
                .map(day -> Verdict.pass("SA is active; version " + found.version() + " came out on " + day + "."))
                .orElseGet(() -> Verdict.undetermined(unknownVersion(deployment)));
    }

    private static Verdict perpetual(Position position, SaTimeline timeline) {
        String ended = timeline.text() + "; ";
        return switch (position.perpetual()) {
            case YES -> Verdict.pass(ended + "the license is perpetual.");
            case NO -> Verdict.fail(ended + "the license is not perpetual, and its rights ended with the coverage.");
            case UNKNOWN -> Verdict.undetermined(ended + "whether the license is perpetual is not known (perpetual).");
        };
    }

    private Verdict afterwards(Deployment deployment, SaTimeline timeline) {
        Optional<LocalDate> released = released(deployment);
        if (released.isEmpty()) {
            return Verdict.undetermined(unknownVersion(deployment));
        }
        LocalDate day = released.get();
        String text = "Version " + deployment.name().version() + " came out on " + day + "; " + timeline.text();
        boolean before = timeline.begin().filter(day::isBefore).isPresent();
        if (before || timeline.isActiveOn(day)) {
            return Verdict.pass(text + ".");
        }
        boolean afterAll = timeline.end().filter(day::isAfter).isPresent();
        return Verdict.fail(text + (afterAll ? ": after SA had ended." : ": in a gap of coverage."));
    }

    private void writeHighest(Position position) {
        SaTimeline timeline = facts.timeline(position);
        if (!timeline.known() || timeline.periods().isEmpty()) {
            return;
        }
        boolean active = timeline.isActiveOn(facts.asOf());
        boolean ended = !active
                && timeline.begin().filter(day -> day.isBefore(facts.asOf())).isPresent();
        if (!active && (!ended || position.perpetual().isNo())) {
            return;
        }
        Figure.Builder figure =
                out.figure("new-version.highest-released", position.subject()).sources(Sources.of(position.entry()));
        timeline.periods()
                .forEach(period -> figure.work(
                        "SA from " + period.from() + " to", period.to().toString(), "date"));
        if (!active && !position.perpetual().isKnown()) {
            out.add(figure.unknown("Whether the license is perpetual is not known (perpetual)."));
            return;
        }
        Predicate<LocalDate> allowed = active ? day -> true : timeline::isActiveOn;
        out.add(
                figure,
                rules.calendar().newest(position.name(), allowed),
                "`product_releases` knows no version of " + position.name().shown()
                        + (active ? "." : " that came out while SA was active."));
    }
}
