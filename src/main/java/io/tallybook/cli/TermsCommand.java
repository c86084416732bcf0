package io.tallybook.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "terms")
final class TermsCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return 0;
    }
}
