package io.tallybook.functional;

import java.util.Random;

/** How often a test of chance is done: a few times in each build, all times with {@code -Dtallybook.trials=all}. */
final class Trials {
    /** The seed of everything that is left to chance, so that it can be done again. */
    static final long SEED = 20_261_031;

    private Trials() {}

    static boolean isAll() {
        return "all".equals(System.getProperty("tallybook.trials"));
    }

    static int of(int few, int all) {
        return isAll() ? all : few;
    }

    static Random random() {
        return new Random(SEED);
    }

    /** Prints a figure for the page on reliability. */
    static void figure(String what, Object... values) {
        System.out.printf("figure: " + what + "%n", values);
    }
}
