package io.tallybook.analysis.azure;

import io.tallybook.analysis.Area;
import io.tallybook.analysis.Assessment;
import io.tallybook.analysis.Context;
import io.tallybook.analysis.ResultCatalogue;
import io.tallybook.analysis.Setting;
import io.tallybook.ledger.Dossier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Azure IP Advantage and Azure Customer Solution. */
public final class AzureArea implements Area {
    @Override
    public String name() {
        return "azure";
    }

    @Override
    public String title() {
        return "Azure IP Advantage and Azure Customer Solution";
    }

    @Override
    public List<Setting> settings() {
        return AzureSettings.ALL;
    }

    @Override
    public ResultCatalogue catalogue() {
        return ResultCatalogue.of(name());
    }

    @Override
    public void assess(Dossier dossier, Context context, Assessment assessment) {
        Facts facts = Facts.of(dossier, context.asOf());
        AzureResults results = AzureResults.of(dossier, context, assessment);
        if (facts.isAzureAccount()) {
            assessIpAdvantage(facts, context, results);
        }
    }

    private static void assessIpAdvantage(Facts facts, Context context, AzureResults results) {
        UsageMonths months = new UsageMonths(facts, context.rates());
        UsageTest test = new UsageTest(months, results.terms());
        UsageRules usage = new UsageRules(facts, months, test, results);
        List<LocalDate> referenceDates = new ArrayList<>(List.of(context.asOf()));
        usage.writeMonths(referenceDates);
        usage.writeAverage();
        usage.writeWindow(facts.subject(), context.asOf());
        usage.writeAccountTests();
        usage.writeSources();
    }
}
