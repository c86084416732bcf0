package io.tallybook.terms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/**
 * The name of a product as it is compared: without regard to case, spaces, hyphens, trademark signs, a leading "Microsoft",
 * a word "edition" and a version.
 *
 * <p>Product and edition are joined, unless the edition already ends the product. For example, "Microsoft SQL Server 2019"
 * with "Standard Edition" equals "SQL-Server Standard"; its {@link #version} is 2019. A key is compared whole, never in
 * part. Names that stand for one product of Software Assurance (CIS Suite and Core Infrastructure Server Suite) have one key,
 * unless it is made {@link #asWritten}.
 */
public final class ProductKey implements Comparable<ProductKey> {
    private static final String BRAND = "microsoft";
    private static final String SUITE = "cissuite";
    private static final List<String> SUITE_NAMES = List.of("coreinfrastructureserversuite", "coreinfrastructuresuite");
    private static final Set<String> SQL_CALS =
            Set.of("sqlcal", "sqlusercal", "sqldevicecal", "sqlserverusercal", "sqlserverdevicecal");

    private final String text;
    private final String version;
    private final boolean cal;

    private ProductKey(String text, String version, boolean cal) {
        this.text = text;
        this.version = version;
        this.cal = cal;
    }

    /** Returns the key of a full name. */
    public static ProductKey of(String name) {
        return of(name, "");
    }

    /**
     * Returns the key of a product and its edition.
     *
     * @param product  the product, with or without version
     * @param edition  the edition; may be empty
     */
    public static ProductKey of(String product, String edition) {
        return of(product, edition, ProductKey::withoutAlias);
    }

    /** Returns the key of a full name that has no other names: aliases are those of Software Assurance, of no other list. */
    public static ProductKey asWritten(String name) {
        return asWritten(name, "");
    }

    /** Returns the key of a product and its edition that have no other names. */
    public static ProductKey asWritten(String product, String edition) {
        return of(product, edition, words -> String.join("", words));
    }

    private static ProductKey of(String product, String edition, Function<List<String>, String> joined) {
        List<String> words = words(product);
        String version = withoutVersion(words);
        List<String> more = words(edition);
        withoutVersion(more);
        if (!endsWith(words, String.join("", more))) {
            words.addAll(more);
        }
        int last = words.size() - 1;
        boolean cal = last >= 0
                && (words.get(last).equals("cal")
                        || (last > 0
                                && words.get(last).equals("suite")
                                && words.get(last - 1).equals("cal")));
        return new ProductKey(joined.apply(words), version, cal);
    }

    /** Returns the words of a name in lower case, without trademark signs, a leading "Microsoft" and "edition". */
    public static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i <= name.length(); i++) {
            char c = i < name.length() ? name.charAt(i) : ' ';
            if (isSeparator(c)) {
                addWord(words, word.toString().toLowerCase(Locale.ROOT));
                word.setLength(0);
            } else if (c != '\u2122' && c != '\u00ae' && c != '\u00a9' && c != '\u2120') {
                word.append(c);
            }
        }
        return words;
    }

    private static void addWord(List<String> words, String written) {
        String word = written.endsWith("(r)") ? written.substring(0, written.length() - 3) : written;
        word = word.endsWith("(tm)") ? word.substring(0, word.length() - 4) : word;
        if (words.isEmpty() && word.startsWith(BRAND)) {
            word = word.substring(BRAND.length());
        }
        if (!word.isEmpty() && !word.equals("edition")) {
            words.add(word);
        }
    }

    private static boolean isSeparator(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || c == '-'
                || c == '\u00ad'
                || (c >= '\u2010' && c <= '\u2015')
                || c == '\u2212';
    }

    /** Takes the version out of the words: a year, and an R2 behind it. */
    private static String withoutVersion(List<String> words) {
        if (words.size() < 2) {
            return "";
        }
        for (int i = 0; i < words.size(); i++) {
            if (isYear(words.get(i))) {
                String version = words.remove(i);
                if (i < words.size() && words.get(i).equals("r2")) {
                    version += " R2";
                    words.remove(i);
                }
                return version;
            }
        }
        return "";
    }

    private static boolean isYear(String word) {
        return word.length() == 4
                && (word.startsWith("19") || word.startsWith("20"))
                && Character.isDigit(word.charAt(2))
                && Character.isDigit(word.charAt(3));
    }

    private static boolean endsWith(List<String> words, String tail) {
        StringBuilder end = new StringBuilder();
        for (int i = words.size() - 1; i >= 0 && end.length() < tail.length(); i--) {
            end.insert(0, words.get(i));
        }
        return end.toString().equals(tail);
    }

    private static String withoutAlias(List<String> words) {
        String text = String.join("", words);
        if (!words.isEmpty() && words.get(0).equals("cis")) {
            return text.startsWith(SUITE) ? text : SUITE + text.substring("cis".length());
        }
        for (String name : SUITE_NAMES) {
            if (text.startsWith(name)) {
                return SUITE + text.substring(name.length());
            }
        }
        if (text.startsWith("officesharepointserver")) {
            return text.substring("office".length());
        }
        if (text.startsWith("sqlparalleldatawarehouse")) {
            return "sqlserver" + text.substring("sql".length());
        }
        if (SQL_CALS.contains(text)) {
            return "sqlservercal";
        }
        if (text.startsWith("dynamics") && text.endsWith("onpremisescal")) {
            return text.substring(0, text.length() - "onpremisescal".length()) + "cal";
        }
        return text;
    }

    /** The version that the product's name held, e.g. {@code 2012 R2}; empty when it held none. No part of the key. */
    public String version() {
        return version;
    }

    /** Does the name end in CAL or CAL Suite? */
    public boolean endsInCal() {
        return cal;
    }

    /** Does the name begin with these words? */
    public boolean beginsWith(String words) {
        return text.startsWith(of(words).text);
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    @Override
    public int compareTo(ProductKey other) {
        return text.compareTo(other.text);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ProductKey key && text.equals(key.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
