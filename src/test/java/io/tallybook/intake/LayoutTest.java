package io.tallybook.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.ledger.Purchase;
import io.tallybook.ledger.RecordDefinition;
import io.tallybook.ledger.RecordTypes;
import java.util.List;
import org.junit.jupiter.api.Test;

class LayoutTest {
    private static final RecordDefinition<Purchase> PURCHASES = RecordTypes.of(Purchase.class);
    private static final Profile PLAIN = Profile.plain("purchases");

    private static Layout layout(String... headers) {
        return new Layout(PURCHASES, PLAIN, 3, List.of(headers), DateStyle.DAY_FIRST, true, true);
    }

    @Test
    void layoutComesBackFromItsText() {
        for (Layout layout : List.of(layout(), layout(""), layout("", "Line", "", "Größe\n;\"x\"", ""))) {
            assertThat(Layout.parse(PURCHASES, PLAIN, 3, layout.written())).isEqualTo(layout);
        }
    }

    @Test
    void separatorInAHeaderShiftsNothing() {
        Layout back =
                Layout.parse(PURCHASES, PLAIN, 3, layout("a\u001fb", "Amount").written());
        assertThat(back.headers()).containsExactly("a b", "Amount");
    }

    @Test
    void firstOfTwoEqualHeadersCounts() {
        assertThat(layout("Line", "Amount", "amount").position("amount")).contains(1);
        assertThat(layout("Line").position("amount")).isEmpty();
    }

    @Test
    void nameInParenthesesCountsWhereNoHeaderIsTheNameItself() {
        assertThat(layout("Abonnement-GUID (SubscriptionGuid)").position("Subscription Guid"))
                .contains(0);
        assertThat(layout("Tax (amount)", "Amount").position("amount")).contains(1);
    }
}
