package io.tallybook.cli;

/** Entry point of the command line. */
public final class Tallybook {
    private Tallybook() {}

    public static void main(String[] args) {
        System.out.println("tallybook");
    }
}
