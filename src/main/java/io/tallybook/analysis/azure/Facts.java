package io.tallybook.analysis.azure;

import io.tallybook.ledger.Account;
import io.tallybook.ledger.AzureExport;
import io.tallybook.ledger.AzureSubscription;
import io.tallybook.ledger.Dossier;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.IpClaim;
import io.tallybook.ledger.Lawsuit;
import io.tallybook.ledger.LedgerRecord;
import io.tallybook.ledger.PatentAssertion;
import io.tallybook.ledger.PatentRequest;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The records of one account as they stood on the as-of date: rows and dates after it are left out. */
final class Facts {
    private final Dossier dossier;
    private final LocalDate asOf;
    private final Charges charges;
    private final ChargeMonths chargeMonths;
    private final List<Entry<Lawsuit>> lawsuits;
    private final List<Entry<IpClaim>> claims;
    private final List<Entry<PatentAssertion>> assertions;
    private final List<Entry<PatentRequest>> requests;
    private final Optional<LocalDate> statedFirstUse;
    private final Optional<LocalDate> firstUseOnRecord;

    private Facts(Dossier dossier, LocalDate asOf) {
        this.dossier = dossier;
        this.asOf = asOf;
        this.charges = Charges.of(dossier, asOf);
        this.chargeMonths = ChargeMonths.of(charges.all());
        this.lawsuits = upToDate(Lawsuit.class, Lawsuit::filed);
        this.claims = upToDate(IpClaim.class, IpClaim::claimDate);
        this.assertions = upToDate(PatentAssertion.class, PatentAssertion::filed);
        this.requests = upToDate(PatentRequest.class, PatentRequest::requested);
        this.statedFirstUse = dossier.all(Account.class).stream()
                .map(entry -> entry.record().firstAzureUse())
                .filter(Objects::nonNull)
                .filter(day -> !day.isAfter(asOf))
                .findFirst();
        this.firstUseOnRecord = charges.firstUse(dossier.account());
    }

    static Facts of(Dossier dossier, LocalDate asOf) {
        return new Facts(dossier, asOf);
    }

    /** The rows whose own date is blank or not after the as-of date. */
    private <R extends LedgerRecord> List<Entry<R>> upToDate(Class<R> type, Function<R, @Nullable LocalDate> date) {
        return dossier.all(type).stream()
                .filter(entry -> {
                    LocalDate day = date.apply(entry.record());
                    return day == null || !day.isAfter(asOf);
                })
                .toList();
    }

    /** Whether results for every Azure account are written for it. */
    boolean isAzureAccount() {
        return statedFirstUse.isPresent()
                || !charges.all().isEmpty()
                || !subscriptions().isEmpty()
                || !exports().isEmpty()
                || !claims.isEmpty()
                || !lawsuits.isEmpty()
                || !assertions.isEmpty()
                || !requests.isEmpty();
    }

    String account() {
        return dossier.account();
    }

    String subject() {
        return "account:" + account();
    }

    LocalDate asOf() {
        return asOf;
    }

    Dossier dossier() {
        return dossier;
    }

    Charges charges() {
        return charges;
    }

    ChargeMonths chargeMonths() {
        return chargeMonths;
    }

    List<Entry<AzureSubscription>> subscriptions() {
        return dossier.all(AzureSubscription.class);
    }

    /** A subscription by its id, the account's own or another one that it names. */
    Optional<AzureSubscription> subscription(String id) {
        return Stream.concat(subscriptions().stream().map(Entry::record), dossier.subscriptionsOfOthers().stream())
                .filter(row -> row.subscription().equals(id))
                .findFirst();
    }

    List<Entry<AzureExport>> exports() {
        return dossier.all(AzureExport.class);
    }

    /** Returns the export rows that cover a month. */
    List<Entry<AzureExport>> exportsOf(YearMonth month) {
        return exports().stream()
                .filter(entry -> !month.isBefore(entry.record().fromMonth())
                        && !month.isAfter(entry.record().toMonth()))
                .toList();
    }

    List<Entry<IpClaim>> claims() {
        return claims;
    }

    List<Entry<Lawsuit>> lawsuits() {
        return lawsuits;
    }

    List<Entry<PatentAssertion>> assertions() {
        return assertions;
    }

    List<Entry<PatentRequest>> requests() {
        return requests;
    }

    /** First use as the account states it. */
    Optional<LocalDate> statedFirstUse() {
        return statedFirstUse;
    }

    /** First use that a usage line shows. */
    Optional<LocalDate> firstUseOnRecord() {
        return firstUseOnRecord;
    }

    /** First use: the earlier of both. */
    Optional<LocalDate> firstUse() {
        return statedFirstUse
                .map(stated ->
                        firstUseOnRecord.filter(use -> use.isBefore(stated)).orElse(stated))
                .or(() -> firstUseOnRecord);
    }
}
