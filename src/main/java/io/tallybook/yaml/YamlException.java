package io.tallybook.yaml;

/** A YAML file is wrong; the message is one line with file, line, what was found and what was expected. */
public final class YamlException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public YamlException(String message) {
        super(message);
    }
}
