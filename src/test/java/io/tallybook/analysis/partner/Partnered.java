package io.tallybook.analysis.partner;

import io.tallybook.cases.Desk;
import java.time.LocalDate;

/** Rows of the partner program as several tests need them, all of the account A. */
final class Partnered {
    private Partnered() {}

    static Desk on(String asOf) {
        return Desk.on(asOf);
    }

    static Desk on(LocalDate asOf) {
        return Desk.on(asOf.toString());
    }

    /** Adds an offer; further cells come as {@code column=value}. */
    static Desk offer(Desk desk, String id, String code, String purchased, String... more) {
        return desk.row(
                "partner_offers",
                cells(more, "offer=" + id, "account=A", "offer_code=" + code, "purchased=" + purchased));
    }

    static Desk use(Desk desk, String id, String kind, String... more) {
        return desk.row(
                "program_uses", cells(more, "use=" + id, "account=A", "kind=" + kind, "benefit=Windows 11 Enterprise"));
    }

    private static String[] cells(String[] more, String... first) {
        String[] cells = new String[first.length + more.length];
        System.arraycopy(first, 0, cells, 0, first.length);
        System.arraycopy(more, 0, cells, first.length, more.length);
        return cells;
    }
}
