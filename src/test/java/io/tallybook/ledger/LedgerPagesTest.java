package io.tallybook.ledger;

import static io.tallybook.ledger.TemporaryStore.license;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.ledger.LedgerPage.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerPagesTest {
    private static final RecordDefinition<License> LICENSES = RecordTypes.of(License.class);

    @TempDir
    Path folder;

    private LedgerPages pages;

    @BeforeEach
    void create() {
        pages = new LedgerPages(TemporaryStore.database(folder));
        pages.createSchema();
    }

    private List<LedgerPage> stored() {
        List<LedgerPage> all = new ArrayList<>();
        pages.each("licenses", new Place(0, 0, 0), new Place(9, 0, 0), all::add);
        return all;
    }

    @Test
    void rowsOfAnAccountThatAreFiledTogetherAreOnePage() {
        pages.put(0, "licenses", List.of(license(2, "A1", "L1"), license(3, "A2", "L2"), license(4, "A1", "L3")));
        pages.put(0, "licenses", List.of(license(5, "A1", "L4")));

        assertThat(stored()).extracting(LedgerPage::account).containsExactly("A1", "A2", "A1");
        assertThat(stored()).extracting(LedgerPage::size).containsExactly(2, 1, 1);
    }

    @Test
    void rowsOfMixedAccountsComeBackInReadingOrder() {
        pages.put(0, "licenses", List.of(license(2, "A1", "L1"), license(3, "A2", "L2"), license(4, "A1", "L3")));

        assertThat(pages.all(LICENSES))
                .extracting(found -> found.place().row() + found.account())
                .containsExactly("2A1", "3A2", "4A1");
        assertThat(pages.all(LICENSES, (account, row) -> account.equals("A2"))).hasSize(1);
        assertThat(pages.of("A1", LICENSES))
                .extracting(found -> found.record().license())
                .containsExactly("L1", "L3");
    }

    @Test
    void aLargeAccountHasPagesOfAThousandRows() {
        pages.put(
                0,
                "licenses",
                IntStream.range(0, 2_500)
                        .mapToObj(i -> license(i + 2, "A1", "L" + i))
                        .toList());

        assertThat(stored()).extracting(LedgerPage::size).containsExactly(1_000, 1_000, 500);
        assertThat(pages.count("licenses")).isEqualTo(2_500);
        assertThat(pages.count("rates")).isZero();
        assertThat(pages.all(LICENSES))
                .extracting(found -> found.record().license())
                .containsExactlyElementsOf(
                        IntStream.range(0, 2_500).mapToObj(i -> "L" + i).toList());
    }

    @Test
    void hashesAndPartsComeBackWithTheirRows() {
        LedgerRow first = license(2, "A1", "L1");
        LedgerRow second = license(2, "A1", "L2");
        pages.put(0, "licenses", List.of(first, new LedgerRow(2, 1, "A1", second.keyHash(), second.values())));

        LedgerPage.Cursor row = stored().get(0).cursor();
        assertThat(row.next()).isTrue();
        assertThat(row.hash()).isEqualTo(first.keyHash());
        assertThat(row.place()).isEqualTo(new LedgerPage.Place(0, 2, 0));
        assertThat(row.next()).isTrue();
        assertThat(row.hash()).isEqualTo(second.keyHash());
        assertThat(row.place()).isEqualTo(new LedgerPage.Place(0, 2, 1));
        assertThat(row.next()).isFalse();
    }
}
