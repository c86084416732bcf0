package io.tallybook.analysis.support;

import io.tallybook.analysis.Area;
import io.tallybook.analysis.Assessment;
import io.tallybook.analysis.Context;
import io.tallybook.analysis.ResultCatalogue;
import io.tallybook.analysis.Setting;
import io.tallybook.ledger.BenefitClaim;
import io.tallybook.ledger.Dossier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Software Assurance in support: spend, incidents, points, benefits, contacts, response times, unlimited support. */
public final class SupportArea implements Area {
    // Looked up once a run: accounts are assessed by the ten thousand under one context.
    private volatile @Nullable Rulebook latest;

    @Override
    public String name() {
        return "support";
    }

    @Override
    public String title() {
        return "Software Assurance support benefits";
    }

    @Override
    public List<Setting> settings() {
        return SupportSettings.ALL;
    }

    @Override
    public ResultCatalogue catalogue() {
        return ResultCatalogue.of(name());
    }

    @Override
    public void assess(Dossier dossier, Context context, Assessment assessment) {
        Rulebook rules = rulebook(context);
        AccountResults.write(dossier, rules, assessment);
        dossier.all(BenefitClaim.class)
                .forEach(claim -> ClaimResults.write(dossier.account(), claim, rules, assessment));
    }

    private Rulebook rulebook(Context context) {
        Rulebook known = latest;
        if (known == null || !known.isFor(context)) {
            known = Rulebook.of(context);
            latest = known;
        }
        return known;
    }
}
