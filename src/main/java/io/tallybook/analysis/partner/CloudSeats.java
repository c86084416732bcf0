package io.tallybook.analysis.partner;

import io.tallybook.analysis.ResultWriter;
import io.tallybook.analysis.Sources;
import io.tallybook.analysis.Verdict;
import io.tallybook.ledger.CloudService;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.KeyActivation;
import io.tallybook.result.Figure;
import io.tallybook.result.FigureState;
import io.tallybook.terms.ProductKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Seats of cloud services: what the tokens give, what is assigned, and what is left without rights (MPP-64, -65, -75, -78). */
final class CloudSeats {
    private final Partnership partnership;
    private final ResultWriter out;

    CloudSeats(Partnership partnership, ResultWriter out) {
        this.partnership = partnership;
        this.out = out;
    }

    void write() {
        writeServices();
        for (Entry<CloudService> count : partnership.counts()) {
            writeAssigned(count);
            writeWithoutRights(count);
        }
    }

    private boolean isInForce(Key token) {
        return offer(token.row().offer())
                .filter(offer -> offer.isInForce(partnership.asOf()))
                .isPresent();
    }

    private Optional<Offer> offer(String id) {
        return partnership.offers().named(id);
    }

    private void writeServices() {
        Map<ProductKey, List<Key>> services = new LinkedHashMap<>();
        partnership.tokens().stream()
                .filter(this::isInForce)
                .forEach(token -> services.computeIfAbsent(token.product(), service -> new ArrayList<>())
                        .add(token));
        for (List<Key> tokens : services.values()) {
            String name = tokens.get(0).row().product();
            writeSeats("cloud.token-seats", name, tokens);
            List<Key> idle = tokens.stream()
                    .filter(token -> token.activation().isEmpty())
                    .toList();
            writeSeats("cloud.token-seats-unactivated", name, idle.isEmpty() ? tokens : idle, idle);
        }
    }

    private void writeSeats(String measure, String name, List<Key> tokens) {
        writeSeats(measure, name, tokens, tokens);
    }

    private void writeSeats(String measure, String name, List<Key> read, List<Key> counted) {
        Figure.Builder figure = out.figure(measure, partnership.subject())
                .dimension(name)
                .sources(Sources.of(read.stream().map(Key::entry).toList()));
        long seats = 0;
        int blank = 0;
        for (Key token : counted) {
            Integer own = token.row().seats();
            seats += own == null ? 0 : own;
            blank += own == null ? 1 : 0;
            figure.work(token.id(), own == null ? "not known" : own.toString(), "seats");
        }
        String reason = "The seats of " + blank + " of " + counted.size() + " tokens are not known: fill `seats`.";
        if (blank == 0) {
            out.add(figure.known(seats));
        } else if (blank == counted.size()) {
            out.add(figure.unknown(reason));
        } else {
            out.add(figure.state(FigureState.LOWER_BOUND, "" + seats, reason));
        }
    }

    private void writeAssigned(Entry<CloudService> count) {
        CloudService row = count.record();
        ProductKey service = ProductKey.asWritten(row.service());
        List<Key> tokens = partnership.tokens().stream()
                .filter(token -> token.product().equals(service))
                .filter(token -> token.activation()
                        .map(KeyActivation::tenant)
                        .filter(row.tenant()::equals)
                        .isPresent())
                .toList();
        List<Entry<?>> rows = new ArrayList<>(List.of(count));
        tokens.forEach(token -> rows.add(token.entry()));
        String subject = subject(row);
        Figure.Builder activatedFigure =
                out.figure("cloud.seats-activated", subject).sources(Sources.of(rows));
        long activated = 0;
        boolean doubtful = false;
        for (Key token : tokens) {
            Integer seats = token.row().seats();
            // Of a token whose offer is over it does not matter how many seats it had.
            boolean known = offer(token.row().offer()).isPresent() && (seats != null || !isInForce(token));
            doubtful |= !known;
            if (seats != null && isInForce(token)) {
                activated += seats;
                activatedFigure.work(token.id(), seats.toString(), "seats");
            } else {
                activatedFigure.work(
                        token.id() + (known ? ", whose offer is not in force" : ", seats or offer not known"),
                        "0",
                        "seats");
            }
        }
        String reason = doubtful
                ? "A token activated on " + row.tenant() + " has no known seats or offer: fill both in `program_keys`."
                : "";
        long free = Math.max(0, activated - row.seatsAssigned());
        long over = Math.max(0, row.seatsAssigned() - activated);
        FigureState least = doubtful ? FigureState.LOWER_BOUND : FigureState.KNOWN;
        FigureState most = doubtful ? FigureState.UPPER_BOUND : FigureState.KNOWN;
        out.add(activatedFigure.state(least, "" + activated, reason));
        out.add(compared("cloud.seats-free", row, activated, rows).state(least, "" + free, reason));
        out.add(compared("cloud.seats-over", row, activated, rows).state(most, "" + over, reason));
        String what =
                row.seatsAssigned() + " seats are assigned on " + row.tenant() + ", " + activated + " are activated";
        Verdict verdict = over == 0
                ? Verdict.pass(what + ".")
                : doubtful
                        ? Verdict.undetermined("Cannot determine: " + what + " at least. " + reason)
                        : Verdict.fail(what + ": over-assigned by " + over + ".");
        out.find("MPP-65", subject, verdict.from(Sources.of(rows)));
    }

    private Figure.Builder compared(String measure, CloudService row, long activated, List<Entry<?>> rows) {
        return out.figure(measure, subject(row))
                .work("activated", "" + activated, "seats")
                .work("assigned on " + row.countedOn(), "" + row.seatsAssigned(), "seats")
                .sources(Sources.of(rows));
    }

    private static String subject(CloudService row) {
        return "cloud_service:" + row.cloudService();
    }

    private void writeWithoutRights(Entry<CloudService> count) {
        CloudService row = count.record();
        Optional<Offer> named = offer(row.offer());
        if (named.isEmpty()) {
            String reason = "The offer that the seats come from "
                    + (row.offer().isEmpty() ? "is not named" : row.offer() + " was not delivered")
                    + ": fill `offer` and deliver its row in `partner_offers`.";
            out.find("MPP-75", subject(row), Verdict.undetermined(reason).from(Sources.of(count)));
            out.add(out.figure("cloud.seats-without-rights", subject(row))
                    .sources(Sources.of(count))
                    .unknown(reason));
            return;
        }
        Offer offer = named.get();
        LocalDate end = partnership.offers().rightsEnd(offer);
        boolean followed =
                partnership.offers().followers(offer).stream().anyMatch(next -> next.isInForce(partnership.asOf()));
        if (!end.isBefore(partnership.asOf()) || followed) {
            return;
        }
        LocalDate asOf = partnership.asOf();
        write("MPP-75", "cloud.seats-without-rights", count, offer, end, from -> !from.isAfter(asOf));
        write("MPP-78", "cloud.seats-uncovered", count, offer, end, from -> !from.isAfter(end.plusDays(1)));
    }

    /**
     * Writes the seats that are left when those are deducted which a commercial license covers in time.
     *
     * @param inTime  does a license that begins on that day count
     */
    private void write(
            String clause,
            String measure,
            Entry<CloudService> count,
            Offer offer,
            LocalDate end,
            Predicate<LocalDate> inTime) {
        CloudService row = count.record();
        Integer stated = row.commercialSeats();
        int commercial = stated == null ? 0 : stated;
        LocalDate from = row.commercialFrom();
        boolean blank = commercial > 0 && from == null;
        boolean counts = from != null && inTime.test(from);
        int most = row.seatsAssigned();
        int left = Math.max(0, most - (counts || blank ? commercial : 0));
        Figure.Builder figure = out.figure(measure, subject(row))
                .work("assigned on " + row.countedOn(), "" + row.seatsAssigned(), "seats")
                .work("commercial seats from " + (from == null ? "an unknown day" : from), "" + commercial, "seats")
                .work("rights under " + offer.id() + " ended", end.toString())
                .assume(Offers.assumptions(offer))
                .sources(Sources.of(List.of(count, offer.entry())));
        String what = left + " seats in use without rights since " + end.plusDays(1);
        Verdict verdict;
        if (!row.countedOn().isAfter(end)) {
            String reason = "The seats were counted on " + row.countedOn() + ", not after the rights ended on " + end
                    + ": deliver a later count.";
            verdict = Verdict.undetermined(reason);
            figure.unknown(reason);
        } else if (blank && left == 0 && most > 0) {
            String reason = "Since when " + commercial
                    + " seats are covered by commercial licenses is not known: fill `commercial_from`.";
            verdict = Verdict.undetermined("Cannot determine: " + reason);
            figure.unknown(reason);
        } else {
            verdict = left == 0
                    ? Verdict.pass("No seats in use without rights since " + end.plusDays(1) + ".")
                    : Verdict.fail(what + ".");
            figure.state(
                    blank && left > 0 ? FigureState.LOWER_BOUND : FigureState.KNOWN,
                    "" + left,
                    blank && left > 0
                            ? "Since when " + commercial + " of the seats are covered by commercial licenses is not"
                                    + " known: fill `commercial_from`."
                            : "");
        }
        out.find(clause, subject(row), verdict.from(Sources.of(List.of(count, offer.entry()))));
        out.add(figure);
    }
}
