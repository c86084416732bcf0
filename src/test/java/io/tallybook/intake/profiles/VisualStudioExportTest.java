package io.tallybook.intake.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallybook.intake.profiles.ExportFile.Reading;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The export of Visual Studio subscriptions: one row a subscription, with its present subscriber. */
class VisualStudioExportTest {
    @TempDir
    Path folder;

    private Reading read(ExportFile file) {
        return ExportFile.read(file.in(folder, "Contoso_8611537_2026-09-30.csv"));
    }

    @ParameterizedTest
    @CsvSource({
        "visual-studio, Email, 09/24/2025 10:11:40, True, 2025-09-24|2025-09-24",
        "visual-studio, Email, 09/24/2025, False, 2025-09-24|",
        "visual-studio-2018, Email Address, 24/09/2025 10:11:40, True, 2025-09-24|2025-09-24",
        "visual-studio-2018, Email Address, 24/09/2025 10:11:40, False, 2025-09-24|"
    })
    void aSubscriptionIsAnAssignmentOfItsSubscriber(
            String version, String email, String assigned, String activated, String expected) {
        Reading reading = read(ExportFile.of(version)
                .row(
                        "Subscriber Name",
                        "I. Boateng",
                        email,
                        "i.boateng@harbour.example",
                        "Subscription Level",
                        "Visual Studio Enterprise",
                        "Assigned",
                        assigned,
                        "Activated",
                        activated,
                        "Subscription Status",
                        "Active",
                        version.endsWith("2018") ? "Subscription Guid" : "Subscription GUID",
                        "vs-1",
                        "Usage Status",
                        "Used"));
        assertThat(reading.recognised().profile()).isEqualTo("visual-studio-subscriptions");
        assertThat(reading.recognised().notices()).anyMatch(notice -> notice.contains("not when"));
        assertThat(reading.rejects()).isEmpty();
        assertThat(reading.rows()).hasSize(1);
        assertThat(reading.rows().get(0).account()).isEqualTo("P1");
        // Subscription, subscriber, assigned, ended, activated.
        String[] values = reading.rows().get(0).text().split("\u001f", -1);
        assertThat(values[0]).isEqualTo("vs-1");
        assertThat(values[1]).isEqualTo("i.boateng@harbour.example");
        String[] days = expected.split("\\|", -1);
        assertThat(values[2]).isEqualTo(days[0]);
        assertThat(values.length > 4 ? values[4] : "").isEqualTo(days[1]);
    }

    @Test
    void aSubscriptionThatIsAssignedToNobodyIsPassedOver() {
        Reading reading = read(ExportFile.of("visual-studio")
                .row(
                        "Subscription Level",
                        "Visual Studio Professional",
                        "Activated",
                        "False",
                        "Subscription Status",
                        "Unassigned",
                        "Subscription GUID",
                        "vs-1",
                        "Usage Status",
                        "New"));
        assertThat(reading.rows()).isEmpty();
        assertThat(reading.rejects()).isEmpty();
        assertThat(reading.counts()).hasValueSatisfying(counts -> {
            assertThat(counts.rows()).isEqualTo(1);
            assertThat(counts.passedOver()).isEqualTo(1);
        });
    }

    @Test
    void aSubscriptionThatIsNotListedFindsNoAccount() {
        Reading reading = read(ExportFile.of("visual-studio")
                .row(
                        "Email",
                        "a@harbour.example",
                        "Assigned",
                        "09/24/2025",
                        "Activated",
                        "True",
                        "Subscription GUID",
                        "vs-9",
                        "Subscription Level",
                        "x",
                        "Subscription Status",
                        "x",
                        "Usage Status",
                        "x"));
        assertThat(reading.rejects()).hasSize(1);
        assertThat(reading.rejects().get(0).code()).isEqualTo("no-account");
    }

    @Test
    void theTemplateForAddingSubscribersIsNoExport() {
        Path file = ExportFile.withHeaders(
                        "Name",
                        "Sign-in Email",
                        "Notification Email",
                        "Subscription Level",
                        "Reference",
                        "Downloads",
                        "Country",
                        "Language")
                .row("Name", "x")
                .in(folder, "bulk-add.csv");
        assertThat(ExportFile.read(file).recognised().known()).isFalse();
    }
}
