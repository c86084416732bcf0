package io.tallybook.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.ledger.Origin;
import io.tallybook.result.SourceRows;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourcesTest {
    private static Origin orders(int row) {
        return new Origin("orders.xlsx", "Orders", 3, row);
    }

    private static Origin more(int row) {
        return new Origin("more.csv", "more.csv", 4, row);
    }

    @Test
    void rowsOfASheetAreRangesInReadingOrderWhateverTheirOrder() {
        assertThat(Sources.ofOrigins(List.of(orders(9), orders(3), orders(2), orders(1_048_576), orders(4))))
                .containsExactly(new SourceRows("orders.xlsx", "Orders", "2-4;9;1048576", 5));
    }

    @Test
    void sheetsFollowEachOtherInReadingOrder() {
        assertThat(Sources.ofOrigins(List.of(more(2), orders(8), more(3), orders(7))))
                .containsExactly(
                        new SourceRows("orders.xlsx", "Orders", "7-8", 2),
                        new SourceRows("more.csv", "more.csv", "2-3", 2));
    }

    @Test
    void aRowThatIsNamedTwiceCountsOnce() {
        assertThat(Sources.ofOrigins(List.of(orders(5), orders(6), orders(5), orders(6))))
                .containsExactly(new SourceRows("orders.xlsx", "Orders", "5-6", 2));
    }

    @Test
    void aRowThatIsNamedTwiceCountsOnceHoweverFarTheNextIs() {
        assertThat(Sources.ofOrigins(
                        List.of(orders(1_048_576), orders(6), orders(1_048_576), more(5), orders(7), more(5))))
                .containsExactly(
                        new SourceRows("orders.xlsx", "Orders", "6-7;1048576", 3),
                        new SourceRows("more.csv", "more.csv", "5", 1));
    }

    @Test
    void nothingRestsOnNoSheet() {
        assertThat(Sources.ofOrigins(List.of())).isEmpty();
    }
}
