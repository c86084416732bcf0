package io.tallybook.ledger;

import static io.tallybook.ledger.TemporaryStore.agreement;
import static io.tallybook.ledger.TemporaryStore.license;
import static io.tallybook.ledger.TemporaryStore.rate;
import static io.tallybook.ledger.TemporaryStore.reject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tallybook.ledger.LedgerStore.AccountBlock;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Accounts cut into blocks, and the dossiers of a block. */
class AccountBlocksTest {
    @TempDir
    Path folder;

    private LedgerStore store() {
        return TemporaryStore.surveyed(folder, "licenses", "agreements", "rates", "azure_usage");
    }

    private static UsageMonth usage(String account) {
        RecordDefinition<AzureUsage> type = RecordTypes.of(AzureUsage.class);
        @Nullable Object[] values = new RandomRecords(5).values(type);
        values[type.indexOf("account").orElseThrow()] = account;
        values[type.indexOf("amount").orElseThrow()] = new BigDecimal("3.30");
        AzureUsage line = type.create(values);
        BigDecimal usd = line.usdAmount();
        return new UsageMonth(
                line,
                "file3.xlsx",
                "Sheet3",
                List.of(
                        new UsageMonth.Part(
                                LocalDate.of(2026, 3, 4), new BigDecimal("3.3"), usd, 40_000, 2, 40_001, "4:40000:x1"),
                        new UsageMonth.Part(LocalDate.of(2026, 3, 9), BigDecimal.ONE.negate(), usd, 1, 7, 7, "")));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void blocksCoverEveryAccountInOrderAndSplitNone(long seed) {
        Random random = new Random(seed);
        LedgerStore store = store();
        Map<String, Integer> rows = new TreeMap<>();
        List<LedgerRow> all = new ArrayList<>();
        for (int row = 2; row < 60; row++) {
            String account = "A" + random.nextInt(15);
            rows.merge(account, 1, Integer::sum);
            all.add(license(row, account, "L" + row));
        }
        store.putRows(0, "licenses", all);
        int rowsPerBlock = 1 + random.nextInt(20);
        int blocks = store.cutBlocks(rowsPerBlock, 1);
        assertThat(store.blocks()).hasSize(blocks);
        List<String> covered = new ArrayList<>();
        for (AccountBlock block : store.blocks()) {
            int of = 0;
            for (String account : rows.keySet()) {
                if (account.compareTo(block.first()) >= 0 && account.compareTo(block.last()) <= 0) {
                    assertThat(of)
                            .as("rows of block %s before %s", block, account)
                            .isLessThan(rowsPerBlock);
                    covered.add(account);
                    of += rows.getOrDefault(account, 0);
                }
            }
        }
        assertThat(covered).containsExactlyElementsOf(rows.keySet());
    }

    @Test
    void summedUsageCountsAndSharedRowsDoNot() {
        LedgerStore store = store();
        store.putRows(2, "rates", List.of(rate(2, 0, LocalDate.EPOCH, "USD")));
        assertThat(store.cutBlocks(10, 1)).isZero();
        store.putUsage(3, 0, List.of(usage("B1")));
        store.putRows(0, "licenses", List.of(license(2, "A1", "L1")));
        assertThat(store.cutBlocks(10, 1)).isEqualTo(1);
        assertThat(store.blocks()).containsExactly(new AccountBlock(0, "A1", "B1"));
        assertThat(store.cutBlocks(10, 2)).isEqualTo(2);
        assertThat(store.blocks()).containsExactly(new AccountBlock(0, "A1", "A1"), new AccountBlock(1, "B1", "B1"));
    }

    @Test
    void tablesOfAccountsAreThoseWithTheirRows() {
        LedgerStore store = store();
        store.putRows(0, "licenses", List.of(license(2, "A1", "L1"), license(3, "A2", "L2"), license(4, "A3", "L3")));
        store.putRows(1, "agreements", List.of(agreement(2, "A2", "E1")));
        store.putUsage(3, 0, List.of(usage("A2")));
        assertThat(store.tablesOfAccounts("A1", "A2"))
                .isEqualTo(new TreeMap<>(Map.of("A1", Set.of(0), "A2", Set.of(0, 1, 3))));
    }

    @Test
    void resultsOfBlocksAddUp() {
        LedgerStore store = store();
        BigDecimal two = BigDecimal.valueOf(2);
        store.putBlockResult(1, Map.of("KNOWN", two, "sum sa-spend EUR", new BigDecimal("1000000.10")));
        store.putBlockResult(
                0, Map.of("KNOWN", two, "FAIL", BigDecimal.ONE, "sum sa-spend EUR", new BigDecimal("0.05")));
        store.putBlockResult(2, Map.of());
        assertThat(store.blockResults())
                .isEqualTo(new TreeMap<>(Map.of(
                        "KNOWN",
                        BigDecimal.valueOf(4),
                        "FAIL",
                        BigDecimal.ONE,
                        "sum sa-spend EUR",
                        new BigDecimal("1000000.15"))));
    }

    @Test
    void dossierHasAllRowsOfItsAccountWithTheirPlaces() {
        LedgerStore store = store();
        store.putRows(0, "licenses", List.of(license(4, "A1", "L2"), license(2, "A1", "L1"), license(3, "A2", "L3")));
        store.putRows(1, "agreements", List.of(agreement(2, "A1", "E1")));
        store.putRows(2, "rates", List.of(rate(2, 0, LocalDate.EPOCH, "USD")));
        store.putUsage(3, 0, List.of(usage("A3")));
        store.indexAccounts();
        DossierReader reader = store.dossiers();
        List<Dossier> dossiers = reader.dossiers("A1", "A3");
        assertThat(dossiers).extracting(Dossier::account).containsExactly("A1", "A2", "A3");
        Dossier first = dossiers.get(0);
        assertThat(first.all(License.class))
                .extracting(entry -> entry.record().license() + " " + entry.origin())
                .containsExactly("L1 [file0.xlsx]Sheet0 row 2", "L2 [file0.xlsx]Sheet0 row 4");
        assertThat(first.all(Agreement.class)).hasSize(1);
        assertThat(first.all(Rate.class)).isEmpty();
        assertThat(first.usage()).isEmpty();
        assertThat(dossiers.get(2).usage())
                .containsExactlyElementsOf(usage("A3").sums());
        assertThat(dossiers.get(2).usage().get(1).line().amount()).isEqualTo("-1");
        assertThat(reader.dossiers("A2", "A2")).hasSize(1);
        assertThat(reader.shared().all(Rate.class)).hasSize(1);
        assertThat(reader.shared().all(License.class)).isEmpty();
        assertThat(reader.having(Set.of(Agreement.class)))
                .extracting(Dossier::account)
                .containsExactly("A1");
    }

    @Test
    void usageOfATableThatIsReadAgainReplacesWhatWasThere() {
        LedgerStore store = store();
        store.putUsage(3, 0, List.of(usage("A2")));
        store.putUsage(3, 1, List.of(usage("A3")));
        store.forgetRows(3);
        store.putUsage(3, 0, List.of(usage("A1")));
        assertThat(store.dossiers().dossiers("A1", "A9")).hasSize(1);
    }

    @Test
    void rejectsFindTheirAccountThroughTheRowsTheyName() {
        LedgerStore store = store();
        store.putRows(1, "agreements", List.of(agreement(2, "A1", "E1")));
        Reject through = reject(0, 3, "purchases", "amount", "agreements:E1");
        Reject direct = reject(0, 4, "licenses", "metric", "account:A1");
        Reject lost = reject(0, 5, "purchases", "amount", "agreements:E9");
        Reject unknown = reject(0, 6, "purchases", "amount", "");
        store.putRejects(List.of(through, direct, lost, unknown));
        DossierReader reader = store.dossiers();
        assertThat(reader.rejectsOf("A1", 10)).containsExactly(through, direct);
        assertThat(reader.rejectsOf("", 10)).isEmpty();
        assertThat(reader.rejectsOf("E9", 10)).isEmpty();
        assertThat(reader.dossiers("A1", "A1").get(0).rejected())
                .containsExactly(
                        new RejectedRow("purchases", through.origin(), "not-a-date", "agreements:E1"),
                        new RejectedRow("licenses", direct.origin(), "not-a-date", "account:A1"));
    }

    @Test
    void theLastOfThreeRejectsStandsForAllOthers() {
        LedgerStore store = store();
        List<Reject> many = IntStream.range(0, 2_500)
                .mapToObj(row -> reject(0, row + 2, "purchases", "amount", "account:A1"))
                .toList();
        store.putRejects(many);
        DossierReader reader = store.dossiers();

        assertThat(reader.rejectsOf("A1", 1_200)).isEqualTo(many.subList(0, 1_200));
        assertThat(reader.rejectCounts("A1")).containsExactly(Map.entry("purchases", 2_500L));
        store.putRows(1, "agreements", List.of(agreement(2, "A1", "E1")));
        assertThat(reader.dossiers("A1", "A1").get(0).rejected())
                .extracting(RejectedRow::origin, RejectedRow::count)
                .containsExactly(
                        tuple(many.get(0).origin(), 1L),
                        tuple(many.get(1).origin(), 1L),
                        tuple(many.get(2).origin(), 2_498L));
        List<Reject> each = new ArrayList<>();
        store.eachReject(each::add);
        assertThat(each).isEqualTo(many);
    }

    @Test
    void usageThatServesASolutionOfAnotherAccountStandsBesideItsDossier() {
        LedgerStore store = store();
        store.putRows(0, "solutions", List.of(TemporaryStore.row(Solution.class, 2, "A1", "X", "A1")));
        store.putRows(
                1,
                "azure_subscriptions",
                List.of(TemporaryStore.row(
                        AzureSubscription.class, 2, "A1", "S1", "A1", "", Operator.MICROSOFT, null, "", "", "X")));
        AzureUsage line = serving("A2", "S1", "").line();
        store.putRows(
                2,
                "azure_usage",
                List.of(LedgerRow.of(
                        new int[] {0},
                        9,
                        0,
                        "A2",
                        RecordTypes.of(AzureUsage.class).values(line))));
        store.putUsage(3, 0, List.of(serving("A2", "S9", "X"), serving("A2", "S1", ""), serving("A1", "S1", "X")));
        store.putUsage(3, 3, List.of(serving("A2", "S9", "Y"), serving("A2", "S9", "")));
        DossierReader reader = store.dossiers();

        assertThat(reader.dossiers("A1", "A1").get(0).usageOfOthers())
                .hasSize(1 + 4)
                .allSatisfy(sum -> {
                    assertThat(sum.line().account()).isEqualTo("A2");
                    assertThat(sum.line().solution()).isEqualTo("X");
                });
        assertThat(reader.dossiers("A2", "A2").get(0).usageOfOthers()).isEmpty();
    }

    /** Two sums of a month. */
    private static UsageMonth serving(String account, String subscription, String solution) {
        RecordDefinition<AzureUsage> type = RecordTypes.of(AzureUsage.class);
        UsageMonth any = usage(account);
        @Nullable Object[] values = type.values(any.line());
        values[type.indexOf("subscription").orElseThrow()] = subscription;
        values[type.indexOf("solution").orElseThrow()] = solution;
        return new UsageMonth(type.create(values), any.file(), any.sheet(), any.parts());
    }
}
