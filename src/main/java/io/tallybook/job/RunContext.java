package io.tallybook.job;

import io.tallybook.analysis.Area;
import io.tallybook.analysis.Settings;
import io.tallybook.intake.Profiles;
import io.tallybook.ledger.LedgerStore;
import io.tallybook.publish.Publication;
import io.tallybook.sheet.Limits;
import io.tallybook.terms.Terms;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What all steps of one run share. Everything that has to survive a crash is in the store, not here. */
final class RunContext {
    private final RunRequest request;
    private final InputFiles inputs;
    private final InputDigests digests;
    private final ChangedInputs changedInputs;
    private final Settings settings;
    private final Terms terms;
    private final Profiles profiles;
    private final List<Area> areas;
    private final LedgerStore store;
    private final LedgerStore committed;
    private final Store home;
    private final Path state;
    private final Publication publication;
    private final Progress progress;
    private final List<String> messages = new CopyOnWriteArrayList<>();
    private final Set<String> noted = ConcurrentHashMap.newKeySet();
    private volatile RunOutcome.Status status = RunOutcome.Status.FAULT;
    private volatile boolean unchanged;
    private volatile List<String> changes = List.of();

    RunContext(
            RunRequest request,
            InputFiles inputs,
            InputDigests digests,
            Settings settings,
            Terms terms,
            Profiles profiles,
            List<Area> areas,
            LedgerStore store,
            LedgerStore committed,
            Store home,
            Path state,
            Publication publication,
            Progress progress) {
        this.request = request;
        this.inputs = inputs;
        this.digests = digests;
        this.changedInputs = ChangedInputs.since(inputs);
        this.settings = settings;
        this.terms = terms;
        this.profiles = profiles;
        this.areas = List.copyOf(areas);
        this.store = store;
        this.committed = committed;
        this.home = home;
        this.state = state;
        this.publication = publication;
        this.progress = progress;
    }

    RunRequest request() {
        return request;
    }

    InputFiles inputs() {
        return inputs;
    }

    InputDigests digests() {
        return digests;
    }

    ChangedInputs changedInputs() {
        return changedInputs;
    }

    Settings settings() {
        return settings;
    }

    Terms terms() {
        return terms;
    }

    Profiles profiles() {
        return profiles;
    }

    List<Area> areas() {
        return areas;
    }

    /** The store, within the transaction of the calling thread. */
    LedgerStore store() {
        return store;
    }

    /** The store as it was committed, for reading: it keeps no other thread from writing. */
    LedgerStore committed() {
        return committed;
    }

    /** Where the database of {@link #store} lies. */
    Store home() {
        return home;
    }

    Limits limits() {
        return Limits.standard();
    }

    /** The folder with everything that a run needs to go on after a crash. */
    Path state() {
        return state;
    }

    /** The folder for parts of results on their way. */
    Path parts() {
        return state.resolve("parts");
    }

    Publication publication() {
        return publication;
    }

    Progress progress() {
        return progress;
    }

    /** Notes a line that a person has to see, and shows it at once. */
    void say(String message) {
        // Two sheets of one file may find the same fault with it.
        if (noted.add(message)) {
            messages.add(message);
            progress.say(message);
        }
    }

    /** Says something about a file or sheet that a person should know although nothing is wrong with it. Each once. */
    void note(String file, String sheet, String notice) {
        String line = "[" + file + "]" + (sheet.isEmpty() ? " " : sheet + ": ") + notice;
        if (noted.add(line)) {
            progress.say(line);
        }
    }

    List<String> messages() {
        return messages;
    }

    RunOutcome.Status status() {
        return status;
    }

    boolean isUnchanged() {
        return unchanged;
    }

    /** What is different from the set that was published before. */
    List<String> changes() {
        return changes;
    }

    void changed(List<String> lines) {
        changes = List.copyOf(lines);
    }

    void ended(RunOutcome.Status how, boolean nothingNew) {
        status = how;
        unchanged = nothingNew;
    }
}
