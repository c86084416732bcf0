package io.tallybook.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes {@code sample-data/}. The files are under version control; to make them anew after a change here run
 *
 * <pre>
 *   mvn -q test -Dtest=SampleDataTest -Dtallybook.samples=write
 * </pre>
 */
final class SampleData {
    private SampleData() {}

    /** Writes all files below a folder; the same bytes each time. */
    static void write(Path folder) throws IOException {
        NordwindSample.book().write(folder.resolve("customers/nordwind.xlsx"));
        AlbionSample.book().write(folder.resolve("customers/albion.xlsx"));
        KawabeSample.book().write(folder.resolve("customers/kawabe.xlsx"));
        HarborlineSample.book().write(folder.resolve("customers/harborline.xlsx"));
        BrightwaterSample.book().write(folder.resolve("coverage/brightwater.xlsx"));
        FernhillSample.book().write(folder.resolve("solutions/fernhill.xlsx"));
        SharedSample.book().write(folder.resolve("shared/reference.xlsx"));
        PartnerSample.pierhead().write(folder.resolve("partners/pierhead.xlsx"));
        PartnerSample.lumen().write(folder.resolve("partners/lumen.xlsx"));
        PartnerSample.reference().write(folder.resolve("partners/offers.xlsx"));
        text(folder.resolve("partners/Pierhead_visual_studio_2026-10-30.csv"), PartnerSample.studio());
        text(folder.resolve("partners/AzureUsage.csv"), PartnerSample.sponsorship());
        SampleRates rates = new SampleRates();
        AzureSample azure = new AzureSample(rates);
        text(folder.resolve("shared/eurofxref-sample.csv"), rates.csv());
        text(folder.resolve("azure/subscriptions.csv"), AzureSample.subscriptions());
        text(folder.resolve("azure/azure_exports.csv"), AzureSample.exports());
        text(folder.resolve("azure/nordwind_ea_ActualCost.csv"), azure.nordwind());
        text(folder.resolve("azure/kawabe_focus.csv"), azure.kawabe());
        EstateSample.shared().write(folder.resolve("estates/shared.xlsx"));
        EstateSample.lindholm().write(folder.resolve("estates/lindholm.xlsx"));
        EstateSample.marisol().write(folder.resolve("estates/marisol.xlsx"));
        text(folder.resolve("logs/backup_runs.csv"), EstateSample.runs());
        text(folder.resolve("logs/outages.csv"), EstateSample.outages());
        text(folder.resolve("inventory/tarnvalley_vHost.csv"), EstateSample.hosts());
        text(folder.resolve("inventory/tarnvalley_vInfo.csv"), EstateSample.machines());
        text(folder.resolve("azure/harborline_mca_ActualCost.csv"), azure.harborline());
    }

    private static void text(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }
}
