package io.tallybook.analysis.partner;

import io.tallybook.analysis.Codes;
import io.tallybook.analysis.ResultWriter;
import io.tallybook.analysis.Sources;
import io.tallybook.analysis.Verdict;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.Lifecycle;
import io.tallybook.ledger.OfferBenefit;
import io.tallybook.ledger.OfferBenefit.IncidentType;
import io.tallybook.ledger.Partner;
import io.tallybook.ledger.PartnerRequest;
import io.tallybook.ledger.PartnerRequest.Kind;
import io.tallybook.ledger.PartnerRequest.Topic;
import io.tallybook.ledger.ProductRelease;
import io.tallybook.terms.ProductKey;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Requests for help: presales, technical incidents, partner support (MPP-17, -105 to -107, -138 to -140). */
final class Requests {
    private static final String PARTNER_CENTER = "PARTNER_CENTER";

    private final Partnership partnership;
    private final Rulebook rules;
    private final ResultWriter out;

    Requests(Partnership partnership, ResultWriter out) {
        this.partnership = partnership;
        this.rules = partnership.rules();
        this.out = out;
    }

    void write() {
        for (Entry<PartnerRequest> request : partnership.requests()) {
            PartnerRequest row = request.record();
            switch (row.kind()) {
                case PRESALES ->
                    find(
                            "MPP-17",
                            request,
                            Membership.of(
                                    partnership
                                            .profile()
                                            .map(Partner::membershipStart)
                                            .orElse(null),
                                    partnership
                                            .profile()
                                            .map(Partner::membershipEnd)
                                            .orElse(null),
                                    row.date()));
                case ONPREM_INCIDENT -> {
                    find("MPP-105", request, covered(request, IncidentType.ONPREM));
                    find("MPP-106", request, newEnough(row));
                    find("MPP-107", request, inMainstream(row));
                }
                case SCS_INCIDENT -> find("MPP-105", request, covered(request, IncidentType.SCS));
                case PROGRAM_SUPPORT -> writeSupport(request);
            }
        }
    }

    private void find(String clause, Entry<PartnerRequest> request, Verdict verdict) {
        out.find(clause, "partner_request:" + request.record().partnerRequest(), verdict.from(Sources.of(request)));
    }

    private Verdict covered(Entry<PartnerRequest> request, IncidentType type) {
        LocalDate date = request.record().date();
        List<Offer> inForce = partnership.offers().inForce(date);
        List<Offer> allowing = inForce.stream()
                .filter(offer -> rules.incidentTypes(offer.code())
                        .filter(types -> types.contains(type))
                        .isPresent())
                .toList();
        if (!allowing.isEmpty()) {
            return allowing.size() == 1
                    ? withinNumber(request, type, allowing.get(0))
                    : Verdict.pass("Covered on " + date + " by " + allowing.size() + " offers.");
        }
        return inForce.stream()
                .filter(offer -> rules.incidentTypes(offer.code()).isEmpty())
                .findFirst()
                .map(offer -> Verdict.undetermined(
                        "Not stated: whether " + offer.named() + " covers " + type + " incidents."))
                .orElseGet(() -> Verdict.fail("Not covered: no offer in force on " + date + " has " + type
                        + " incidents"
                        + (inForce.isEmpty()
                                ? "."
                                : "; in force is " + inForce.get(0).named() + ".")));
    }

    /** Tests the number of incidents of a year where the list states one. */
    private Verdict withinNumber(Entry<PartnerRequest> request, IncidentType type, Offer offer) {
        Kind kind = request.record().kind();
        List<Entry<PartnerRequest>> ofYear = partnership.requests().stream()
                .filter(other -> other.record().kind() == kind)
                .filter(other -> !other.record().date().isBefore(offer.start())
                        && !other.record().date().isAfter(offer.end()))
                .sorted(Comparator.comparing(other -> other.record().date()))
                .toList();
        int place = ofYear.indexOf(request) + 1;
        String what = type + " incident " + place + " of the enrollment year of " + offer.named();
        BigDecimal number = rules.benefits()
                .incidents(offer, type)
                .map(Entry::record)
                .map(OfferBenefit::quantity)
                .orElse(null);
        if (number == null) {
            return Verdict.pass("Covered: " + what + "; no number is listed.");
        }
        String listed = what + ", listed are " + number.toPlainString();
        return BigDecimal.valueOf(place).compareTo(number) > 0
                ? Verdict.fail("Not covered: " + listed + ".")
                : Verdict.pass("Covered: " + listed + ".");
    }

    /** The version of a request: its column, else the year in the name of its product. */
    private static String version(PartnerRequest row) {
        return row.version().isBlank() ? ProductKey.asWritten(row.product()).version() : row.version();
    }

    private static Optional<Verdict> unnamed(PartnerRequest row) {
        return row.product().isBlank() || version(row).isBlank()
                ? Optional.of(Verdict.undetermined("Product or version is not known: fill `product` and `version`."))
                : Optional.empty();
    }

    private Verdict newEnough(PartnerRequest row) {
        Optional<Verdict> unnamed = unnamed(row);
        if (unnamed.isPresent()) {
            return unnamed.get();
        }
        String what = row.product() + " " + version(row);
        Optional<ProductRelease> release =
                rules.versions().release(row.product(), version(row)).map(Entry::record);
        if (release.isEmpty()) {
            return Verdict.undetermined("Cannot determine: " + what + " is not in the release calendar: add it to"
                    + " `product_releases`.");
        }
        LocalDate released = release.get().released();
        if (released.isAfter(row.date())) {
            return Verdict.undetermined("Cannot determine: " + what + " was released on " + released
                    + ", after the request of " + row.date() + ".");
        }
        long newer = rules.versions().releases(row.product()).stream()
                .map(entry -> entry.record().released())
                .filter(day -> day.isAfter(released) && !day.isAfter(row.date()))
                .distinct()
                .count();
        String rank = newer == 0 ? "N" : "N-" + newer;
        return newer > rules.versionsBack()
                ? Verdict.fail("Not covered: " + what + " is " + rank + " on " + row.date() + ".")
                : Verdict.pass(what + " is " + rank + " on " + row.date() + ".");
    }

    private Verdict inMainstream(PartnerRequest row) {
        Optional<Verdict> unnamed = unnamed(row);
        if (unnamed.isPresent()) {
            return unnamed.get();
        }
        String what = row.product() + " " + version(row);
        LocalDate end = rules.versions()
                .lifecycle(row.product(), version(row))
                .map(Entry::record)
                .map(Lifecycle::mainstreamEnd)
                .orElse(null);
        if (end == null) {
            return Verdict.undetermined("Cannot determine: the end of mainstream support of " + what
                    + " is not known: fill `mainstream_end` in `lifecycle`.");
        }
        String dates = "mainstream support of " + what + " ends on " + end + ", the request is of " + row.date();
        return row.date().isAfter(end)
                ? Verdict.fail("Not covered: " + dates + ".")
                : Verdict.pass("Covered: " + dates + ".");
    }

    /** The portal comes before the topic: nothing outside Partner Center is supported. */
    private void writeSupport(Entry<PartnerRequest> request) {
        String portal = Codes.of(request.record().portal());
        if (portal.isEmpty()) {
            find("MPP-140", request, Verdict.undetermined("Where it happens is not known: fill `portal`."));
            return;
        }
        if (!portal.equals(PARTNER_CENTER)) {
            find(
                    "MPP-140",
                    request,
                    Verdict.fail("Not supported: it happens in " + portal + ", outside Partner Center."));
            return;
        }
        Topic topic = request.record().topic();
        if (topic == null) {
            find("MPP-139", request, Verdict.undetermined("What it is about is not known: fill `topic`."));
            return;
        }
        rules.isSupported(topic).ifPresent(supported -> {
            if (supported) {
                find("MPP-139", request, Verdict.pass("Supported: " + topic + " in Partner Center."));
            } else {
                find("MPP-138", request, Verdict.fail("Not supported: there is no technical help on " + topic + "."));
            }
        });
    }
}
