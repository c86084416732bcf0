package io.tallybook.analysis.coverage;

import io.tallybook.analysis.Area;
import io.tallybook.analysis.Assessment;
import io.tallybook.analysis.Context;
import io.tallybook.analysis.ResultCatalogue;
import io.tallybook.analysis.Setting;
import io.tallybook.ledger.Dossier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Software Assurance coverage: buying, renewing, reattaching, migrating, stepping up, and the rights that rest on it. */
public final class CoverageArea implements Area {
    // Looked up once a run: accounts are assessed by the ten thousand under one context.
    private volatile @Nullable CoverageRules latest;

    @Override
    public String name() {
        return "coverage";
    }

    @Override
    public String title() {
        return "Software Assurance coverage";
    }

    @Override
    public List<Setting> settings() {
        return CoverageSettings.ALL;
    }

    @Override
    public ResultCatalogue catalogue() {
        return ResultCatalogue.of(name());
    }

    @Override
    public void assess(Dossier dossier, Context context, Assessment assessment) {
        CoverageRules rules = rules(context);
        Facts facts = Facts.of(dossier, rules);
        CoverageResults results = new CoverageResults(dossier, facts, catalogue(), assessment);
        new Commitments(facts, results).write();
        new OpenOptions(facts, results).write();
        Reattaching reattaching = new Reattaching(facts, results);
        reattaching.write();
        Migration migration = new Migration(facts, results);
        migration.write();
        new Buying(facts, results, reattaching, migration).write();
        new Renewals(facts, results).write();
        new EnterpriseRenewals(facts, results).write();
        new TypeSwitches(facts, results).write();
        new NewVersions(facts, results).write();
        new OfficeWeb(facts, results).write();
        new SourceLicensing(facts, results).write();
        new Workplace(facts, results).write();
        new StepUps(facts, results).write();
    }

    private CoverageRules rules(Context context) {
        CoverageRules known = latest;
        if (known == null || !known.isFor(context)) {
            known = CoverageRules.of(context);
            latest = known;
        }
        return known;
    }
}
