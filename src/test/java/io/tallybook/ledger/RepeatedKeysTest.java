package io.tallybook.ledger;

import static io.tallybook.ledger.TemporaryStore.license;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.ledger.LedgerStore.Duplicate;
import io.tallybook.ledger.RepeatedKeys.Slices;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepeatedKeysTest {
    @TempDir
    Path folder;

    @Test
    void theFirstRowStaysThoughAPageBeforeItHasALaterOne() {
        LedgerStore store = TemporaryStore.surveyed(folder, "licenses");
        // Filed together: the page of A1 has the rows 2 and 9, that of A2 the row 3.
        store.putRows(0, "licenses", List.of(license(2, "A1", "L1"), license(3, "A2", "L2"), license(9, "A1", "L2")));

        List<Duplicate> found = takenOut(store);

        assertThat(found).hasSize(1);
        assertThat(found.get(0).origin().row()).isEqualTo(9);
        assertThat(found.get(0).first().row()).isEqualTo(3);
        assertThat(found.get(0).account()).isEqualTo("A1");
        assertThat(store.all(License.class)).extracting(License::license).containsExactly("L1", "L2");
    }

    @Test
    void aPageWithoutRowsIsGone() {
        LedgerStore store = TemporaryStore.surveyed(folder, "licenses", "licenses");
        store.putRows(0, "licenses", List.of(license(2, "A1", "L1")));
        store.putRows(1, "licenses", List.of(license(2, "A2", "L1")));

        assertThat(takenOut(store)).hasSize(1);

        store.cutBlocks(100, 1);
        assertThat(store.blocks()).containsExactly(new LedgerStore.AccountBlock(0, "A1", "A1"));
        assertThat(store.tablesOfAccounts("A0", "A9")).containsOnlyKeys("A1");
    }

    @ParameterizedTest(name = "{0} hashes, {1} keys, {2} rows at once")
    @CsvSource({"1000, 1000, 1000", "50, 1000, 1000", "1000, 3, 1000", "1000, 1000, 1", "7, 2, 2"})
    void slicesFindWhatOneLookAtAllFinds(int hashes, int keys, int rowsAtOnce) {
        Random random = new Random(hashes * 31L + keys * 7L + rowsAtOnce);
        Database database = TemporaryStore.database(folder);
        LedgerPages ledger = new LedgerPages(database);
        ledger.createSchema();
        List<String> left = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int repeated = 0;
        for (int first = 2; first < 302; first += 60) {
            List<LedgerRow> rows = new ArrayList<>();
            for (int row = first; row < first + 60; row++) {
                String id = "L" + random.nextInt(200);
                rows.add(license(row, "A" + random.nextInt(5), id));
                if (seen.add(id)) {
                    left.add(row + " " + id);
                } else {
                    repeated++;
                }
            }
            ledger.put(0, "licenses", rows);
        }

        List<Duplicate> found = new ArrayList<>();
        RecordDefinition<License> type = RecordTypes.of(License.class);
        new RepeatedKeys(ledger, Map.of(), type, new Slices(hashes, keys, rowsAtOnce)).takeOut(found::addAll);

        assertThat(found).hasSize(repeated);
        assertThat(ledger.all(type))
                .extracting(row -> row.place().row() + " " + row.record().license())
                .containsExactlyElementsOf(left);
        assertThat(ledger.count("licenses")).isEqualTo(left.size());
    }

    @Test
    void aBlankValueOfAKeyIsNotNamed() {
        LedgerStore store = TemporaryStore.surveyed(folder, "desktop_assignments");
        store.putRows(0, "desktop_assignments", List.of(assignment(2, "D1"), assignment(3, "D2"), assignment(4, "D1")));

        store.takeOutDuplicates(
                List.of("desktop_assignments"),
                found -> assertThat(found).extracting(Duplicate::key).containsExactly("L1 D1"));

        assertThat(store.all(DesktopAssignment.class))
                .extracting(DesktopAssignment::device)
                .containsExactly("D1", "D2");
    }

    private static LedgerRow assignment(int row, String device) {
        return TemporaryStore.row(
                DesktopAssignment.class, row, "A1", "L1", device, "", YesNo.UNKNOWN, null, LocalDate.EPOCH);
    }

    private static List<Duplicate> takenOut(LedgerStore store) {
        List<Duplicate> duplicates = new ArrayList<>();
        store.takeOutDuplicates(List.of("licenses"), duplicates::addAll);
        return duplicates;
    }
}
