package io.tallybook.analysis.deployment;

import io.tallybook.ledger.Assignment;
import io.tallybook.ledger.Assignment.Reason;
import io.tallybook.ledger.Entry;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * A reassignment of a license to another server.
 *
 * @param from  the assignment that it left
 * @param to  the new assignment
 * @param clock  the day that the blocked days are counted from, day 0
 */
record Move(Entry<Assignment> from, Entry<Assignment> to, LocalDate clock) {
    /**
     * Returns the moves of one license, in the order of their days. First assignments and assignments to the same server are
     * none.
     *
     * @param history  its assignments in the order of {@link #BY_DAY}
     * @param estate  knows the farms
     */
    static List<Move> of(List<Entry<Assignment>> history, Estate estate) {
        List<Move> moves = new ArrayList<>();
        // Of the rows released by the day of the next one the row released last, and of several the later one.
        PriorityQueue<Integer> released = new PriorityQueue<>(Comparator.comparing(
                        (Integer i) -> history.get(i).record().released(),
                        Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(i -> i));
        int lastReleased = -1;
        int[] entered = farmEntries(history, estate);
        for (int i = 1; i < history.size(); i++) {
            Entry<Assignment> row = history.get(i);
            if (history.get(i - 1).record().released() != null) {
                released.add(i - 1);
            }
            while (!released.isEmpty()
                    && isReleasedBy(history.get(released.peek()), row.record().assigned())) {
                lastReleased = released.remove();
            }
            int from = lastReleased < 0 ? i - 1 : lastReleased;
            boolean sameServer =
                    history.get(from).record().server().equals(row.record().server());
            if (row.record().reason() != Reason.INITIAL && !sameServer) {
                int start = estate.rules().settings().clockFromFarmEntry() ? entered[from] : from;
                moves.add(new Move(
                        history.get(from), row, history.get(start).record().assigned()));
            }
        }
        return moves;
    }

    /** The order in which the assignments of a license follow one another; on one day that of the table. */
    static final Comparator<Entry<Assignment>> BY_DAY =
            Comparator.comparing((Entry<Assignment> entry) -> entry.record().assigned());

    private static boolean isReleasedBy(Entry<Assignment> row, LocalDate day) {
        LocalDate released = row.record().released();
        return released != null && !released.isAfter(day);
    }

    /** For each row the first one of the unbroken sequence of rows in its farm; a blank farm is no sequence. */
    private static int[] farmEntries(List<Entry<Assignment>> history, Estate estate) {
        int[] entered = new int[history.size()];
        String before = "";
        for (int i = 0; i < entered.length; i++) {
            String farm = estate.hosting().farm(history.get(i).record().server());
            entered[i] = !farm.isEmpty() && farm.equals(before) ? entered[i - 1] : i;
            before = farm;
        }
        return entered;
    }

    /** A return after a disaster is exempt from the blocked days. */
    boolean isJudged() {
        return to.record().reason() != Reason.DR_FAILBACK;
    }

    LocalDate day() {
        return to.record().assigned();
    }

    /** Days since the clock began. */
    long days() {
        return ChronoUnit.DAYS.between(clock, day());
    }

    String fromServer() {
        return from.record().server();
    }

    String toServer() {
        return to.record().server();
    }
}
