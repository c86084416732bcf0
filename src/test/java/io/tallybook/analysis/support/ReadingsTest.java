package io.tallybook.analysis.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.cases.Desk;
import io.tallybook.ledger.Dossier;
import io.tallybook.ledger.Origin;
import io.tallybook.ledger.RejectedRow;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Readings of the terms that the worked examples leave untested. */
class ReadingsTest {
    @Test
    void aRejectedRowIsNamedInTheFiguresOfItsAgreement() {
        Origin origin = new Origin("purchases.csv", "purchases", 0, 7);
        Rejections rejections = Rejections.of(new Dossier(
                "A",
                Map.of(),
                List.of(),
                List.of(
                        new RejectedRow("purchases", origin, "duplicate-key", "agreements:E1"),
                        new RejectedRow("support_cases", origin, "bad-date", ""))));
        assertThat(rejections.of("purchases", "E1"))
                .containsExactly(
                        "1 row of purchases was rejected (purchases.csv row 7, duplicate-key) and is not counted.");
        assertThat(rejections.of("purchases", "E2")).isEmpty();
        assertThat(rejections.of("support_cases", "E2")).hasSize(1);
    }

    @Test
    void aNumberOfContactsThatIsKnownIsNoBound() {
        assertThat(contactsOf("level=A")).isEqualTo("1 web contacts are named, 2 are permitted.");
        assertThat(contactsOf("level=")).startsWith("1 web contacts are named, at least 2 are permitted. ");
    }

    private static String contactsOf(String level) {
        return Desk.on("2024-06-30")
                .agreement("E1", "EA", "USD", level)
                .row("support_contacts", "agreement=E1", "contact=K1", "name=Ada Berg", "channel=WEB")
                .run()
                .finding("SA-CON-07", "agreement:E1")
                .reason();
    }

    @Test
    void laterOrdersDoNotExistYetAndAreCounted() {
        Desk desk = Desk.on("2024-06-30")
                .agreement("E1", "EA", "USD")
                .sa("E1", "1", "Exchange Server Standard", "1", "20000.00", "USD", "order_date=2024-07-01")
                .run();
        assertThat(desk.shown("sa-spend", "agreement:E1", "SERVER")).isEqualTo("KNOWN 0.00");
        assertThat(desk.figure("sa-spend", "agreement:E1", "SERVER").assumptions())
                .contains("1 line ordered after 2024-06-30 is not counted.");
    }

    @Test
    void anAgreementWithoutLinesIsUnknownNotZero() {
        Desk desk = Desk.on("2024-06-30")
                .agreement("E1", "EA", "USD")
                .agreement("P1", "MPSA", "USD", "academic=N")
                .run();
        assertThat(desk.shown("sa-spend", "agreement:E1", "CAL")).isEqualTo("UNKNOWN");
        assertThat(desk.shown("incidents.awarded", "agreement:E1", "TOTAL")).isEqualTo("UNKNOWN");
        assertThat(desk.shown("points", "agreement:P1", "SERVER")).isEqualTo("UNKNOWN");
        assertThat(desk.verdict("SA-PRS-01", "agreement:E1")).isEqualTo("UNDETERMINED");
    }

    @Test
    void amountsThatMayBeMoreAndLessLeaveNothingToSay() {
        Desk desk = Desk.on("2024-06-30")
                .agreement("E1", "EA", "USD")
                .sa("E1", "1", "Exchange Server Standard", "1", "100.00", "USD", "offering=L_SA")
                .sa("E1", "2", "Exchange Server Standard", "1", "100.00", "USD", "offering=L_SA", "order_type=RETURN")
                .run();
        assertThat(desk.shown("sa-spend", "agreement:E1", "SERVER")).isEqualTo("UNKNOWN");
        assertThat(desk.shown("incidents.awarded", "agreement:E1", "TOTAL")).isEqualTo("UNKNOWN");
        assertThat(desk.shown("sa-spend", "agreement:E1", "IW_CLIENT")).isEqualTo("KNOWN 0.00");
    }

    @Test
    void aReturnWithoutSplitMakesAnUpperBound() {
        Desk desk = Desk.on("2024-06-30")
                .agreement("E1", "EA", "USD")
                .sa("E1", "1", "Exchange Server Standard", "2", "40000.00", "USD")
                .sa("E1", "2", "Exchange Server Standard", "1", "100.00", "USD", "offering=L_SA", "order_type=RETURN")
                .run();
        assertThat(desk.shown("incidents.awarded", "agreement:E1", "SERVER_CAL"))
                .isEqualTo("UPPER_BOUND 2");
        assertThat(desk.shown("sa-spend.unallocated", "agreement:E1", "")).isEqualTo("KNOWN -100.00");
        assertThat(desk.verdict("SA-ADD-03", "agreement:E1")).isEqualTo("UNDETERMINED");
    }

    @Test
    void yearsThatBeginOnALeapDayBeginOnTheTwentyEighthOtherwise() {
        Desk desk = Desk.on("2026-12-31")
                .set("award-window", "annual")
                .row(
                        "agreements",
                        "agreement=E1",
                        "account=A",
                        "program=EA",
                        "currency=USD",
                        "start=2024-02-29",
                        "end=2027-02-27")
                .sa("E1", "1", "Exchange Server Standard", "1", "15000.00", "USD", "order_date=2025-02-27")
                .sa("E1", "2", "Exchange Server Standard", "1", "15000.00", "USD", "order_date=2025-02-28")
                .run();
        assertThat(desk.shown("incidents.awarded", "agreement:E1", "SERVER_CAL"))
                .isEqualTo("KNOWN 0");
        assertThat(desk.shown("incidents.award-alternative", "agreement:E1", "SERVER_CAL"))
                .isEqualTo("KNOWN 1");
    }

    @Test
    void aConversionIsJudgedByTheBalanceOfItsOwnDay() {
        Desk desk = Desk.on("2024-12-31")
                .agreement("E1", "EA", "USD")
                .sa("E1", "1", "Exchange Server Standard", "1", "20000.00", "USD")
                .sa("E1", "2", "Exchange Server Standard", "1", "20000.00", "USD", "order_date=2024-07-01")
                .row(
                        "incident_conversions",
                        "conversion=V1",
                        "agreement=E1",
                        "date=2024-06-30",
                        "incidents=2",
                        "target=UNIFIED_SUPPORT")
                .row(
                        "incident_conversions",
                        "conversion=V2",
                        "agreement=E1",
                        "date=2024-01-31",
                        "incidents=1",
                        "target=UNIFIED_SUPPORT")
                .run();
        assertThat(desk.verdict("SA-CNV-01", "conversion:V1")).isEqualTo("FAIL");
        assertThat(desk.verdict("SA-CNV-01", "conversion:V2")).isEqualTo("FAIL");
        assertThat(desk.shown("incidents.balance", "agreement:E1", "")).isEqualTo("KNOWN -1");
    }

    @Test
    void aLineWithoutPoolIsPlacedByTheCatalogueOrTheUser() {
        Desk desk = Desk.on("2024-06-30")
                .agreement("E1", "EA", "USD")
                .row("products", "product=Harbour Frame Grabber", "pool=SYSTEMS")
                .sa("E1", "1", "SQL Server CAL", "1", "10.00", "USD")
                .sa("E1", "2", "Harbour Frame Grabber", "1", "20.00", "USD", "edition=Deluxe")
                .run();
        assertThat(desk.shown("sa-spend", "agreement:E1", "CAL")).isEqualTo("KNOWN 10.00");
        assertThat(desk.shown("sa-spend", "agreement:E1", "SYSTEMS")).isEqualTo("KNOWN 20.00");
    }

    @Test
    void systemCenterDatacenterByProcessorEarnsPointsForTheVersionThatTheRowNames() {
        Desk desk = Desk.on("2024-06-30")
                .agreement("P1", "MPSA", "USD", "academic=N")
                .sa(
                        "P1",
                        "1",
                        "System Center Datacenter",
                        "1",
                        "1.00",
                        "USD",
                        "license_model=PROCESSOR_2",
                        "version=2012 R2")
                .sa(
                        "P1",
                        "2",
                        "System Center Datacenter",
                        "1",
                        "1.00",
                        "USD",
                        "license_model=PROCESSOR_2",
                        "version=2016")
                .run();
        assertThat(desk.shown("points", "agreement:P1", "SERVER")).isEqualTo("KNOWN 75");
        assertThat(desk.shown("points.unlisted-licenses", "agreement:P1", "")).isEqualTo("KNOWN 1");
    }

    @Test
    void anAttestedPremierAgreementHoldsFromTheDayItWasStated() {
        Desk desk = Desk.on("2024-06-30")
                .agreement("E1", "SCE", "USD")
                .sa("E1", "1", "CIS Suite Standard", "1", "750000.00", "USD")
                .row(
                        "attestations",
                        "clause=SA-SCE-02",
                        "subject=agreement:E1",
                        "answer=Y",
                        "stated_by=Mia Holm",
                        "stated_on=2024-03-15")
                .run();
        assertThat(desk.shown("incidents.unlimited-from", "agreement:E1", "CIS_SUITE"))
                .isEqualTo("KNOWN 2024-03-15");
    }
}
