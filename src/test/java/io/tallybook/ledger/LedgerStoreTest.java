package io.tallybook.ledger;

import static io.tallybook.ledger.TemporaryStore.agreement;
import static io.tallybook.ledger.TemporaryStore.license;
import static io.tallybook.ledger.TemporaryStore.rate;
import static io.tallybook.ledger.TemporaryStore.reject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.tallybook.ledger.LedgerStore.ControlTotal;
import io.tallybook.ledger.LedgerStore.Duplicate;
import io.tallybook.ledger.SourceFileRecord.Status;
import io.tallybook.ledger.SourceTable.Counts;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerStoreTest {
    private static final LocalDate DAY = LocalDate.of(2026, 10, 31);

    @TempDir
    Path folder;

    private LedgerStore store(String... records) {
        return TemporaryStore.surveyed(folder, records);
    }

    @Test
    void surveyComesBackInTheOrderOfReading() {
        LedgerStore store = TemporaryStore.in(folder);
        SourceFileRecord first = TemporaryStore.file(0, Status.READ, "");
        SourceFileRecord second = TemporaryStore.file(1, Status.UNRECOGNISED, "no record type has this name");
        SourceTable one = TemporaryStore.table(0, 0, "rates");
        SourceTable two = TemporaryStore.table(1, 0, "licenses");
        store.putSurvey(List.of(second, first), List.of(two, one));
        assertThat(store.files()).containsExactly(first, second);
        assertThat(store.tables()).containsExactly(one, two);
    }

    @Test
    void countsNoticesAndDigestAreWrittenDown() {
        LedgerStore store = store("licenses");
        store.finishTable(0, new Counts(120, 117, 2, 1), List.of("read as Windows-1252", "separator ; found"));
        store.moveToRejected(0, 7);
        store.putDigest(0, "cafe");
        assertThat(store.tables().get(0).counts()).isEqualTo(new Counts(120, 110, 9, 1));
        assertThat(store.tables().get(0).notices()).containsExactly("read as Windows-1252", "separator ; found");
        assertThat(store.files().get(0).sha256()).isEqualTo("cafe");
    }

    @Test
    void rowsComeBackInReadingOrderWhateverTheOrderOfWriting() {
        LedgerStore store = store("licenses", "licenses");
        store.putRows(1, "licenses", List.of(license(2, "A1", "L4")));
        store.putRows(0, "licenses", List.of(license(10, "A2", "L3"), license(3, "A1", "L2")));
        assertThat(store.all(License.class)).extracting(License::license).containsExactly("L2", "L3", "L4");
        assertThat(store.all(Server.class)).isEmpty();
    }

    @Test
    void rowIsNeverPutTwice() {
        LedgerStore store = store("licenses");
        store.putRows(0, "licenses", List.of(license(2, "A1", "L1")));
        assertThatThrownBy(() -> store.putRows(0, "licenses", List.of(license(2, "A1", "L1"))))
                .isInstanceOf(LedgerStoreException.class);
    }

    @Test
    void rejectsOfOneRowKeepTheirOrder() {
        LedgerStore store = store("licenses", "rates");
        Reject later = reject(1, 2, "rates", "rate", "");
        Reject second = reject(0, 5, "licenses", "acquired", "account:A1");
        Reject first = reject(0, 5, "licenses", "metric", "account:A1");
        store.putRejects(List.of(later, first, second));
        assertThat(store.firstRejects(10)).containsExactly(first, second, later);
    }

    @Test
    void rejectsThatComeLaterFollowThoseOfTheirRow() {
        LedgerStore store = store("rates");
        Reject first = reject(0, 5, "rates", "rate", "");
        Reject second = reject(0, 5, "rates", "day", "");
        store.putRejects(List.of(first));
        store.putRejects(List.of(second));
        assertThat(store.firstRejects(10)).containsExactly(first, second);
        assertThat(store.rejectedRows("not-a-date")).isEqualTo(Map.of(0, 1L));
        assertThat(store.rejectedRows("duplicate-key")).isEmpty();
    }

    @Test
    void controlTotalsComeBack() {
        LedgerStore store = store("purchases");
        ControlTotal total =
                new ControlTotal(new Origin("file0.xlsx", "Sheet0", 0, 9), "amount", "1.00", "1.01", "OFF");
        store.putControlTotals(List.of(total));
        assertThat(store.controlTotals()).containsExactly(total);
    }

    @Test
    void ownersAreTheFirstRowsOfTheirIds() {
        LedgerStore store = store("agreements", "agreements");
        store.putRows(1, "agreements", List.of(agreement(2, "A9", "E1")));
        store.putRows(0, "agreements", List.of(agreement(2, "A1", "E1"), agreement(3, "A2", "E2")));
        assertThat(store.owners("agreements")).isEqualTo(Map.of("E1", "A1", "E2", "A2"));
        assertThat(store.owners("instances")).isEmpty();
    }

    @Test
    void theAgreementOfAResellerStandsBesideTheRecordsOfItsCustomer() {
        LedgerStore store = store("agreements", "solutions");
        store.putRows(
                0,
                "agreements",
                List.of(agreement(2, "R", "CSP1"), agreement(3, "R", "CSP2"), agreement(4, "A1", "E1")));
        store.putRows(1, "solutions", List.of(solution(2, "A1", "X", "CSP1"), solution(3, "R", "Y", "CSP2")));
        store.indexAccounts();

        List<Dossier> dossiers = store.dossiers().dossiers("A1", "R");

        assertThat(dossiers.get(0).agreementsOfOthers())
                .extracting(
                        entry -> entry.record().agreement(),
                        entry -> entry.origin().row())
                .containsExactly(tuple("CSP1", 2));
        assertThat(dossiers.get(1).agreementsOfOthers()).isEmpty();
    }

    @Test
    void theSubscriptionOfAnotherAccountStandsBesideTheRecordsOfTheOneThatNamesIt() {
        LedgerStore store = store("azure_subscriptions", "ip_claims");
        store.putRows(
                0,
                "azure_subscriptions",
                List.of(subscription(2, "A1", "S1"), subscription(3, "A2", "S2"), subscription(4, "A1", "S5")));
        store.putRows(
                1,
                "ip_claims",
                List.of(claim(2, "A1", "C1", "S1"), claim(3, "A2", "C2", "S1"), claim(4, "A2", "C3", "S9")));
        store.indexAccounts();

        List<Dossier> dossiers = store.dossiers().dossiers("A1", "A2");

        assertThat(dossiers.get(0).subscriptionsOfOthers()).isEmpty();
        assertThat(dossiers.get(1).subscriptionsOfOthers())
                .extracting(AzureSubscription::subscription)
                .containsExactly("S1");
        assertThat(dossiers.get(1).all(AzureSubscription.class))
                .extracting(entry -> entry.record().subscription())
                .containsExactly("S2");
    }

    private static LedgerRow solution(int row, String account, String id, String agreement) {
        return TemporaryStore.row(Solution.class, row, account, id, account, "", agreement);
    }

    private static LedgerRow subscription(int row, String account, String id) {
        return TemporaryStore.row(AzureSubscription.class, row, account, id, account);
    }

    private static LedgerRow claim(int row, String account, String id, String subscription) {
        return TemporaryStore.row(
                IpClaim.class, row, account, id, account, DAY, IpClaim.ClaimType.PATENT, subscription);
    }

    // --- duplicates

    @Test
    void firstInReadingOrderStaysWhoeverWroteFirst() {
        LedgerStore store = store("licenses", "licenses");
        store.putRows(1, "licenses", List.of(license(2, "A2", "L1")));
        store.putRows(0, "licenses", List.of(license(7, "A1", "L1"), license(4, "A1", "L1"), license(5, "A1", "L2")));
        List<Duplicate> duplicates = takenOut(store, "licenses");
        Origin first = new Origin("file0.xlsx", "Sheet0", 0, 4);
        assertThat(duplicates)
                .containsExactly(
                        new Duplicate("licenses", new Origin("file0.xlsx", "Sheet0", 0, 7), 0, first, "L1", "A1"),
                        new Duplicate("licenses", new Origin("file1.xlsx", "Sheet1", 1, 2), 0, first, "L1", "A2"));
        assertThat(store.all(License.class)).extracting(License::license).containsExactly("L1", "L2");
        assertThat(takenOut(store, "licenses")).isEmpty();
    }

    @Test
    void keysWithOneHashAreToldApart() {
        LedgerStore store = store("licenses");
        List<LedgerRow> rows = List.of(license(2, "A1", "L1"), license(3, "A1", "L2"), license(4, "A1", "L1"));
        store.putRows(
                0, "licenses", rows.stream().map(LedgerStoreTest::withHash42).toList());
        assertThat(takenOut(store, "licenses"))
                .extracting(duplicate -> duplicate.origin().row())
                .containsExactly(4);
    }

    private static LedgerRow withHash42(LedgerRow row) {
        return new LedgerRow(row.row(), row.part(), row.account(), 42, row.values());
    }

    @Test
    void equalKeysOfTwoRecordTypesAreNoDuplicates() {
        LedgerStore store = store("licenses", "agreements");
        store.putRows(0, "licenses", List.of(license(2, "A1", "X")));
        store.putRows(1, "agreements", List.of(agreement(2, "A1", "X")));
        assertThat(takenOut(store, "licenses", "agreements")).isEmpty();
    }

    @Test
    void partsOfOneRowAreLookedAtOneByOne() {
        LedgerStore store = store("rates", "rates");
        store.putRows(0, "rates", List.of(rate(2, 0, DAY, "USD"), rate(2, 1, DAY, "JPY")));
        store.putRows(1, "rates", List.of(rate(2, 0, DAY, "JPY"), rate(2, 1, DAY, "GBP")));
        List<Duplicate> duplicates = takenOut(store, "rates");
        assertThat(duplicates).hasSize(1);
        assertThat(duplicates.get(0).part()).isZero();
        assertThat(duplicates.get(0).key()).isEqualTo("2026-10-31 EUR JPY");
        assertThat(store.all(Rate.class))
                .extracting(rate -> rate.to().getCode())
                .containsExactly("USD", "JPY", "GBP");
    }

    @Test
    void manyDuplicatesAreFoundInSlices() {
        LedgerStore store = store("licenses");
        for (int row = 2; row < 1_202; row++) {
            store.putRows(0, "licenses", List.of(license(row, "A1", "L" + row % 600)));
        }
        assertThat(takenOut(store, "licenses")).hasSize(600);
    }

    // --- refused files

    @Test
    void refusedFileLeavesNothingBehind() {
        LedgerStore store = store("licenses", "licenses");
        store.putRows(0, "licenses", List.of(license(2, "A1", "L1")));
        store.putRows(1, "licenses", List.of(license(2, "A1", "L2")));
        store.putRejects(List.of(reject(0, 3, "licenses", "metric", "")));
        store.putControlTotals(List.of(new ControlTotal(new Origin("", "", 0, 4), "quantity", "1", "2", "OFF")));
        store.refuseFile(0, "is damaged");
        assertThat(store.files()).extracting(SourceFileRecord::status).containsExactly(Status.REFUSED, Status.READ);
        assertThat(store.files().get(0).reason()).isEqualTo("is damaged");
        assertThat(store.tables()).extracting(SourceTable::id).containsExactly(1);
        assertThat(store.all(License.class)).extracting(License::license).containsExactly("L2");
        assertThat(store.firstRejects(10)).isEmpty();
        assertThat(store.controlTotals()).isEmpty();
    }

    @Test
    void whatAnotherThreadFiledForARefusedFileIsForgotten() {
        LedgerStore store = store("licenses", "licenses");
        store.refuseFile(0, "is damaged");
        store.putRows(0, "licenses", List.of(license(2, "A1", "L1")));
        store.putRejects(List.of(reject(0, 3, "licenses", "metric", "")));
        store.putRows(1, "licenses", List.of(license(2, "A1", "L2")));
        store.forgetRefusedFiles();
        assertThat(store.all(License.class)).extracting(License::license).containsExactly("L2");
        assertThat(store.firstRejects(10)).isEmpty();
    }

    private static List<Duplicate> takenOut(LedgerStore store, String... records) {
        List<Duplicate> duplicates = new ArrayList<>();
        store.takeOutDuplicates(List.of(records), duplicates::addAll);
        return duplicates;
    }
}
