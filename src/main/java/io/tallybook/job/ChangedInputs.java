package io.tallybook.job;

import io.tallybook.ledger.SourceFileRecord;
import io.tallybook.ledger.SourceFileRecord.Status;
import io.tallybook.ledger.SourceTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Inputs that change while they are read: somebody is still writing them, so that any number of rows may be missing.
 * <p>
 * Their size and time are looked at before the first is opened, and again when the last row has been read.
 */
final class ChangedInputs {
    private final Map<String, String> before = new HashMap<>();

    static ChangedInputs since(InputFiles inputs) {
        ChangedInputs changed = new ChangedInputs();
        inputs.files().forEach(found -> changed.before.put(found.path().toString(), stamp(found.path())));
        return changed;
    }

    /**
     * Refuses the files that have changed.
     *
     * @param masters  whether to look at those with tables through which other rows find their account, or at the others
     */
    void refuse(RunContext run, boolean masters) {
        List<SourceTable> tables = run.store().tables();
        for (SourceFileRecord file : run.store().files()) {
            boolean concerned = file.status() == Status.READ
                    && tables.stream()
                            .anyMatch(table ->
                                    table.file() == file.id() && IntakeOrder.isMaster(table.record()) == masters);
            if (concerned && !stamp(Path.of(file.path())).equals(before.get(file.path()))) {
                String reason = "changed while it was read; run again when it has been written to its end";
                run.store().refuseFile(file.id(), reason);
                run.say("[" + file.name() + "] " + reason);
            }
        }
    }

    private static String stamp(Path file) {
        try {
            return Files.size(file) + " " + Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return "gone";
        }
    }
}
