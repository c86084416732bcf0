package io.tallybook.analysis.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.cases.Desk;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every window: its last day inside, the first day outside, over ends of months and years and 29 February. */
class WindowsTest {
    private static final String LINE = "agreement:E1/line:1";

    /** A window: the clauses that test it, and how an order is written whose window begins on a day. */
    private enum Window {
        TRANSFER("SA-PUR-07", 30, "SELECT_PLUS", "transferred_on=DAY", "transferor_sa_end=2099-12-31", "perpetual=Y"),
        RETAIL("SA-PUR-10", 90, "SELECT_PLUS", "channel=FPP", "license_purchased=DAY", "pool=SERVER"),
        RENEWAL("SA-REN-02", 0, "SELECT_PLUS", "order_type=RENEWAL", "prior_sa_end=DAY", "prior_quantity=1"),
        SEPARATE("SA-REN-11", 0, "SELECT_PLUS", "order_type=RENEWAL", "prior_agreement=E0", "prior_sa_end=DAY"),
        CROSS_FROM_OPEN("SA-REN-12", 90, "SELECT_PLUS", "order_type=RENEWAL", "prior_agreement=O0"),
        OPEN("SA-REN-04", 90, "OPEN_LICENSE", "order_type=RENEWAL", "prior_agreement=O0"),
        DEEMED(
                "SA-REN-15",
                30,
                "SELECT_PLUS",
                "order_type=RENEWAL",
                "prior_agreement=E0",
                "prior_sa_end=DAY",
                "coverage_start=2099-01-01",
                "coverage_end=2099-12-31"),
        DEEMED_OPEN(
                "SA-REN-16",
                90,
                "SELECT_PLUS",
                "order_type=RENEWAL",
                "prior_agreement=O0",
                "coverage_start=2099-01-01",
                "coverage_end=2099-12-31");

        private final String clause;
        private final int days;
        private final String program;
        private final String cells;

        Window(String clause, int days, String program, String... cells) {
            this.clause = clause;
            this.days = days;
            this.program = program;
            this.cells = String.join(" ", cells);
        }

        private Desk order(LocalDate event, LocalDate ordered) {
            List<String> row = new ArrayList<>(List.of(
                    "agreement=E1",
                    "line=1",
                    "order_date=" + ordered,
                    "product=Windows Server",
                    "edition=Standard",
                    "offering=SA",
                    "quantity=1",
                    "amount=1.00",
                    "currency=USD"));
            row.addAll(List.of(cells.replace("DAY", event.toString()).split(" ", -1)));
            String ends = "end=" + event;
            return Desk.on("2099-12-31")
                    .agreement("E1", program, "USD", "end=2098-12-31")
                    .agreement("E0", "SELECT_PLUS", "USD", "start=2000-01-01", ends, "agreement_version=2008")
                    .agreement("O0", "OPEN_LICENSE", "USD", "start=2000-01-01", ends, "agreement_version=2008")
                    .row("purchases", row.toArray(String[]::new))
                    .run();
        }
    }

    static Stream<Arguments> windows() {
        List<LocalDate> events = List.of(
                LocalDate.of(2024, 1, 31),
                LocalDate.of(2024, 2, 29),
                LocalDate.of(2023, 12, 2),
                LocalDate.of(2023, 12, 31),
                LocalDate.of(2024, 11, 30));
        return Stream.of(Window.values()).flatMap(window -> events.stream().map(event -> Arguments.of(window, event)));
    }

    @ParameterizedTest(name = "{0} from {1}")
    @MethodSource("windows")
    void theLastDayIsInsideAndTheNextOutside(Window window, LocalDate event) {
        LocalDate last = event.plusDays(window.days);
        assertThat(window.order(event, event).verdict(window.clause, LINE)).startsWith("PASS");
        assertThat(window.order(event, last).verdict(window.clause, LINE)).isEqualTo("PASS " + last);
        assertThat(window.order(event, last.plusDays(1)).verdict(window.clause, LINE))
                .isEqualTo("FAIL " + last);
    }

    @ParameterizedTest(name = "{0} from {1}")
    @MethodSource("windows")
    void anEarlierOrderInTheWindowNeverFails(Window window, LocalDate event) {
        boolean inside = true;
        for (LocalDate day = event; !day.isAfter(event.plusDays(window.days + 40)); day = day.plusDays(7)) {
            boolean passes =
                    window.order(event, day).verdict(window.clause, LINE).startsWith("PASS");
            assertThat(passes && !inside).as("passes again on %s", day).isFalse();
            inside = passes;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2020-03-30, 2020-06-28, PASS, PASS",
        "2020-03-30, 2020-06-29, PASS, FAIL",
        "2020-03-31, 2020-04-01, FAIL, PASS",
        "2020-03-31, 2020-06-28, FAIL, PASS",
        "2020-03-31, 2020-06-29, FAIL, FAIL",
        "2020-01-31, 2020-04-30, PASS, PASS",
        "2020-01-31, 2020-05-01, PASS, FAIL",
        "'', 2020-05-01, UNDETERMINED, UNDETERMINED",
        "'', 2020-06-29, UNDETERMINED, FAIL"
    })
    void oemSqlServer2017HasALastDayOfAll(String bought, String ordered, String inTime, String within) {
        Desk desk = oem(ordered, bought, "product=SQL Server", "edition=Standard Core", "version=2017", "pool=SERVER");
        assertThat(desk.verdict("SA-PUR-24", LINE)).startsWith(inTime);
        assertThat(desk.verdict("SA-PUR-25", LINE)).startsWith(within);
        assertThat(desk.shown("sa-order.deadline", LINE, "OEM_FPP"))
                .isEqualTo(
                        bought.isEmpty()
                                ? "UNKNOWN"
                                : "KNOWN " + (bought.equals("2020-01-31") ? "2020-04-30" : "2020-06-28"));
    }

    private static Desk oem(String ordered, String bought, String... more) {
        List<String> row = new ArrayList<>(List.of(
                "agreement=E1",
                "line=1",
                "order_date=" + ordered,
                "offering=SA",
                "quantity=1",
                "amount=1.00",
                "currency=USD",
                "channel=OEM"));
        if (!bought.isEmpty()) {
            row.add("license_purchased=" + bought);
        }
        row.addAll(List.of(more));
        return Desk.on("2026-10-31")
                .agreement("E1", "SELECT_PLUS", "USD")
                .row("purchases", row.toArray(String[]::new))
                .run();
    }

    @ParameterizedTest
    @CsvSource({
        "2023-03-01, 2024-02-29, PASS", // the day after the end
        "2023-03-01, 2024-03-01, PASS",
        "2023-03-01, 2024-03-02, FAIL"
    })
    void aNewAgreementBeginsTheDayAfterAtTheLatest(String start, String begins, String status) {
        Desk desk = Desk.on("2026-10-31")
                .agreement("E0", "SELECT_PLUS", "USD", "start=" + start, "end=2024-02-29")
                .agreement("E1", "SELECT_PLUS", "USD", "start=" + begins)
                .row(
                        "purchases",
                        "agreement=E1",
                        "line=1",
                        "order_date=2024-02-10",
                        "product=Visio Standard",
                        "offering=SA",
                        "quantity=1",
                        "amount=1.00",
                        "currency=USD",
                        "order_type=RENEWAL",
                        "prior_agreement=E0",
                        "prior_sa_end=2024-02-29")
                .run();
        assertThat(desk.verdict("SA-REN-10", LINE)).startsWith(status);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-29, 2025-02-28, 2025-02-28, PASS",
        "2024-02-29, 2025-03-01, 2025-02-28, FAIL",
        "2024-02-29, 2025-02-28, 2025-01-29, PASS", // 30 days before
        "2024-02-29, 2025-02-28, 2025-01-28, FAIL",
        "2024-02-29, 2025-02-28, 2025-03-01, FAIL",
        "2024-07-01, 2025-07-01, 2025-07-01, PASS",
        "2024-07-01, 2024-07-01, 2024-07-01, FAIL", // the begin itself is no anniversary
        "2024-07-01, 2027-07-01, 2027-06-30, PASS" // the day after the end
    })
    void saIsReattachedOnAnAnniversary(String start, String coverage, String ordered, String status) {
        LocalDate end = LocalDate.parse(start).plusYears(3).minusDays(1);
        Desk desk = Desk.on("2028-10-31")
                .agreement("E1", "EA", "USD", "start=" + start, "end=" + end)
                .row(
                        "purchases",
                        "agreement=E1",
                        "line=1",
                        "order_date=" + ordered,
                        "product=Visio Standard",
                        "offering=SA",
                        "quantity=1",
                        "amount=1.00",
                        "currency=USD",
                        "order_type=REATTACH",
                        "coverage_start=" + coverage)
                .run();
        assertThat(desk.verdict("SA-PUR-27", LINE)).startsWith(status);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-30, FAIL 2026-10-30",
        "2026-10-31, AT_RISK 2026-10-31",
        "2026-11-30, AT_RISK 2026-11-30",
        "2026-12-01, PASS 2026-12-01"
    })
    void aMigrationRightThatEndsIsWarnedOf(String end, String verdict) {
        Desk desk = Desk.on("2026-10-31")
                .agreement("E1", "EA_SUBSCRIPTION", "USD", "start=2021-01-01", "end=" + end)
                .row(
                        "licenses",
                        "license=M1",
                        "account=A",
                        "agreement=E1",
                        "product=Media Server",
                        "metric=SERVER",
                        "quantity=5",
                        "sa_start=2021-01-01",
                        "sa_end=2025-12-31")
                .row(
                        "migration_entries",
                        "product=Media Server",
                        "qualifying_date=2024-01-01",
                        "migration_product=Stream Server")
                .run();
        assertThat(desk.verdict("SA-MIG-08", "license:M1")).isEqualTo(verdict);
    }
}
