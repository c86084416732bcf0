package io.tallybook.functional;

import java.util.List;

/** Killed runs with the embedded store. */
class KilledRunFunctionalTest extends KilledRuns {
    @Override
    List<String> store() {
        return List.of();
    }

    @Override
    List<Kill> few() {
        return List.of(
                kill(Load.ROWS, "records"),
                kill(Load.ROWS, "assess"),
                kill(Load.ROWS, "publish"),
                kill(Load.REPORTS, "render"),
                kill(Load.REPORTS, "portfolio"));
    }

    @Override
    int leftInStore() {
        return 0;
    }
}
