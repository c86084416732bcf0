package io.tallybook.analysis.deployment;

import io.tallybook.analysis.Sources;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.Instance;
import io.tallybook.ledger.Provider;
import io.tallybook.ledger.Server;
import io.tallybook.ledger.Server.Location;
import io.tallybook.ledger.YesNo;
import io.tallybook.result.Figure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Says of workloads that a provider hosts with its license whether updates may cover them, and do (SA-ESU-12 to -14). */
final class EsuHostedResults {
    private final Estate estate;
    private final DeploymentResults results;
    private final Map<String, List<UpdateRow>> byInstance = new LinkedHashMap<>();

    EsuHostedResults(Estate estate, DeploymentResults results) {
        this.estate = estate;
        this.results = results;
        UpdateRow.of(estate).stream()
                .filter(UpdateRow::isHosted)
                .forEach(row -> byInstance
                        .computeIfAbsent(row.record().instance(), id -> new ArrayList<>())
                        .add(row));
    }

    void write() {
        byInstance.forEach((id, rows) -> {
            rows.forEach(row -> offered(row, estate.instance(id)));
            Entry<Instance> instance = estate.instance(id);
            if (instance != null && rows.stream().anyMatch(row -> row.isActive(estate.asOf()))) {
                NamedProduct product = estate.product(instance.record().product());
                estate.rules()
                        .hostedMinimum(product.family())
                        .ifPresent(minimum -> covered(instance, product, minimum));
            }
        });
    }

    private void offered(UpdateRow row, @Nullable Entry<Instance> entry) {
        Grounds grounds = new Grounds().from(row.entry(), entry);
        if (entry == null) {
            grounds.open("instance " + row.record().instance() + " was not delivered; a row of `instances` settles it");
            results.find("SA-ESU-12", row.subject(), grounds.orPass(""));
            return;
        }
        Instance instance = entry.record();
        Entry<Server> server = estate.server(instance.server());
        grounds.require(
                YesNo.of(estate.rules()
                        .hostedMinimum(estate.product(instance.product()).family())
                        .isPresent()),
                instance.product() + " has no coverage for hosted workloads",
                "");
        grounds.require(
                instance.licenseIncluded(),
                "the customer brings the license of " + instance.instance() + " (license_included = N)",
                "whether the provider supplies the license of " + instance.instance()
                        + " is not known; license_included settles it");
        if (server == null) {
            grounds.open("server " + instance.server() + " was not delivered; a row of `servers` settles it");
        } else if (server.record().location() != Location.PROVIDER) {
            grounds.fail(instance.instance() + " stands at " + server.record().location() + ", not at a provider");
        } else {
            Provider provider = estate.hosting().provider(server.record());
            String name = Hosting.providerName(server.record());
            grounds.require(
                    provider == null ? YesNo.UNKNOWN : provider.authorizedServicesProvider(),
                    name + " is no Authorized Services Provider",
                    "whether " + name + " is an Authorized Services Provider is not known; authorized_services_provider"
                            + " settles it");
        }
        results.find(
                "SA-ESU-12",
                row.subject(),
                grounds.orPass("It is hosted with license included at an Authorized Services Provider."));
    }

    private void covered(Entry<Instance> entry, NamedProduct product, BigDecimal minimum) {
        String subject = "instance:" + entry.record().instance();
        List<Entry<Instance>> neighbours = estate.instancesIn(Estate.ose(entry.record()));
        OseCores cores = OseCores.of(neighbours, minimum);
        List<UpdateRow> rows = neighbours.stream()
                .filter(other -> estate.product(other.record().product()).is(product.family()))
                .flatMap(other -> byInstance.getOrDefault(other.record().instance(), List.of()).stream())
                .filter(row -> row.isActive(estate.asOf()))
                .toList();
        BigDecimal covered = rows.stream().map(row -> row.record().quantity()).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal required = cores.sum();
        BigDecimal lacking = required.subtract(covered).max(BigDecimal.ZERO);
        List<Entry<?>> entries = new ArrayList<>(List.of(entry));
        rows.forEach(row -> entries.add(row.entry()));
        Optional<String> missing = cores.isKnown() ? Optional.empty() : Optional.of(cores.missing());
        write(
                "esu.hosted-required",
                subject,
                required,
                missing,
                entries,
                figure -> figure.work(
                        "virtual cores of its OSE, at least " + AccessLicenses.plain(minimum),
                        AccessLicenses.plain(required)));
        write(
                "esu.hosted-covered",
                subject,
                covered,
                Optional.empty(),
                entries,
                figure -> figure.work("active rows of its OSE", Integer.toString(rows.size())));
        write(
                "esu.hosted-shortfall",
                subject,
                lacking,
                missing,
                entries,
                figure -> figure.work("required", AccessLicenses.plain(required), "virtual-cores")
                        .work("covered", AccessLicenses.plain(covered), "virtual-cores"));
        Grounds grounds = new Grounds().from(entries);
        missing.ifPresent(grounds::open);
        String numbers = AccessLicenses.plain(required) + " Virtual Cores are required and "
                + AccessLicenses.plain(covered) + " covered";
        if (missing.isEmpty() && lacking.signum() > 0) {
            grounds.fail(numbers + ", " + AccessLicenses.plain(lacking) + " short");
        }
        String clause = product.is(ProductFamily.WINDOWS_SERVER) ? "SA-ESU-13" : "SA-ESU-14";
        results.find(clause, subject, grounds.orPass(numbers + "."));
    }

    private void write(
            String measure,
            String subject,
            BigDecimal value,
            Optional<String> missing,
            List<Entry<?>> entries,
            UnaryOperator<Figure.Builder> working) {
        Figure.Builder figure = results.figure(measure, subject).sources(Sources.of(entries));
        results.add(
                missing.isPresent()
                        ? figure.unknown(missing.get())
                        : working.apply(figure.known(AccessLicenses.plain(value))));
    }
}
