import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipFile;

/** Inflates the first sheet of a workbook and does nothing with it, which no program in Java can be faster than. */
public final class Inflate {
    private Inflate() {}

    public static void main(String[] arguments) throws IOException {
        long bytes = 0;
        byte[] buffer = new byte[1 << 16];
        try (ZipFile zip = new ZipFile(arguments[0]);
                InputStream sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
            for (int read = sheet.read(buffer); read >= 0; read = sheet.read(buffer)) {
                bytes += read;
            }
        }
        System.out.println(bytes);
    }
}
