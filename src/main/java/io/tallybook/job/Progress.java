package io.tallybook.job;

/** Hears how a run gets on. Called from several threads. */
public interface Progress {
    /** A run without anybody watching. */
    Progress SILENT = new Progress() {
        @Override
        public void stage(String what, long units) {}

        @Override
        public void advance(long units) {}

        @Override
        public void say(String line) {}
    };

    /**
     * A stage begins.
     *
     * @param what  what is done, e.g. {@code reading}
     * @param units  how many units it has; 0 if that is not known
     */
    void stage(String what, long units);

    /** So many more units of the stage are done. */
    void advance(long units);

    /** A line for people: something that they should know. */
    void say(String line);
}
