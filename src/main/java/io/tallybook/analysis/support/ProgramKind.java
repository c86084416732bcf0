package io.tallybook.analysis.support;

import io.tallybook.ledger.Agreement;
import io.tallybook.ledger.Agreement.Program;
import io.tallybook.ledger.YesNo;
import java.util.Set;

/** How a program earns support. */
enum ProgramKind {
    /** Customer and cloud agreements: no SA benefits at all. */
    EXCLUDED,
    /** Web direct: sells no SA. */
    MOSP,
    /** Points instead of spend. */
    MPSA,
    /** Spend, but academic throughout. */
    ACADEMIC,
    /** Spend. */
    SPEND;

    private static final Set<Program> ALWAYS_ACADEMIC = Set.of(Program.CAMPUS_SCHOOL, Program.EES);
    private static final Set<Program> NEVER_ACADEMIC =
            Set.of(Program.EA, Program.EA_SUBSCRIPTION, Program.SCE, Program.EAP);

    static ProgramKind of(Program program, Rulebook rules) {
        if (rules.isExcluded(program)) {
            return EXCLUDED;
        }
        return switch (program) {
            case MCA, CLOUD_AGREEMENT, CSP -> EXCLUDED;
            case MOSP -> MOSP;
            case MPSA -> MPSA;
            case CAMPUS_SCHOOL, EES -> ACADEMIC;
            case EA,
                    EA_SUBSCRIPTION,
                    SCE,
                    EAP,
                    SELECT,
                    SELECT_PLUS,
                    OPEN_LICENSE,
                    OPEN_VALUE,
                    OPEN_VALUE_SUBSCRIPTION -> SPEND;
        };
    }

    /** Is the agreement academic? Programs without an academic form of the same name are not, unless the column says so. */
    static YesNo academic(Agreement agreement) {
        if (ALWAYS_ACADEMIC.contains(agreement.program())) {
            return YesNo.YES;
        }
        boolean blank = !agreement.academic().isKnown();
        return blank && NEVER_ACADEMIC.contains(agreement.program()) ? YesNo.NO : agreement.academic();
    }

    /** Does it give SA benefits, so that the results about agreements are written for it? */
    boolean givesBenefits() {
        return this != EXCLUDED && this != MOSP;
    }

    /** Is SA spend written for it? */
    boolean hasSpend() {
        return this == SPEND || this == ACADEMIC;
    }
}
