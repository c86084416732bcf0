package io.tallybook.analysis.partner;

import io.tallybook.analysis.Area;
import io.tallybook.analysis.Assessment;
import io.tallybook.analysis.Context;
import io.tallybook.analysis.ResultCatalogue;
import io.tallybook.analysis.ResultWriter;
import io.tallybook.analysis.Setting;
import io.tallybook.analysis.Verdict;
import io.tallybook.ledger.Dossier;
import io.tallybook.ledger.RecordDefinition;
import io.tallybook.ledger.RecordTypes;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The partner program: offers, benefits, keys, tokens, subscriptions, incidents and legacy benefits. */
public final class PartnerArea implements Area {
    private static final Set<String> RECORDS = RecordTypes.all().stream()
            .filter(type -> type.area().equals("partner"))
            .map(RecordDefinition::name)
            .collect(Collectors.toUnmodifiableSet());

    // Looked up once a run: accounts are assessed by the ten thousand under one context.
    private volatile @Nullable Rulebook latest;

    @Override
    public String name() {
        return "partner";
    }

    @Override
    public String title() {
        return "Partner program benefits";
    }

    @Override
    public List<Setting> settings() {
        return PartnerSettings.ALL;
    }

    @Override
    public ResultCatalogue catalogue() {
        return ResultCatalogue.of(name());
    }

    @Override
    public void assess(Dossier dossier, Context context, Assessment assessment) {
        Rulebook rules = rulebook(context);
        ResultWriter out = new ResultWriter(
                dossier.account(),
                catalogue(),
                new Readings(rules.edition()),
                rules.attestations(),
                assessment,
                ResultWriter.rejects(dossier, RECORDS));
        Partnership partnership = new Partnership(dossier, rules);
        if (rules.missing().isEmpty()) {
            write(partnership, out);
        } else if (partnership.isPartner()) {
            writeNotInForce(partnership, out);
        }
    }

    private static void write(Partnership partnership, ResultWriter out) {
        Grants grants = new Grants(partnership);
        if (partnership.isPartner()) {
            new Duties(partnership, out).write();
            new BenefitPool(partnership, grants, out).write();
        }
        new OfferResults(partnership, grants, out).write();
        EndOfSale.write(partnership, out);
        new Refunds(partnership, out).write();
        new Swaps(partnership, out).write();
        new PermittedUse(partnership, out).write();
        new ProhibitedUse(partnership, out).write();
        new StudioUse(partnership, out).write();
        new Sharing(partnership, out).write();
        new Installations(partnership, out).write();
        new KeyResults(partnership, grants, out).write();
        new Tokens(partnership, out).write();
        new CloudSeats(partnership, out).write();
        new StudioSubscriptions(partnership, out).write();
        new Credits(partnership, out).write();
        new Requests(partnership, out).write();
        new Competencies(partnership, out).write();
        new LegacyChoices(partnership, out).write();
        new CommercialLicenses(partnership, out).write();
    }

    /** Without the terms nothing can be said of a partner: each clause on the account says so. */
    private static void writeNotInForce(Partnership partnership, ResultWriter out) {
        Verdict verdict = Verdict.undetermined(
                        String.join(" ", partnership.rules().missing()))
                .from(partnership.sources());
        ResultCatalogue.of("partner").findings().values().stream()
                .filter(finding -> finding.subject().equals("account"))
                .forEach(finding -> out.findCombined(finding.clause(), partnership.subject(), verdict));
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
