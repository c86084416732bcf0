package io.tallybook.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Sums usage lines while they are read, so that an export of millions of lines becomes some thousand sums.
 *
 * <p>Lines are summed when no rule can tell them apart ({@link UsageKey} says by which columns; the days of a month are
 * apart where the amount has to be converted to USD at the rate of the day). The result does not depend on the order of
 * adding. A sum of a month keeps a mark of each day, which tells an earlier export of the same usage.
 *
 * <p>For example, 40,000 lines of one subscription, month, currency and charge type from one sheet become one sum with
 * count 40000, their first and last row and their first day.
 *
 * <p>For one thread.
 */
public final class UsageSums {
    /** Columns that no rule reads: a sum leaves them blank, so they need not be filled in on a line. */
    public static final Set<String> LEFT_BLANK = Set.of("service", "resource", "meter");

    private static final int DAYS = 31;

    /** So many times the memory of a sum takes one that has the marks of its days. */
    private static final int MARKED = 4;

    private final LocalDate asOf;
    private final Map<UsageKey, Group> groups = new HashMap<>();

    /** The groups in the order of their keys but for new ones at the end, so that sorting again costs little. */
    private final List<Group> sorted = new ArrayList<>();

    private int size;

    private UsageSums(LocalDate asOf) {
        this.asOf = asOf;
    }

    /**
     * Starts without lines.
     *
     * @param asOf  the as-of date of the run: lines dated after it are kept in sums of their own, because the rules
     *     ignore them and count how many they are
     */
    public static UsageSums upTo(LocalDate asOf) {
        return new UsageSums(asOf);
    }

    /**
     * Adds a line.
     *
     * @param line  the line, with {@code account} filled in where the export leaves it blank
     * @param file  the file it stands in
     * @param sheet  the sheet it stands in
     * @param row  its row number
     * @return where lines like this one are summed, whatever their days and amounts; it stays good after {@link #take}
     */
    public Group add(AzureUsage line, String file, String sheet, int row) {
        Group group = groups.computeIfAbsent(UsageKey.of(line, file, sheet), this::group);
        Sum sum = group.sum(line.date());
        sum.add(line.date(), row, line.amount());
        BigDecimal usd = line.usdAmount();
        if (usd != null) {
            sum.addUsd(line.date(), usd);
        }
        return group;
    }

    private Group group(UsageKey key) {
        Group group = new Group(key);
        sorted.add(group);
        return group;
    }

    /** Lines that differ in nothing but their days and amounts. */
    public final class Group {
        private final UsageKey key;
        private final boolean byDay;
        private final Map<Integer, @Nullable Sum[]> months = new TreeMap<>();
        private int lastMonth = Integer.MIN_VALUE;
        private @Nullable Sum[] last = {};

        private Group(UsageKey key) {
            this.key = key;
            this.byDay = key.needsDay();
        }

        /** Whether a line belongs here only if its amounts are those of the line it was made for. */
        public boolean hasOwnAmount() {
            return key.keepsAmount();
        }

        /**
         * Returns where the amounts of a day are added.
         *
         * @param day  the date of a line
         */
        public Sum sum(LocalDate day) {
            int month = day.getYear() * 12 + day.getMonthValue() - 1;
            @Nullable Sum[] of = last;
            if (month != lastMonth) {
                of = months.computeIfAbsent(month, number -> new @Nullable Sum[byDay ? DAYS : 2]);
                last = of;
                lastMonth = month;
            }
            int slot = byDay ? day.getDayOfMonth() - 1 : day.isAfter(asOf) ? 1 : 0;
            Sum sum = of[slot];
            if (sum == null) {
                // A purchase is told by its own amount.
                DayMarks marks = byDay || hasOwnAmount() ? null : new DayMarks();
                sum = new Sum(marks);
                of[slot] = sum;
                size += marks == null ? 1 : MARKED;
            }
            return sum;
        }

        private void takeInto(Map<Integer, List<UsageMonth>> taken) {
            months.forEach((month, sums) -> {
                List<UsageMonth.Part> parts = new ArrayList<>();
                for (Sum sum : sums) {
                    if (sum != null) {
                        parts.add(sum.part());
                    }
                }
                taken.computeIfAbsent(month, number -> new ArrayList<>())
                        .add(new UsageMonth(
                                key.line(LocalDate.of(month / 12, month % 12 + 1, 1)), key.file(), key.sheet(), parts));
            });
        }

        private void clear() {
            months.clear();
            lastMonth = Integer.MIN_VALUE;
        }
    }

    /** The sum of some lines. */
    public static final class Sum {
        private final ExactSum amount = new ExactSum();
        private final @Nullable DayMarks marks;
        private @Nullable ExactSum usd;
        private LocalDate firstDay = LocalDate.MAX;
        private long count;
        private int firstRow = Integer.MAX_VALUE;
        private int lastRow = Integer.MIN_VALUE;

        private Sum(@Nullable DayMarks marks) {
            this.marks = marks;
        }

        /**
         * Adds a line.
         *
         * @param day  its date
         * @param row  its row number
         * @param digits  the digits of its amount, with their sign
         * @param places  how many of them stand behind the decimal mark; not negative
         */
        public void add(LocalDate day, int row, long digits, int places) {
            count(day, row);
            amount.add(digits, places);
            if (marks != null) {
                marks.amount(day.getDayOfMonth(), digits, places);
            }
        }

        /** Adds the amount in USD of a line that was added, likewise. */
        public void addUsd(LocalDate day, long digits, int places) {
            usd().add(digits, places);
            if (marks != null) {
                marks.usd(day.getDayOfMonth(), digits, places);
            }
        }

        private void add(LocalDate day, int row, BigDecimal number) {
            count(day, row);
            amount.add(number);
            if (marks != null) {
                marks.amount(day.getDayOfMonth(), number);
            }
        }

        private void addUsd(LocalDate day, BigDecimal number) {
            usd().add(number);
            if (marks != null) {
                marks.usd(day.getDayOfMonth(), number);
            }
        }

        private void count(LocalDate day, int row) {
            if (day.isBefore(firstDay)) {
                firstDay = day;
            }
            count++;
            firstRow = Math.min(firstRow, row);
            lastRow = Math.max(lastRow, row);
            if (marks != null) {
                marks.count(day.getDayOfMonth());
            }
        }

        private ExactSum usd() {
            ExactSum sum = usd;
            if (sum == null) {
                sum = new ExactSum();
                usd = sum;
            }
            return sum;
        }

        private UsageMonth.Part part() {
            ExactSum dollars = usd;
            return new UsageMonth.Part(
                    firstDay,
                    plain(amount),
                    dollars == null ? null : plain(dollars),
                    count,
                    firstRow,
                    lastRow,
                    marks == null ? "" : marks.written());
        }

        /** Without trailing zeros, so that the same sums read the same however the lines spell their amounts. */
        private static BigDecimal plain(ExactSum sum) {
            BigDecimal stripped = sum.value().stripTrailingZeros();
            return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        }
    }

    /** Returns how much memory the sums take, in sums without marks. */
    public int size() {
        return size;
    }

    /** Returns the sums of each month and starts anew, without lines. */
    public List<UsageMonth> take() {
        List<UsageMonth> taken = months();
        sorted.forEach(Group::clear);
        size = 0;
        return taken;
    }

    /** Returns the sums in the order of their months and keys; empty without lines. */
    public List<UsageSum> sums() {
        return months().stream().flatMap(month -> month.sums().stream()).toList();
    }

    private List<UsageMonth> months() {
        sorted.sort(Comparator.comparing((Group group) -> group.key));
        Map<Integer, List<UsageMonth>> months = new TreeMap<>();
        sorted.forEach(group -> group.takeInto(months));
        return months.values().stream().flatMap(List::stream).toList();
    }
}
