package io.tallybook.cli;

import io.tallybook.job.RunOutcome;

/** The exit codes, those of sysexits: a scheduler reads nothing else. */
enum ExitCode {
    DONE(0),
    /** Done, but something that {@code --fail-on} names was found. */
    FOUND(1),
    USAGE(64),
    INPUTS_REFUSED(65),
    NO_INPUT(66),
    FAULT(70),
    NOT_WRITTEN(74),
    TRY_AGAIN(75),
    CONFIGURATION(78);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static ExitCode of(RunOutcome.Status status) {
        return switch (status) {
            case COMPLETE -> DONE;
            case INCOMPLETE, BLOCKED -> INPUTS_REFUSED;
            case NO_INPUT -> NO_INPUT;
            case BUSY -> TRY_AGAIN;
            case NOT_WRITTEN -> NOT_WRITTEN;
            case WRONG_TEMPLATE, WRONG_STORE -> CONFIGURATION;
            case FAULT -> FAULT;
        };
    }
}
