package io.tallybook.analysis.deployment;

import io.tallybook.ledger.Agreement;
import io.tallybook.ledger.Dossier;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.Instance;
import io.tallybook.ledger.Instance.Role;
import io.tallybook.ledger.LedgerRecord;
import io.tallybook.ledger.License;
import io.tallybook.ledger.Server;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an account has deployed, filed for the rules: every record is found by its id, and rows dated after the as-of date are
 * left out. A record that was not delivered is null.
 */
final class Estate {
    private final Dossier dossier;
    private final Rulebook rules;
    private final Rights rights;
    private final Hosting hosting;
    private final Map<String, Entry<License>> licenses;
    private final Map<String, Entry<Server>> servers;
    private final List<Entry<Instance>> instances;
    private final Map<String, Entry<Instance>> instancesById;
    private final Map<String, List<Entry<Instance>>> instancesByServer;
    private final Map<String, List<Entry<Instance>>> instancesByOse;
    private final Map<String, NamedProduct> products = new HashMap<>();

    private Estate(Dossier dossier, Rulebook rules) {
        this.dossier = dossier;
        this.rules = rules;
        licenses = byId(dossier.all(License.class), License::license);
        servers = byId(dossier.all(Server.class), Server::server);
        instances = upToDate(Instance.class, Instance::deployed);
        instancesById = byId(instances, Instance::instance);
        instancesByServer = grouped(instances, Instance::server);
        instancesByOse = grouped(instances, Estate::ose);
        rights = new Rights(this, byId(dossier.all(Agreement.class), Agreement::agreement));
        hosting = new Hosting(this);
    }

    static Estate of(Dossier dossier, Rulebook rules) {
        return new Estate(dossier, rules);
    }

    private static <R extends LedgerRecord> Map<String, Entry<R>> byId(List<Entry<R>> entries, Function<R, String> id) {
        Map<String, Entry<R>> byId = new HashMap<>();
        entries.forEach(entry -> byId.putIfAbsent(id.apply(entry.record()), entry));
        return byId;
    }

    /** Files rows by an id that they name, in reading order; rows that name none are left out. */
    static <R extends LedgerRecord> Map<String, List<Entry<R>>> grouped(
            List<Entry<R>> entries, Function<R, String> id) {
        Map<String, List<Entry<R>>> groups = new LinkedHashMap<>();
        for (Entry<R> entry : entries) {
            String key = id.apply(entry.record());
            if (!key.isEmpty()) {
                groups.computeIfAbsent(key, unused -> new ArrayList<>()).add(entry);
            }
        }
        return groups;
    }

    /** The rows whose own date is blank or not after the as-of date. */
    <R extends LedgerRecord> List<Entry<R>> upToDate(Class<R> type, Function<R, @Nullable LocalDate> date) {
        return dossier.all(type).stream()
                .filter(entry -> {
                    LocalDate day = date.apply(entry.record());
                    return day == null || !day.isAfter(asOf());
                })
                .toList();
    }

    <R extends LedgerRecord> List<Entry<R>> all(Class<R> type) {
        return dossier.all(type);
    }

    String account() {
        return dossier.account();
    }

    Rulebook rules() {
        return rules;
    }

    Rights rights() {
        return rights;
    }

    Hosting hosting() {
        return hosting;
    }

    LocalDate asOf() {
        return rules.asOf();
    }

    ZoneId zone() {
        return rules.settings().zone();
    }

    /** The day of a moment in the job's zone. */
    LocalDate day(Instant moment) {
        return moment.atZone(zone()).toLocalDate();
    }

    /** The moment at which a day begins in the job's zone. */
    Instant start(LocalDate day) {
        return day.atStartOfDay(zone()).toInstant();
    }

    /** The moment at which the as-of date is over. */
    Instant endOfAsOf() {
        return start(asOf().plusDays(1));
    }

    NamedProduct product(String name) {
        return products.computeIfAbsent(name, NamedProduct::of);
    }

    /** The products that a cell with ; between them names. */
    List<NamedProduct> products(String names) {
        List<NamedProduct> named = new ArrayList<>();
        for (String name : names.split(";", -1)) {
            if (!name.isBlank()) {
                named.add(product(name.strip()));
            }
        }
        return named;
    }

    @Nullable
    Entry<License> license(String id) {
        return licenses.get(id);
    }

    @Nullable
    Entry<Server> server(String id) {
        return servers.get(id);
    }

    List<Entry<Instance>> instances() {
        return instances;
    }

    @Nullable
    Entry<Instance> instance(String id) {
        return instancesById.get(id);
    }

    List<Entry<Instance>> instancesOn(String server) {
        return instancesByServer.getOrDefault(server, List.of());
    }

    /** Does an instance with this role stand on the server? */
    boolean holds(String server, Role role) {
        return instancesOn(server).stream().anyMatch(entry -> entry.record().role() == role);
    }

    List<Entry<Instance>> instancesIn(String ose) {
        return instancesByOse.getOrDefault(ose, List.of());
    }

    /** The OSE that an instance stands in: the one it names, or one of its own. */
    static String ose(Instance instance) {
        // A named OSE may have the id of an instance.
        return instance.ose().isEmpty() ? "instance:" + instance.instance() : "ose:" + instance.ose();
    }

    /** The production instance of a backup or passive instance, or null if none is named or it was not delivered. */
    @Nullable
    Entry<Instance> productionOf(Instance standIn) {
        return instancesById.get(standIn.protects());
    }

    /** The license of the production instance of a backup or passive instance, or null if it is not known. */
    @Nullable
    Entry<License> productionLicenseOf(Instance standIn) {
        Entry<Instance> production = productionOf(standIn);
        return production == null ? null : licenses.get(production.record().license());
    }
}
