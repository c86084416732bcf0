package io.tallybook.yaml;

/** A YAML file is wrong; the message is one line with file, line, what was found and what was expected. */
public final class YamlException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message  the message; what it holds of the file may have line ends, which become blanks
     */
    public YamlException(String message) {
        super(message.replaceAll("\\R\\s*|\\p{Cntrl}", " "));
    }
}
