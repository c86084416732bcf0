package io.tallybook.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** One command, run in this process: its exit code and what it printed. */
record CommandRun(int exit, String out, String err) {
    static CommandRun of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Tallybook.execute(new PrintWriter(out), new PrintWriter(err), arguments);
        return new CommandRun(exit, out.toString(), err.toString());
    }

    List<String> lines() {
        return out.lines().toList();
    }
}
