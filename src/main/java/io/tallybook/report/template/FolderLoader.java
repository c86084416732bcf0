package io.tallybook.report.template;

import freemarker.cache.FileTemplateLoader;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes pages from the folder of a job, strictly as UTF-8, and notes which were taken. */
final class FolderLoader extends FileTemplateLoader {
    private final Set<String> taken;

    FolderLoader(File folder, Set<String> taken) throws IOException {
        super(folder);
        this.taken = taken;
    }

    @Override
    public @Nullable Object findTemplateSource(String name) throws IOException {
        try {
            Object found = super.findTemplateSource(name);
            if (found != null) {
                taken.add(name);
            }
            return found;
        } catch (SecurityException e) {
            taken.add(name);
            throw new TemplateException(name, "", "", "is a link out of the folder; put a copy there", e);
        }
    }

    /** Letters of another encoding would otherwise come out as question marks. */
    @Override
    public Reader getReader(Object source, String encoding) {
        File file = (File) source;
        try {
            return new StringReader(Files.readString(file.toPath()));
        } catch (CharacterCodingException e) {
            throw new TemplateException(file.getName(), "", "", "is not UTF-8; save it in this encoding", e);
        } catch (IOException e) {
            throw TemplateException.unreadable(file.getName(), e);
        }
    }
}
