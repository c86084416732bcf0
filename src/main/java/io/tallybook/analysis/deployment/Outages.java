package io.tallybook.analysis.deployment;

import io.tallybook.analysis.deployment.TimeSet.Span;
import io.tallybook.ledger.Entry;
import io.tallybook.ledger.Outage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The outages of one production server. */
final class Outages {
    private final List<Entry<Outage>> rows;
    private final boolean productionKnown;
    private final boolean logged;
    private final TimeSet time;
    private final TimeSet transferTime;

    private Outages(
            List<Entry<Outage>> rows, boolean productionKnown, boolean logged, TimeSet time, TimeSet transferTime) {
        this.rows = rows;
        this.productionKnown = productionKnown;
        this.logged = logged;
        this.time = time;
        this.transferTime = transferTime;
    }

    /** The outages of an account up to the as-of date, by server; each server's are looked at once. */
    static final class Log {
        private final Estate estate;
        private final Map<String, List<Entry<Outage>>> byServer;
        private final Map<String, Outages> made = new HashMap<>();

        Log(Estate estate) {
            this.estate = estate;
            byServer = Estate.grouped(
                    estate.all(Outage.class).stream()
                            .filter(entry -> !estate.day(entry.record().start()).isAfter(estate.asOf()))
                            .sorted(Comparator.comparing(entry -> entry.record().start()))
                            .toList(),
                    Outage::server);
        }

        Outages of(String server) {
            return made.computeIfAbsent(server, id -> outages(byServer.getOrDefault(id, List.of())));
        }

        /** Where the production instance is not known, nor are its outages. */
        Outages ofNoServer() {
            return new Outages(List.of(), false, !byServer.isEmpty(), TimeSet.empty(), TimeSet.empty());
        }

        private Outages outages(List<Entry<Outage>> rows) {
            List<Span> down = new ArrayList<>();
            List<Span> around = new ArrayList<>();
            for (Entry<Outage> row : rows) {
                Instant start = row.record().start();
                Instant end = end(row.record(), estate).orElse(Instant.MAX);
                down.add(new Span(start, end));
                around.add(new Span(start.minus(estate.rules().settings().transfer()), start));
                if (end.isBefore(Instant.MAX)) {
                    around.add(new Span(end, end.plus(estate.rules().settings().transfer())));
                }
            }
            TimeSet time = TimeSet.of(down);
            return new Outages(
                    rows, true, !byServer.isEmpty(), time, TimeSet.of(around).without(time));
        }

        /** Servers with an outage, each with its outages by start. */
        Map<String, List<Entry<Outage>>> byServer() {
            return byServer;
        }
    }

    /** When recovery was complete; empty while the server was still down at the end of the as-of date. */
    static Optional<Instant> end(Outage outage, Estate estate) {
        Instant end = outage.end();
        boolean over = end != null && !estate.day(end).isAfter(estate.asOf());
        return over ? Optional.ofNullable(end) : Optional.empty();
    }

    /** The rows by start. */
    List<Entry<Outage>> rows() {
        return rows;
    }

    boolean isProductionKnown() {
        return productionKnown;
    }

    /** Has the account any outage row? */
    boolean isLogged() {
        return logged;
    }

    /** The time in which the server was down. */
    TimeSet time() {
        return time;
    }

    /** The time around the outages that a disaster run may use for transfer. */
    TimeSet transferTime() {
        return transferTime;
    }
}
