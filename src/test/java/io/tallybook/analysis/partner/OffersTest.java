package io.tallybook.analysis.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.cases.Desk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How one enrollment year leads to the next, what each offer gives, and what is not known of one that is not listed. */
class OffersTest {
    @Test
    void anOfferOfTheSameKindThatFollowsWithoutAGapContinues() {
        Desk desk = Desk.on("2024-07-15");
        Partnered.offer(desk, "O1", "LAUNCH", "2023-07-01");
        Partnered.offer(desk, "O2", "Partner Launch Benefits", "2024-07-01");
        Partnered.use(desk, "U", "ON_PREMISES", "offer=O1", "start=2023-08-01");
        desk.row("program_keys", "key=T", "account=A", "offer=O2", "product=Visio", "type=TOKEN", "seats=5");
        desk.run();
        assertThat(desk.verdict("MPP-61", "use:U")).isEqualTo("PASS");
        assertThat(desk.verdict("MPP-63", "use:U")).isEqualTo("-");
        assertThat(desk.shown("key.redeem-by", "key:T", "")).isEqualTo("KNOWN 2024-06-30");
        assertThat(desk.shown("key.lapse-days", "key:T", "")).isEqualTo("KNOWN 15");
    }

    @Test
    void afterAGapRightsEndAndBeginAgain() {
        Desk desk = Desk.on("2024-12-31");
        Partnered.offer(desk, "O1", "LAUNCH", "2023-07-01");
        Partnered.offer(desk, "O2", "LAUNCH", "2024-07-11", "purchase_type=REENROLLMENT", "previous=O1");
        Partnered.use(desk, "U", "ON_PREMISES", "offer=O1", "start=2023-08-01");
        desk.row(
                "cloud_services",
                "cloud_service=C",
                "account=A",
                "tenant=T",
                "service=Visio",
                "counted_on=2024-08-01",
                "seats_assigned=5",
                "offer=O1");
        desk.run();
        assertThat(desk.verdict("MPP-61", "use:U")).isEqualTo("FAIL");
        assertThat(desk.verdict("MPP-63", "use:U")).isEqualTo("FAIL");
        // 2024-06-30 to 2024-07-11.
        assertThat(desk.shown("use.days-late", "use:U", "")).isEqualTo("KNOWN 11");
        assertThat(desk.verdict("MPP-75", "cloud_service:C")).isEqualTo("-");
    }

    @Test
    void offersThatNameEachOtherEndTheSearch() {
        Desk desk = Desk.on("2024-12-31");
        Partnered.offer(desk, "O1", "LAUNCH", "2024-01-01", "previous=O2");
        Partnered.offer(desk, "O2", "LAUNCH", "2024-02-01", "previous=O1");
        Partnered.offer(desk, "S1", "ACTION_PACK", "2024-01-01", "purchase_type=SWAP", "previous=S2");
        Partnered.offer(desk, "S2", "LEARNING_ACTION_PACK", "2024-01-02", "purchase_type=SWAP", "previous=S1");
        desk.run();
        // The year of O2, which continues O1, ends 31 days after the as-of date.
        assertThat(desk.verdict("MPP-74", "offer:O1")).isEqualTo("PASS");
        assertThat(desk.verdict("MPP-120", "offer:S1")).isEqualTo("UNDETERMINED");
        assertThat(desk.verdict("MPP-119", "offer:S2")).isIn("FAIL", "UNDETERMINED");
    }

    @Test
    void aVoidOfferGivesNothing() {
        Desk desk = Desk.on("2025-03-31");
        Partnered.offer(desk, "O", "ACTION_PACK", "2025-01-22");
        Partnered.use(desk, "U", "ON_PREMISES", "offer=O", "start=2025-02-01");
        desk.row("offer_benefits", "offer_code=ACTION_PACK", "benefit=Windows 11 Enterprise", "quantity=10")
                .run();
        assertThat(desk.shown("offer.granted", "offer:O", "Windows 11 Enterprise"))
                .isEqualTo("-");
        assertThat(desk.shown("benefit.granted", "account:A", "Windows 11 Enterprise"))
                .isEqualTo("KNOWN 0");
        assertThat(desk.verdict("MPP-15", "account:A")).isEqualTo("FAIL");
        assertThat(desk.verdict("MPP-61", "use:U")).isEqualTo("FAIL");
        assertThat(desk.verdict("MPP-63", "use:U")).isEqualTo("-");
    }

    @ParameterizedTest
    @CsvSource({
        "SOLUTIONS_PARTNER, PASS, PASS, PASS, 3, UNDETERMINED",
        "LEGACY_SILVER, PASS, PASS, PASS, 3, UNDETERMINED",
        "LEGACY_GOLD, PASS, PASS, PASS, 3, UNDETERMINED",
        "LAUNCH, FAIL, PASS, FAIL, 3, PASS",
        "SUCCESS_CORE, FAIL, PASS, FAIL, 3, PASS",
        "SUCCESS_EXPANDED, FAIL, PASS, PASS, 3, PASS",
        "ACTION_PACK, PASS, FAIL, FAIL, 1, PASS"
    })
    void eachOfferGivesWhatTheGuideSays(
            String code, String onPremises, String cloud, String marketing, String activations, String professional) {
        Desk desk = rows(code).run();
        assertThat(desk.verdict("MPP-105", "partner_request:R1")).isEqualTo(onPremises);
        assertThat(desk.verdict("MPP-105", "partner_request:R2")).isEqualTo(cloud);
        assertThat(desk.verdict("MPP-111", "account:A")).isEqualTo(marketing);
        assertThat(desk.shown("key.activations-used", "key:K", "")).isEqualTo("KNOWN " + activations);
        assertThat(desk.verdict("MPP-80", "vs_subscription:V")).isEqualTo(professional);
    }

    @ParameterizedTest
    @CsvSource({"LEARNING_ACTION_PACK, FAIL, PASS", "Partner Rocket, UNDETERMINED, ATTEST"})
    void whatTheGuideDoesNotSayOfAnOfferIsNotKnown(String code, String marketing, String listed) {
        Desk desk = rows(code).run();
        assertThat(desk.verdict("MPP-04", "offer:O")).isEqualTo(listed);
        assertThat(desk.verdict("MPP-105", "partner_request:R1")).isEqualTo("UNDETERMINED");
        assertThat(desk.verdict("MPP-105", "partner_request:R2")).isEqualTo("UNDETERMINED");
        assertThat(desk.verdict("MPP-111", "account:A")).isEqualTo(marketing);
        assertThat(desk.shown("key.activations-used", "key:K", "")).isEqualTo("LOWER_BOUND 1");
        assertThat(desk.shown("key.activations-used-at-most", "key:K", "")).isEqualTo("UPPER_BOUND 3");
        assertThat(desk.verdict("MPP-80", "vs_subscription:V")).isEqualTo("UNDETERMINED");
    }

    private static Desk rows(String code) {
        Desk desk = Desk.on("2024-06-30");
        Partnered.offer(desk, "O", code, "2024-02-01");
        for (String event : new String[] {"2024-02-10", "2024-03-10", "2024-04-10"}) {
            desk.row(
                    "key_activations",
                    "activation=" + event,
                    "key=K",
                    "date=" + event,
                    "machine=M",
                    "hardware_change=N");
        }
        return desk.row("program_keys", "key=K", "account=A", "offer=O", "product=Visio", "type=PRODUCT_KEY")
                .row("vs_subscriptions", "vs_subscription=V", "account=A", "offer=O", "edition=PROFESSIONAL")
                .row("partner_requests", "partner_request=R1", "account=A", "kind=ONPREM_INCIDENT", "date=2024-05-01")
                .row("partner_requests", "partner_request=R2", "account=A", "kind=SCS_INCIDENT", "date=2024-05-01");
    }

    @Test
    void aNameThatIsNotListedIsEqualOnlyToItself() {
        Desk desk = Desk.on("2024-06-30");
        Partnered.offer(desk, "O1", "Partner-Rocket", "2024-02-01");
        Partnered.offer(desk, "O2", "Microsoft\u00ae Action Pack", "2024-02-01");
        Partnered.offer(desk, "O3", "Action Pack Plus", "2024-02-01");
        desk.row("offer_benefits", "offer_code=partner rocket", "benefit=Visio", "quantity=2")
                .run();
        assertThat(desk.shown("offer.granted", "offer:O1", "Visio")).isEqualTo("KNOWN 2");
        assertThat(desk.verdict("MPP-06", "offer:O2")).isEqualTo("PASS");
        assertThat(desk.verdict("MPP-06", "offer:O3")).isEqualTo("-");
        assertThat(desk.shown("benefit.granted", "account:A", "Visio")).isEqualTo("LOWER_BOUND 2");
    }

    @Test
    void theRowOfTheDesignationAndThenTheLaterRowCounts() {
        Desk desk = Desk.on("2024-06-30");
        Partnered.offer(desk, "O", "Solutions Partner", "2024-02-01", "designation=Data & AI");
        desk.row(
                        "offer_benefits",
                        "offer_code=SOLUTIONS_PARTNER",
                        "benefit=Visio",
                        "quantity=9",
                        "listed_from=2024-01-01")
                .row(
                        "offer_benefits",
                        "offer_code=SOLUTIONS_PARTNER",
                        "designation=data & ai",
                        "benefit=Visio",
                        "quantity=4")
                .row(
                        "offer_benefits",
                        "offer_code=SOLUTIONS_PARTNER",
                        "designation=data & ai",
                        "benefit=visio",
                        "quantity=5",
                        "listed_from=2024-02-01")
                .row(
                        "offer_benefits",
                        "offer_code=SOLUTIONS_PARTNER",
                        "designation=Security",
                        "benefit=Visio",
                        "quantity=7",
                        "listed_from=2024-02-01")
                .row(
                        "offer_benefits",
                        "offer_code=SOLUTIONS_PARTNER",
                        "designation=data & ai",
                        "benefit=Visio",
                        "quantity=6",
                        "listed_from=2024-02-02")
                .run();
        assertThat(desk.shown("offer.granted", "offer:O", "Visio")).isEqualTo("KNOWN 5");
    }

    @Test
    void creditsInSeveralCurrenciesNeedAHomeCurrency() {
        Desk without = credits(Desk.on("2024-06-30"));
        assertThat(without.run().shown("offer.azure-credit", "offer:O", "YEARLY"))
                .isEqualTo("UNKNOWN");
        Desk with = credits(Desk.on("2024-06-30").row("accounts", "account=B", "home_currency=EUR"));
        assertThat(with.run().shown("offer.azure-credit", "offer:OB", "YEARLY")).isEqualTo("KNOWN 90.00");
        assertThat(with.shown("offer.azure-credit", "offer:OB", "MONTHLY")).isEqualTo("-");
    }

    private static Desk credits(Desk desk) {
        return Partnered.offer(desk, "O", "LAUNCH", "2024-02-01")
                .row("partner_offers", "offer=OB", "account=B", "offer_code=LAUNCH", "purchased=2024-02-01")
                .row(
                        "offer_benefits",
                        "offer_code=LAUNCH",
                        "benefit=Azure",
                        "credit=YEARLY",
                        "amount=100",
                        "currency=USD")
                .row(
                        "offer_benefits",
                        "offer_code=LAUNCH",
                        "benefit=Azure",
                        "credit=YEARLY",
                        "amount=90",
                        "currency=EUR");
    }

    @Test
    void datesThatHaveNotComeAreBlank() {
        Desk desk = Desk.on("2024-06-30");
        Partnered.offer(
                desk,
                "O",
                "LAUNCH",
                "2024-06-01",
                "refund_requested=2024-07-01",
                "fee_paid=2024-07-01",
                "benefits_provided=2024-07-01",
                "eligible_on=2024-07-05",
                "fee=5",
                "currency=USD");
        Partnered.offer(desk, "LATER", "LAUNCH", "2024-07-01");
        desk.run();
        assertThat(desk.verdict("MPP-04", "offer:LATER")).isEqualTo("-");
        assertThat(desk.verdict("MPP-112", "offer:O")).isEqualTo("-");
        assertThat(desk.verdict("MPP-13", "offer:O")).isEqualTo("-");
        assertThat(desk.verdict("MPP-05", "offer:O")).isEqualTo("-");
        assertThat(desk.shown("offer.refund-at-stake", "offer:O", "")).isEqualTo("-");
        assertThat(desk.shown("offer.entitled-from", "offer:O", "")).isEqualTo("KNOWN 2024-07-05");
    }

    @Test
    void incidentsBeyondTheListedNumberAreNotCovered() {
        Desk desk = rows("ACTION_PACK")
                .row(
                        "offer_benefits",
                        "offer_code=ACTION_PACK",
                        "benefit=Incidents",
                        "quantity=1",
                        "incident_type=ONPREM")
                .row("partner_requests", "partner_request=R3", "account=A", "kind=ONPREM_INCIDENT", "date=2024-04-30");
        desk.run();
        assertThat(desk.verdict("MPP-105", "partner_request:R3")).isEqualTo("PASS");
        assertThat(desk.verdict("MPP-105", "partner_request:R1")).isEqualTo("FAIL");
        assertThat(desk.shown("benefit.granted", "account:A", "Incidents")).isEqualTo("-");
    }
}
