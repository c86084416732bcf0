package io.tallybook.job;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * The native library of the embedded store, unpacked and loaded.
 *
 * <p>Left to itself, the driver compares what it has unpacked byte by byte, a twentieth of a short run, and leaves the file
 * behind where a process is killed. Here the file is gone again as soon as it is loaded, where the system allows that.
 */
final class EmbeddedLibrary {
    private static final Logger LOG = Logger.getLogger(EmbeddedLibrary.class.getName());

    /** Where the driver looks for a library that is already unpacked; also for people to set. */
    private static final String PLACE = "org.sqlite.lib.path";

    private EmbeddedLibrary() {}

    /** Loads it, if that has not been done. What goes wrong the driver says when a store is opened. */
    static synchronized void load() {
        String name = LibraryLoaderUtil.getNativeLibName();
        // Windows does not let go of a file that is loaded.
        if (System.getProperty(PLACE) != null || name.endsWith(".dll")) {
            return;
        }
        String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
        try (InputStream packed = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
            if (packed != null) {
                load(packed, name);
            }
        } catch (Exception e) {
            LOG.log(Level.FINE, "Left to the driver", e);
        }
    }

    private static void load(InputStream packed, String name) throws Exception {
        Path folder = Files.createTempDirectory("tallybook-");
        Path library = folder.resolve(name);
        try {
            Files.copy(packed, library);
            System.setProperty(PLACE, folder.toString());
            SQLiteJDBCLoader.initialize();
        } finally {
            Files.deleteIfExists(library);
            Files.deleteIfExists(folder);
        }
    }
}
