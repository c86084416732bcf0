package io.tallybook.analysis.deployment;

import io.tallybook.analysis.Area;
import io.tallybook.analysis.Assessment;
import io.tallybook.analysis.Context;
import io.tallybook.analysis.ResultCatalogue;
import io.tallybook.analysis.Setting;
import io.tallybook.ledger.Dossier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Disaster recovery, License Mobility, fail-over, self-hosted applications and Extended Security Updates. */
public final class DeploymentArea implements Area {
    // Looked up once a run: accounts are assessed by the ten thousand under one context.
    private volatile @Nullable Rulebook latest;

    @Override
    public String name() {
        return "deployment";
    }

    @Override
    public String title() {
        return "Software Assurance deployment rights";
    }

    @Override
    public List<Setting> settings() {
        return DeploymentSettings.ALL;
    }

    @Override
    public ResultCatalogue catalogue() {
        return ResultCatalogue.of(name());
    }

    @Override
    public void assess(Dossier dossier, Context context, Assessment assessment) {
        Rulebook rules = rulebook(context);
        Estate estate = Estate.of(dossier, rules);
        DeploymentResults results = new DeploymentResults(dossier, catalogue(), rules, assessment);
        new RecoveryResults(estate, results).write();
        new RecoveryServerResults(estate, results).write();
        new MoveResults(estate, results).write();
        SharedDeployments deployments = new SharedDeployments(estate);
        new SharedUseResults(estate, results).write(deployments);
        new SharedCountResults(estate, results, deployments).write();
        new FailoverResults(estate, results).write();
        new SolutionResults(estate, results).write();
        new EsuPurchaseResults(estate, results).write();
        new EsuServerResults(estate, results).write();
        new EsuHostedResults(estate, results).write();
        new EsuUseResults(estate, results).write();
    }

    private Rulebook rulebook(Context context) {
        Rulebook known = latest;
        if (known == null || !known.isFor(context)) {
            known = new Rulebook(context);
            latest = known;
        }
        return known;
    }
}
