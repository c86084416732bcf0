package io.tallybook.analysis.deployment;

import io.tallybook.analysis.Sources;
import io.tallybook.analysis.Verdict;
import io.tallybook.analysis.deployment.Hosting.Kind;
import io.tallybook.ledger.Assignment;
import io.tallybook.ledger.Assignment.Reason;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.License;
import io.tallybook.ledger.Server;
import io.tallybook.ledger.YesNo;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Says of every license whether its reassignments were permitted and when the next one may come: within and across the
 * customer's farms, and from and between shared servers (SA-LMF-01 to -03, SA-LMS-08, -09, SA-DRR-10).
 */
final class MoveResults {
    private final Estate estate;
    private final DeploymentResults results;
    private final int blockedDays;

    MoveResults(Estate estate, DeploymentResults results) {
        this.estate = estate;
        this.results = results;
        blockedDays = estate.rules().reassignmentDays();
    }

    void write() {
        Estate.grouped(estate.upToDate(Assignment.class, Assignment::assigned), Assignment::license)
                .forEach((license, rows) -> {
                    List<Entry<Assignment>> history = new ArrayList<>(rows);
                    history.sort(Move.BY_DAY);
                    write(license, history);
                });
    }

    private void write(String id, List<Entry<Assignment>> history) {
        String subject = "license:" + id;
        next(subject, history.get(history.size() - 1));
        failback(subject, history);
        for (Move move : Move.of(history, estate)) {
            if (move.isJudged()) {
                Entry<License> license = estate.license(id);
                if (license != null) {
                    shortTerm(subject, license, move);
                }
                acrossOwnFarms(subject, move);
                fromSharedServers(subject, move);
            }
        }
    }

    private void next(String subject, Entry<Assignment> latest) {
        LocalDate assigned = latest.record().assigned();
        results.add(results.figure("mobility.next-move", subject)
                .known(assigned.plusDays(blockedDays + 1L).toString())
                .work("latest assignment, to server " + latest.record().server(), assigned.toString(), "date")
                .work("blocked days after it", Integer.toString(blockedDays), "days")
                .sources(Sources.of(latest)));
    }

    private void failback(String subject, List<Entry<Assignment>> history) {
        for (Entry<Assignment> row : history.subList(1, history.size())) {
            if (row.record().reason() == Reason.DR_FAILBACK) {
                results.find(
                        "SA-DRR-10",
                        subject,
                        Verdict.pass("The return to server " + row.record().server() + " on "
                                        + row.record().assigned()
                                        + " after a disaster is exempt from the limits of reassignment.")
                                .from(Sources.of(row)));
            }
        }
    }

    private boolean isBlocked(Move move) {
        return move.days() <= blockedDays;
    }

    private boolean isBetween(Move move, Kind from, Kind to) {
        return estate.hosting().kind(move.fromServer()) == from
                && estate.hosting().kind(move.toServer()) == to;
    }

    /** A move on a blocked day needs License Mobility and SA on that day. */
    private void shortTerm(String subject, Entry<License> entry, Move move) {
        if (!isBlocked(move) || !isBetween(move, Kind.OWN, Kind.OWN)) {
            return;
        }
        License license = entry.record();
        String sa = estate.rights().saText(license, move.day());
        results.find(
                "SA-LMF-01",
                subject,
                new Grounds()
                        .from(entry, move.from(), move.to())
                        .require(
                                estate.rights().mobility(license),
                                license.license() + " (" + license.product() + ") has no License Mobility, and "
                                        + text(move),
                                "whether " + license.product()
                                        + " has License Mobility is not known; license_mobility of " + license.license()
                                        + " or of `products` settles it")
                        .require(estate.rights().sa(license, move.day()), sa + ", and " + text(move), sa)
                        .orPass("It has License Mobility and had SA: " + text(move) + "."));
    }

    private void acrossOwnFarms(String subject, Move move) {
        if (!isBetween(move, Kind.OWN, Kind.OWN)) {
            return;
        }
        YesNo sameFarm = sameFarm(move);
        if (sameFarm.isYes()) {
            results.find(
                    "SA-LMF-02",
                    subject,
                    new Grounds().from(move.from(), move.to()).orPass("Inside one farm: " + text(move) + "."));
        } else if (!sameFarm.isKnown()) {
            results.find("SA-LMF-02", subject, farmNotKnown(move));
        }
        timed("SA-LMF-03", subject, move, sameFarm);
    }

    private void fromSharedServers(String subject, Move move) {
        Entry<Server> from = estate.server(move.fromServer());
        Entry<Server> to = estate.server(move.toServer());
        Kind kindFrom = estate.hosting().kind(move.fromServer());
        Kind kindTo = estate.hosting().kind(move.toServer());
        if (kindFrom == Kind.NOT_KNOWN || kindTo == Kind.NOT_KNOWN) {
            String server = kindFrom == Kind.NOT_KNOWN ? move.fromServer() : move.toServer();
            openWhileBlocked("SA-LMS-08", subject, move, estate.hosting().unknownKind(server));
        } else if (kindFrom == Kind.SHARED && kindTo == Kind.OWN) {
            timed("SA-LMS-08", subject, move, YesNo.NO);
        } else if (kindFrom == Kind.SHARED) {
            String partyFrom =
                    estate.hosting().party(Objects.requireNonNull(from).record());
            String partyTo = estate.hosting().party(Objects.requireNonNull(to).record());
            if (partyFrom.isEmpty() || partyTo.isEmpty()) {
                openWhileBlocked(
                        "SA-LMS-08",
                        subject,
                        move,
                        "the provider of server " + (partyFrom.isEmpty() ? move.fromServer() : move.toServer())
                                + " is not known; `provider` settles it");
            } else if (partyFrom.equals(partyTo)) {
                timed("SA-LMS-09", subject, move, sameFarm(move));
            } else {
                timed("SA-LMS-08", subject, move, YesNo.NO);
            }
        }
    }

    private void openWhileBlocked(String clause, String subject, Move move, String why) {
        if (isBlocked(move)) {
            results.find(
                    clause,
                    subject,
                    new Grounds()
                            .from(move.from(), move.to())
                            .open(why + " (" + text(move) + ")")
                            .orPass(""));
        }
    }

    /** Judges a move that may not come on a blocked day, unless it stays where it is free. */
    private void timed(String clause, String subject, Move move, YesNo sameFarm) {
        if (sameFarm.isYes()) {
            return;
        }
        if (!sameFarm.isKnown()) {
            if (isBlocked(move)) {
                results.find(clause, subject, farmNotKnown(move));
            }
            return;
        }
        Grounds grounds = new Grounds().from(move.from(), move.to());
        if (isBlocked(move)) {
            grounds.fail(
                    text(move) + ", before " + move.clock().plusDays(blockedDays + 1L)
                            + (move.days() == blockedDays ? " (the last blocked day)" : ""),
                    move.day());
        }
        results.find(
                clause,
                subject,
                grounds.orPass(text(move) + ", after the last blocked day "
                        + move.clock().plusDays(blockedDays) + "."));
    }

    private Verdict farmNotKnown(Move move) {
        String server = estate.hosting().farm(move.fromServer()).isEmpty() ? move.fromServer() : move.toServer();
        return new Grounds()
                .from(move.from(), move.to())
                .open("the farm of server " + server + " is not known; `farm` settles it (" + text(move) + ")")
                .orPass("");
    }

    private YesNo sameFarm(Move move) {
        String from = estate.hosting().farm(move.fromServer());
        String to = estate.hosting().farm(move.toServer());
        return from.isEmpty() || to.isEmpty() ? YesNo.UNKNOWN : YesNo.of(from.equals(to));
    }

    private static String text(Move move) {
        return "moved from server " + move.fromServer() + " to " + move.toServer() + " on " + move.day() + ", day "
                + move.days() + " after " + move.clock();
    }
}
