package io.tallybook.analysis.partner;

import io.tallybook.analysis.Sources;
import io.tallybook.ledger.Account;
import io.tallybook.ledger.CloudService;
import io.tallybook.ledger.Dossier;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.KeyActivation;
import io.tallybook.ledger.LedgerRecord;
import io.tallybook.ledger.Partner;
import io.tallybook.ledger.PartnerOrganization;
import io.tallybook.ledger.PartnerPerson;
import io.tallybook.ledger.PartnerRequest;
import io.tallybook.ledger.ProgramKey;
import io.tallybook.ledger.ProgramUse;
import io.tallybook.result.SourceRows;
import io.tallybook.terms.ProductKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** The records of one account as they stood on the as-of date: rows after it are left out. */
final class Partnership {
    private final Dossier dossier;
    private final Rulebook rules;
    private final Offers offers;
    private final Optional<Entry<Partner>> profile;
    private final Map<String, PartnerPerson> people = new HashMap<>();
    private final Map<String, PartnerOrganization> organizations = new HashMap<>();
    private final List<Use> uses;
    private final List<Key> keys = new ArrayList<>();
    private final Map<String, List<String>> madeFrom = new HashMap<>();
    private final List<Entry<CloudService>> counts;

    Partnership(Dossier dossier, Rulebook rules) {
        this.dossier = dossier;
        this.rules = rules;
        offers = Offers.of(dossier, rules);
        profile = dossier.all(Partner.class).stream().findFirst();
        dossier.all(PartnerPerson.class)
                .forEach(entry -> people.putIfAbsent(entry.record().person(), entry.record()));
        dossier.all(PartnerOrganization.class)
                .forEach(entry -> organizations.putIfAbsent(entry.record().organization(), entry.record()));
        uses = upToDate(ProgramUse.class, ProgramUse::start).stream()
                .map(entry -> Use.of(entry, rules))
                .toList();
        readKeys();
        counts = latestCounts();
    }

    private void readKeys() {
        Map<String, List<Entry<KeyActivation>>> events = new HashMap<>();
        upToDate(KeyActivation.class, KeyActivation::date).stream()
                .sorted(Comparator.comparing(entry -> entry.record().date()))
                .forEach(entry -> events.computeIfAbsent(entry.record().key(), key -> new ArrayList<>())
                        .add(entry));
        for (Entry<ProgramKey> entry : upToDate(ProgramKey.class, ProgramKey::issued)) {
            ProgramKey row = entry.record();
            keys.add(Key.of(entry, events.getOrDefault(row.key(), List.of())));
            if (!row.parent().isEmpty() && !row.parent().equals(row.key())) {
                madeFrom.computeIfAbsent(row.parent(), parent -> new ArrayList<>())
                        .add(row.key());
            }
        }
    }

    /** The keys that were made from a key, by dividing or combining. */
    List<String> madeFrom(Key key) {
        return madeFrom.getOrDefault(key.id(), List.of());
    }

    /** Of several counts of one tenant and service only the latest is read; of two of one day the one that stands last. */
    private List<Entry<CloudService>> latestCounts() {
        record Place(String tenant, ProductKey service) {}
        Map<Place, Entry<CloudService>> latest = new LinkedHashMap<>();
        for (Entry<CloudService> entry : upToDate(CloudService.class, CloudService::countedOn)) {
            latest.merge(
                    new Place(
                            entry.record().tenant(),
                            ProductKey.asWritten(entry.record().service())),
                    entry,
                    (old, more) ->
                            more.record().countedOn().isBefore(old.record().countedOn()) ? old : more);
        }
        return List.copyOf(latest.values());
    }

    /** The rows whose own date is blank or not after the as-of date. */
    <R extends LedgerRecord> List<Entry<R>> upToDate(Class<R> type, Function<R, @Nullable LocalDate> date) {
        return dossier.all(type).stream()
                .filter(entry -> !rules.isAhead(date.apply(entry.record())))
                .toList();
    }

    /** Is the account a partner, that is, has it a profile or an offer? */
    boolean isPartner() {
        return profile.isPresent() || !offers.all().isEmpty();
    }

    Dossier dossier() {
        return dossier;
    }

    Rulebook rules() {
        return rules;
    }

    LocalDate asOf() {
        return rules.asOf();
    }

    String subject() {
        return "account:" + dossier.account();
    }

    Offers offers() {
        return offers;
    }

    List<Offer> inForce() {
        return offers.inForce(asOf());
    }

    Optional<Partner> profile() {
        return profile.map(Entry::record);
    }

    /** The rows that make the account a partner: its profile and its offers. */
    List<SourceRows> sources() {
        List<Entry<?>> rows = new ArrayList<>();
        profile.ifPresent(rows::add);
        offers.all().forEach(offer -> rows.add(offer.entry()));
        return Sources.of(rows);
    }

    Optional<PartnerPerson> person(String id) {
        return Optional.ofNullable(people.get(id));
    }

    /** Returns the row of an organization in the profile; empty for a blank id, which is the partner itself. */
    Optional<PartnerOrganization> organization(String id) {
        return Optional.ofNullable(organizations.get(id));
    }

    /** The uses that began by the as-of date, ended ones too. */
    List<Use> uses() {
        return uses;
    }

    List<Use> usesInForce() {
        return uses.stream().filter(Use::isInForce).toList();
    }

    List<Key> keys() {
        return keys;
    }

    List<Key> tokens() {
        return keys.stream().filter(Key::isToken).toList();
    }

    /** The latest count of each tenant and service. */
    List<Entry<CloudService>> counts() {
        return counts;
    }

    List<Entry<PartnerRequest>> requests() {
        return upToDate(PartnerRequest.class, PartnerRequest::date);
    }

    /** The currency of the portfolio view of the account, if its row names one. */
    Optional<CurrencyUnit> homeCurrency() {
        return dossier.all(Account.class).stream()
                .map(entry -> entry.record().homeCurrency())
                .filter(Objects::nonNull)
                .findFirst();
    }
}
