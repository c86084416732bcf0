package io.tallybook.analysis.azure;

import io.tallybook.analysis.Assessment;
import io.tallybook.analysis.Context;
import io.tallybook.analysis.Sources;
import io.tallybook.analysis.Verdict;
import io.tallybook.ledger.Dossier;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.PatentRequest;
import io.tallybook.result.FindingStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Says who is first in line for a patent (IPA-68).
 *
 * <p>The moment of a request is the later of both: the conditions for the transfer were met, the documents were complete. Of the
 * requests for one patent, by whichever account, the one with the earliest moment is first. For example, a request with
 * conditions on 3 June and documents on 9 June comes after one with 8 and 5 June. Requests whose suit is not eligible are
 * skipped.
 */
final class PlaceInLine {
    /** A request, with what its account's own assessment says of the suit. */
    private record Contender(Dossier dossier, Entry<PatentRequest> request, Optional<FindingStatus> eligible) {
        String id() {
            return request.record().request();
        }
    }

    private final Context context;
    private final ZoneId zone;
    private final Map<String, List<Contender>> byPatent = new TreeMap<>();

    PlaceInLine(Context context) {
        this.context = context;
        this.zone = ZoneId.of(context.settings().all().getOrDefault("zone", "UTC"));
    }

    /**
     * Takes the requests of one account.
     *
     * @param eligible  IPA-49 by lawsuit
     */
    void add(Dossier dossier, List<Entry<PatentRequest>> requests, Map<String, Verdict> eligible) {
        for (Entry<PatentRequest> request : requests) {
            Verdict verdict = eligible.get(request.record().lawsuit());
            byPatent.computeIfAbsent(request.record().patent(), patent -> new ArrayList<>())
                    .add(new Contender(
                            dossier, request, Optional.ofNullable(verdict).map(Verdict::status)));
        }
    }

    /** Writes IPA-68 of every request. */
    void write(Assessment assessment) {
        byPatent.forEach((patent, contenders) -> {
            List<Contender> first = first(contenders);
            for (Contender contender : contenders) {
                Verdict verdict = place(contender, first).from(Sources.of(contender.request()));
                AzureResults.of(contender.dossier(), context, assessment)
                        .find("IPA-68", "request:" + contender.id(), verdict);
            }
        });
    }

    private List<Contender> first(List<Contender> contenders) {
        Optional<Instant> earliest =
                contenders.stream().map(this::moment).flatMap(Optional::stream).min(Instant::compareTo);
        return contenders.stream()
                .filter(contender -> earliest.isPresent() && moment(contender).equals(earliest))
                .toList();
    }

    /** The moment at which a request that stands in line was complete; empty when it does not stand in line. */
    private Optional<Instant> moment(Contender contender) {
        Instant conditions = known(contender.request().record().conditionsMet());
        Instant documents = known(contender.request().record().documentsCompleted());
        boolean skipped =
                contender.eligible().filter(FindingStatus.FAIL::equals).isPresent();
        if (conditions == null
                || documents == null
                || skipped
                || contender.eligible().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(conditions.isAfter(documents) ? conditions : documents);
    }

    /** A moment after the as-of date has not come yet. */
    private @Nullable Instant known(@Nullable Instant moment) {
        return moment == null || LocalDate.ofInstant(moment, zone).isAfter(context.asOf()) ? null : moment;
    }

    private Verdict place(Contender contender, List<Contender> first) {
        if (contender.eligible().isEmpty()) {
            return Verdict.undetermined("Lawsuit "
                    + contender.request().record().lawsuit() + " has no row in `lawsuits` of the account: deliver it.");
        }
        if (contender.eligible().get() == FindingStatus.FAIL) {
            return Verdict.notApplicable("Skipped: the account is not eligible to pick for lawsuit "
                    + contender.request().record().lawsuit() + ".");
        }
        Optional<Instant> moment = moment(contender);
        if (moment.isEmpty()) {
            return Verdict.undetermined("Not complete: fill `conditions_met` and `documents_completed` once both are.");
        }
        String at = "Complete on " + moment.get().atZone(zone).toLocalDateTime() + " (" + zone + ")";
        if (!first.contains(contender)) {
            return Verdict.fail(at + ", behind an earlier request for the same patent.");
        }
        return first.size() == 1
                ? Verdict.pass(at + ", first in line.")
                : Verdict.atRisk(at + ", at the same moment as another request: Microsoft decides.");
    }
}
