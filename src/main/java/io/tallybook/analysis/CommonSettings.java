package io.tallybook.analysis;

import io.tallybook.analysis.Setting.Check;
import io.tallybook.ledger.Agreement.Program;
import java.util.EnumSet;

/** Settings that several areas read. */
public final class CommonSettings {
    /** Programs whose licenses are subscribed to. */
    public static final Setting SUBSCRIPTION_PROGRAMS = new Setting(
            "subscription-programs",
            "EA_SUBSCRIPTION;OPEN_VALUE_SUBSCRIPTION;CAMPUS_SCHOOL;EES",
            "programs whose licenses are not perpetual, and of which the whole amount of a line is SA spend, ; between them",
            EnumSet.allOf(Program.class).stream().map(Enum::name).toList(),
            Check.WORDS);

    /** The warning period. */
    public static final Setting WARNING_DAYS = Setting.of(
            "warning-days",
            "30",
            Check.WHOLE_NUMBER,
            "an event from the as-of date up to this many days later (inclusive) makes a PASS an AT_RISK, where a result says so");

    private CommonSettings() {}
}
