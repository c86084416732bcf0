package io.tallybook.analysis.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.cases.Desk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The last day inside each window and the first one outside, over month and year ends and 29 February. */
class WindowsTest {
    @ParameterizedTest
    @CsvSource({
        "2024-01-30, 2024-02-29, 2024-03-01",
        "2023-01-30, 2023-03-01, 2023-03-02",
        "2024-12-15, 2025-01-14, 2025-01-15",
        "2024-02-29, 2024-03-30, 2024-03-31"
    })
    void aRefundIsAskedForWithinThirtyDays(String purchased, String last, String tooLate) {
        assertThat(refund(purchased, last).shown("offer.refund-until", "offer:O", ""))
                .isEqualTo("KNOWN " + last);
        assertThat(refund(purchased, last).verdict("MPP-112", "offer:O")).isEqualTo("PASS");
        assertThat(refund(purchased, tooLate).verdict("MPP-112", "offer:O")).isEqualTo("FAIL");
    }

    private static Desk refund(String purchased, String requested) {
        return Partnered.offer(Desk.on("2025-06-30"), "O", "LAUNCH", purchased, "refund_requested=" + requested)
                .run();
    }

    @ParameterizedTest
    @CsvSource({"2024-06-10, 10", "2024-06-20, 0", "2024-06-21, 0"})
    void theDaysLeftForARefundEndAtZero(String asOf, String left) {
        Desk desk = Partnered.offer(Desk.on(asOf), "O", "LAUNCH", "2024-05-21").run();
        assertThat(desk.shown("offer.refund-days-left", "offer:O", "")).isEqualTo("KNOWN " + left);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01-30, 2024-02-29, PASS",
        "2024-01-30, 2024-03-01, FAIL",
        "2025-01-21, 2025-02-20, PASS",
        "2025-01-21, 2025-02-21, FAIL",
        "2025-01-22, 2025-01-23, FAIL"
    })
    void aPackIsSwappedWithinThirtyDays(String purchased, String swapped, String expected) {
        Desk desk = Desk.on("2025-06-30");
        Partnered.offer(desk, "O", "ACTION_PACK", purchased, "benefit_consumed=N", "token_viewed=N");
        Partnered.offer(desk, "S", "LEARNING_ACTION_PACK", swapped, "purchase_type=SWAP", "previous=O");
        assertThat(desk.run().verdict("MPP-120", "offer:S")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"ACTION_PACK, MPP-06", "LEARNING_ACTION_PACK, MPP-07", "LEGACY_SILVER, MPP-08", "LEGACY_GOLD, MPP-09"})
    void theSaleEndsOn21January2025(String code, String clause) {
        Desk desk = Desk.on("2025-03-01");
        Partnered.offer(desk, "O1", code, "2025-01-21");
        Partnered.offer(desk, "O2", code, "2025-01-22");
        Partnered.offer(desk, "O3", code, "2025-02-10", "purchase_type=SWAP");
        desk.run();
        assertThat(desk.verdict(clause, "offer:O1")).isEqualTo("PASS");
        assertThat(desk.shown("offer.rights-until", "offer:O1", "")).isEqualTo("KNOWN 2026-01-20");
        assertThat(desk.verdict(clause, "offer:O2")).isEqualTo("FAIL");
        assertThat(desk.shown("offer.rights-until", "offer:O2", "")).isEqualTo("-");
        assertThat(desk.verdict(clause, "offer:O3")).isEqualTo(code.startsWith("LEGACY") ? "FAIL" : "UNDETERMINED");
        assertThat(desk.shown("offer.rights-until", "offer:O3", "")).isEqualTo("KNOWN 2026-01-20");
    }

    @ParameterizedTest
    @CsvSource({"2024-02-29, 2025-02-27", "2023-03-01, 2024-02-29", "2024-01-01, 2024-12-31"})
    void anEnrollmentYearIsOneYearLessOneDay(String purchased, String end) {
        Desk desk =
                Partnered.offer(Desk.on("2025-06-30"), "O", "LAUNCH", purchased).run();
        assertThat(desk.shown("offer.rights-until", "offer:O", "")).isEqualTo("KNOWN " + end);
    }

    @ParameterizedTest
    @CsvSource({"2024-12-01, PASS", "2024-12-02, AT_RISK 2024-12-31", "2024-12-31, AT_RISK 2024-12-31", "2025-01-01, -"
    })
    void theEndOfTheRightsIsAnnouncedThirtyDaysBefore(String asOf, String expected) {
        Desk desk = Partnered.offer(Desk.on(asOf), "O", "LAUNCH", "2024-01-01").run();
        assertThat(desk.verdict("MPP-74", "offer:O"))
                .isEqualTo(asOf.equals("2024-12-01") ? "AT_RISK 2024-12-31" : expected);
        Desk shorter = Partnered.offer(Desk.on(asOf), "O", "LAUNCH", "2024-01-01")
                .set("warning-days", "29")
                .run();
        assertThat(shorter.verdict("MPP-74", "offer:O")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2024-03-01, PASS", "2024-02-29, FAIL"})
    void aSubscriptionChangesHandsAfterNinetyDays(String next, String expected) {
        Desk desk = Desk.on("2024-12-31")
                .row("vs_subscriptions", "vs_subscription=V", "account=A", "edition=PROFESSIONAL")
                .row("vs_assignments", "vs_subscription=V", "person=P", "assigned=2023-12-02", "ended=" + next)
                .row("vs_assignments", "vs_subscription=V", "person=Q", "assigned=" + next)
                .run();
        assertThat(desk.verdict("MPP-91", "vs_subscription:V")).isEqualTo(expected);
    }

    @Test
    void theClockCanRunFromTheVeryFirstAssignment() {
        Desk each = handOvers();
        Desk first = handOvers().set("visual-studio.clock", "FIRST");
        assertThat(each.run().verdict("MPP-91", "vs_subscription:V")).isEqualTo("FAIL");
        assertThat(first.run().verdict("MPP-91", "vs_subscription:V")).isEqualTo("PASS");
        assertThat(first.shown("visual-studio.next-reassignment", "vs_subscription:V", ""))
                .isEqualTo("KNOWN 2024-03-31");
    }

    private static Desk handOvers() {
        return Desk.on("2024-12-31")
                .row("vs_subscriptions", "vs_subscription=V", "account=A", "edition=PROFESSIONAL")
                .row("vs_assignments", "vs_subscription=V", "person=P", "assigned=2024-01-01", "ended=2024-05-01")
                .row("vs_assignments", "vs_subscription=V", "person=Q", "assigned=2024-05-01", "ended=2024-06-01")
                .row("vs_assignments", "vs_subscription=V", "person=R", "assigned=2024-06-01");
    }

    @ParameterizedTest
    @CsvSource({"2024-01-30, PASS", "2024-02-29, PASS", "2024-03-01, FAIL", "2024-01-29, NOT_APPLICABLE"})
    void aReplacementTokenIsAskedForWithinThirtyDays(String requested, String expected) {
        Desk desk = Desk.on("2024-12-31")
                .row(
                        "program_keys",
                        "key=T",
                        "account=A",
                        "product=Visio",
                        "type=TOKEN",
                        "replacement_requested=" + requested)
                .row("key_activations", "activation=1", "key=T", "date=2024-01-30", "tenant=TEN")
                .run();
        assertThat(desk.verdict("MPP-70", "key:T")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2020-09-30, 2023-09-29", "2020-10-01, 2022-09-30", "2020-02-29, 2023-02-27", "2020-01-01, 2022-12-31"})
    void legacyBenefitsLastUntilTheDayBeforeTheNextAnniversary(String anniversary, String until) {
        Desk desk = Desk.on("2022-10-01")
                .row("partners", "account=A", "anniversary=" + anniversary)
                .row("competencies", "competency=C", "account=A", "until=2022-09-30")
                .run();
        assertThat(desk.shown("competency.benefits-until", "competency:C", "")).isEqualTo("KNOWN " + until);
        assertThat(desk.verdict("MPP-126", "competency:C"))
                .isEqualTo(until.equals("2022-09-30") ? "NOT_APPLICABLE" : "PASS");
    }

    @ParameterizedTest
    @CsvSource({"2022-09-30, PASS", "2022-10-01, FAIL"})
    void competenciesEndOn30September2022(String day, String expected) {
        Desk desk = Desk.on("2023-06-30")
                .row("competencies", "competency=C", "account=A", "until=" + day, "badge_last_used=" + day)
                .run();
        assertThat(desk.verdict("MPP-124", "competency:C")).isEqualTo(expected);
        assertThat(desk.verdict("MPP-125", "competency:C")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2022-09-30, NOT_APPLICABLE",
        "2022-10-01, ATTEST",
        "2022-10-03, ATTEST",
        "2022-10-04, PASS",
        "2025-01-21, PASS",
        "2025-01-22, FAIL"
    })
    void theLegacyOptionsApplyToSomeAnniversaries(String anniversary, String expected) {
        Desk desk = Desk.on("2023-01-01")
                .row(
                        "legacy_choices",
                        "legacy_choice=L",
                        "account=A",
                        "anniversary=" + anniversary,
                        "qualifies=N",
                        "option_1=N",
                        "option_2=Y",
                        "held_gold=Y")
                .run();
        assertThat(desk.verdict("MPP-127", "legacy_choice:L")).isEqualTo(expected);
        assertThat(desk.verdict("MPP-134", "legacy_choice:L")).isEqualTo(expected.equals("PASS") ? "PASS" : "-");
    }

    @ParameterizedTest
    @CsvSource({"2024-02-01, AT_RISK 2024-02-01", "2024-02-02, FAIL"})
    void anOpenChoiceEndsWithTheAnniversary(String asOf, String expected) {
        Desk desk = Desk.on(asOf)
                .row(
                        "legacy_choices",
                        "legacy_choice=L",
                        "account=A",
                        "anniversary=2024-02-01",
                        "qualifies=Y",
                        "option_1=N",
                        "option_2=N")
                .row(
                        "legacy_choices",
                        "legacy_choice=M",
                        "account=A",
                        "anniversary=2024-02-01",
                        "qualifies=Y",
                        "option_1=Y")
                .run();
        assertThat(desk.verdict("MPP-129", "legacy_choice:L")).isEqualTo(expected);
        assertThat(desk.verdict("MPP-130", "legacy_choice:M")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2024-11-01, FAIL", "2024-10-31, PASS"})
    void onTheDayOfAReleaseTheVersionsMoveOn(String date, String expected) {
        Desk desk = Desk.on("2025-02-01");
        Partnered.offer(desk, "O", "ACTION_PACK", "2024-02-15")
                .row("product_releases", "product=Windows Server", "version=2019", "released=2018-10-02")
                .row("product_releases", "product=Windows Server", "version=2022", "released=2021-09-01")
                .row("product_releases", "product=Windows Server", "version=2025", "released=2024-11-01")
                .row("lifecycle", "product=Windows Server", "version=2019", "mainstream_end=2024-10-31")
                .row(
                        "partner_requests",
                        "partner_request=R",
                        "account=A",
                        "kind=ONPREM_INCIDENT",
                        "date=" + date,
                        "product=Windows Server",
                        "version=2019");
        assertThat(desk.run().verdict("MPP-106", "partner_request:R")).isEqualTo(expected);
        assertThat(desk.verdict("MPP-107", "partner_request:R")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2023-10-01, PASS", "2023-09-30, FAIL", "2024-09-30, PASS"})
    void presalesHelpIsForMembers(String date, String expected) {
        Desk desk = Desk.on("2025-02-01")
                .row("partners", "account=A", "membership_start=2023-10-01", "membership_end=2024-09-30")
                .row("partner_requests", "partner_request=R", "account=A", "kind=PRESALES", "date=" + date)
                .run();
        assertThat(desk.verdict("MPP-17", "partner_request:R")).isEqualTo(expected);
        assertThat(desk.verdict("MPP-110", "account:A")).isEqualTo("FAIL");
    }

    @ParameterizedTest
    @CsvSource({"2024-06-30, PASS, PASS, 0", "2024-07-01, PASS, FAIL, 1", "2024-07-02, FAIL, FAIL, 2"})
    void aCommercialLicenseStartsByTheDayAfterTheRightsEnd(String from, String use, String late, String days) {
        Desk desk = Desk.on("2024-09-30");
        Partnered.offer(desk, "O", "ACTION_PACK", "2023-07-01", "end=2024-06-30");
        Partnered.use(desk, "U", "ON_PREMISES", "offer=O", "start=2023-07-01", "commercial_from=" + from);
        desk.row(
                "cloud_services",
                "cloud_service=C",
                "account=A",
                "tenant=T",
                "service=Visio",
                "counted_on=2024-08-01",
                "seats_assigned=5",
                "offer=O",
                "commercial_seats=5",
                "commercial_from=" + from);
        desk.run();
        assertThat(desk.verdict("MPP-61", "use:U")).isEqualTo(use);
        assertThat(desk.verdict("MPP-63", "use:U")).isEqualTo(late);
        assertThat(desk.shown("use.days-late", "use:U", "")).isEqualTo("KNOWN " + days);
        assertThat(desk.verdict("MPP-75", "cloud_service:C")).isEqualTo("PASS");
        assertThat(desk.verdict("MPP-78", "cloud_service:C")).isEqualTo(use);
    }
}
