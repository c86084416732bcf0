package io.tallybook.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "inputs")
final class InputsCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return 0;
    }
}
