package io.tallybook.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Keeps Java's thorough compiler to the code that every byte and every row of an input passes through.
 *
 * <p>A run takes seconds, and half of their processor time went into compiling thoroughly what was needed for milliseconds. A
 * jar cannot hold options for Java. But a running Java takes directives for its compilers: the command
 * {@code Compiler.directives_add} of its management interface, which {@code jcmd} gives too. A Java that knows no such command
 * compiles as it likes.
 */
final class QuickCompiler {
    private static final System.Logger LOG = System.getLogger(QuickCompiler.class.getName());

    /** What is compiled thoroughly all the same; behind our own loops those of digests, of texts, of the store and of csv. */
    private static final List<String> THOROUGH = List.of(
            "io/tallybook/sheet/BlockBuilder",
            "io/tallybook/sheet/ByteScan",
            "io/tallybook/sheet/CellBlock",
            "io/tallybook/sheet/CsvParser",
            "io/tallybook/sheet/DistinctCells",
            "io/tallybook/sheet/ExactNumber",
            "io/tallybook/sheet/Markup",
            "io/tallybook/sheet/PreparedRows",
            "io/tallybook/sheet/RowPreparer",
            "io/tallybook/sheet/SheetParser",
            "io/tallybook/intake/SeenCells",
            "io/tallybook/ledger/ColumnValues",
            "io/tallybook/ledger/ExactSum",
            "io/tallybook/ledger/RowBytes",
            "io/tallybook/ledger/RowCodec",
            "io/tallybook/result/LineWriter",
            "sun/security/provider/*",
            "sun/nio/cs/*",
            "java/nio/*",
            "org/sqlite/*",
            "de/siegmar/*");

    private QuickCompiler() {}

    /** Begins, and does not wait: the management interface takes a moment to load. */
    static void start() {
        // A Java that was started with the quick compiler alone says so.
        if (!System.getProperty("java.vm.info", "").contains("emulated-client")) {
            Thread thread = new Thread(QuickCompiler::direct, "compilers");
            thread.setDaemon(true);
            thread.start();
        }
    }

    static void direct() {
        try {
            Path file = Files.createTempFile("tallybook-compilers", ".json");
            try {
                Files.writeString(file, directives());
                Object said = ManagementFactory.getPlatformMBeanServer()
                        .invoke(
                                new ObjectName("com.sun.management:type=DiagnosticCommand"),
                                "compilerDirectivesAdd",
                                new Object[] {new String[] {file.toString()}},
                                new String[] {String[].class.getName()});
                LOG.log(System.Logger.Level.DEBUG, "{0}", said);
            } finally {
                Files.delete(file);
            }
        } catch (IOException | JMException | RuntimeException e) {
            LOG.log(System.Logger.Level.DEBUG, "the compilers take no directives", e);
        }
    }

    /** The first that matches counts. */
    static String directives() {
        String thorough = THOROUGH.stream().map(name -> "\"" + name + ".*\"").collect(Collectors.joining(", "));
        return "[{match: [" + thorough + "], c2: {Exclude: false}}, {match: [\"*.*\"], c2: {Exclude: true}}]\n";
    }
}
