package io.tallybook.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.result.Figure;
import io.tallybook.result.Result;
import io.tallybook.terms.ClauseRegister;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The ledger of benefits: one row each, with the next day on which part of it lapses. */
class BenefitRowsTest {
    private static final Labels ENGLISH = Labels.of("en");

    private final List<Result> figures = new ArrayList<>();

    private void figure(String measure, String subject, String dimension, String value, String unit) {
        figures.add(Figure.of(measure, "P", subject)
                .dimension(dimension)
                .unit(unit)
                .known(value)
                .build());
    }

    private List<Map<String, Object>> ledger(String asOf) {
        ClauseRows clauses = new ClauseRows(ClauseRegister.builtIn(), figures, ENGLISH);
        CoverageRows coverage = new CoverageRows(ENGLISH, List.of(), List.of(), List.of());
        return BenefitRows.of(new FigureRows(ENGLISH, figures, clauses, coverage), asOf, ENGLISH);
    }

    private void offer(String offer, String until) {
        figure("offer.granted", "offer:" + offer, "Visio", "5", "units");
        figure("offer.rights-until", "offer:" + offer, "", until, "date");
    }

    @Test
    void aBenefitLapsesWithTheOfferThatEndsNext() {
        figure("benefit.granted", "account:P", "Visio", "10", "units");
        figure("benefit.used", "account:P", "Visio", "3", "units");
        figure("benefit.remaining", "account:P", "Visio", "7", "units");
        offer("PAST", "2026-10-30");
        offer("LATER", "2027-03-31");
        offer("NEXT", "2026-10-31");
        assertThat(ledger("2026-10-31")).singleElement().satisfies(row -> {
            assertThat(row).containsEntry("benefitText", "Visio").containsEntry("grantedText", "10");
            assertThat(row).containsEntry("usedText", "3").containsEntry("leftText", "7");
            assertThat(row).containsEntry("lapsesText", "2026-10-31").containsEntry("valueText", "");
        });
    }

    @Test
    void creditsHaveAWorthAndIncidentsOfSoftwareAssuranceStandBeside() {
        figure("incidents.balance", "agreement:E1", "", "2", "incidents");
        figure("incidents.awarded", "agreement:E1", "TOTAL", "5", "incidents");
        figure("incidents.used", "agreement:E1", "", "3", "incidents");
        figure("incidents.expiry", "agreement:E1", "", "2026-12-31", "date");
        figure("offer.azure-credit", "offer:O", "MONTHLY", "350", "USD");
        offer("O", "2027-01-31");
        List<Map<String, Object>> rows = ledger("2026-10-31");
        assertThat(rows).extracting(row -> row.get("valueText")).containsExactly("350.00", "");
        assertThat(rows).extracting(row -> row.get("lapsesText")).containsExactly("2027-01-31", "2026-12-31");
        assertThat(rows).extracting(row -> row.get("leftText")).containsExactly("", "2");
    }

    @Test
    void withoutBenefitsThereIsNoLedger() {
        figure("azure-usage.month", "account:P", "2026-09", "1", "USD");
        assertThat(ledger("2026-10-31")).isEmpty();
    }
}
