import java.math.BigDecimal;
import java.time.LocalDate;

/** The rows of a detail sheet, by formula: 12 columns of texts, a date and numbers. */
final class DetailRows {
    static final String[] COLUMNS = {
        "Invoice", "Enrollment", "Subscription", "Date", "Category", "Region",
        "Quantity", "Price", "Cost", "Currency", "Charge", "Resource"
    };

    private static final String[] CURRENCIES = {
        "USD", "AUD", "CAD", "CHF", "CNY", "DKK", "EUR", "GBP", "JPY", "KRW", "NOK", "NZD", "SEK", "TWD", "INR", "RUB"
    };
    private static final LocalDate START = LocalDate.of(2025, 1, 1);

    private DetailRows() {}

    static String invoice(int i) {
        return "INV-" + (10_000_000 + i);
    }

    static String enrollment(int i) {
        return Integer.toString(5_000_000 + i % 48 * 7);
    }

    static String subscription(int i) {
        return "sub-" + (100_000 + i % 1500) + "-contoso-prod";
    }

    static LocalDate date(int i) {
        return START.plusDays(i % 365);
    }

    static String category(int i) {
        return "Category " + i % 40;
    }

    static String region(int i) {
        return "region-" + i % 20;
    }

    static BigDecimal quantity(int i) {
        return BigDecimal.valueOf(i % 2000 * 10L + 5, 1);
    }

    static BigDecimal price(int i) {
        return BigDecimal.valueOf(i % 9973 + 1, 3);
    }

    /** Quantity times price, to the cent, half up. */
    static BigDecimal cost(int i) {
        return BigDecimal.valueOf(((i % 2000 * 10L + 5) * (i % 9973 + 1) + 50) / 100, 2);
    }

    static String currency(int i) {
        return CURRENCIES[i % 16];
    }

    static String charge(int i) {
        return i % 50 == 0 ? "Refund" : "Usage";
    }

    static String resource(int i) {
        return "/subscriptions/" + i % 1500 + "/resourceGroups/rg-" + i % 6000 + "/providers/vm-" + i % 60_000;
    }
}
