package io.tallybook.analysis.azure;

import io.tallybook.analysis.Area;
import io.tallybook.analysis.Assessment;
import io.tallybook.analysis.Context;
import io.tallybook.analysis.ResultCatalogue;
import io.tallybook.analysis.Setting;
import io.tallybook.ledger.Dossier;
import io.tallybook.ledger.LedgerRecord;
import io.tallybook.ledger.PatentRequest;
import java.util.List;
import java.util.Set;

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
            new IpAdvantage(facts, context, results).write();
        }
        new CustomerSolution(facts, context, results).write();
    }

    @Override
    public void assessShared(Context context, Assessment assessment) {
        Patents patents = Patents.of(context.shared(), context.asOf());
        PatentList.write(patents, context.asOf(), AzureResults.ofNoAccount(context, assessment));
    }

    @Override
    public Set<Class<? extends LedgerRecord>> contested() {
        return Set.of(PatentRequest.class);
    }

    @Override
    public void assessTogether(Iterable<Dossier> dossiers, Context context, Assessment assessment) {
        PlaceInLine line = new PlaceInLine(context);
        for (Dossier dossier : dossiers) {
            Facts facts = Facts.of(dossier, context.asOf());
            if (!facts.requests().isEmpty()) {
                // Who is eligible follows from the account's own records: assessed again, its results are already
                // written.
                AzureResults unwritten = AzureResults.of(dossier, context, new Assessment());
                line.add(dossier, facts.requests(), new IpAdvantage(facts, context, unwritten).write());
            }
        }
        line.write(assessment);
    }
}
