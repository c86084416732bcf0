package io.tallybook.report.template;

import freemarker.cache.ClassTemplateLoader;
import freemarker.cache.MultiTemplateLoader;
import freemarker.cache.StrongCacheStorage;
import freemarker.cache.TemplateLoader;
import freemarker.core.ParseException;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The templates of a run: those of a job's own folder, and the built-in ones for every name that the folder lacks.
 *
 * <p>Freemarker is set up so that a template can read its model and do nothing else: no class is resolved, no method of a
 * model can be called, no file outside the folder is included. Compiled pages are kept. Safe for many threads.
 */
public final class Templates {
    private static final String BUILT_IN = "/templates/";

    /** What Freemarker says behind what is wrong: the expression once more, and tips. */
    private static final Pattern BEHIND = Pattern.compile(":?\\s*\n(?:==>|---).*", Pattern.DOTALL);

    /** By which classes a value is held. */
    private static final Pattern WRAPPED = Pattern.compile(" \\((?:\\S+ wrapped into|wrapper:) [^)]*\\)");

    private final Optional<Path> folder;
    private final Configuration freemarker;
    private final Set<String> taken = ConcurrentHashMap.newKeySet();
    private final Map<String, String> scriptHashes = new ConcurrentHashMap<>();

    /**
     * Opens the templates.
     *
     * @param folder  folder with the job's own templates, or empty for the built-in ones
     * @throws TemplateException if the folder cannot be opened
     */
    public Templates(Optional<Path> folder) {
        this.folder = folder;
        this.freemarker = hardened(loader(folder, taken));
    }

    /** The files of the job's own folder that were used so far. */
    public Set<String> taken() {
        return Set.copyOf(taken);
    }

    private static Configuration hardened(TemplateLoader loader) {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_35);
        configuration.setTemplateLoader(loader);
        // Compiled once a run, whether a page is asked for or included: nobody changes a template while it is used.
        configuration.setCacheStorage(new StrongCacheStorage());
        configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
        configuration.setDefaultEncoding("UTF-8");
        configuration.setOutputEncoding("UTF-8");
        configuration.setLocale(Locale.ROOT);
        configuration.setTimeZone(TimeZone.getTimeZone("UTC"));
        configuration.setNumberFormat("computer");
        configuration.setBooleanFormat("c");
        configuration.setLocalizedLookup(false);
        configuration.setRecognizeStandardFileExtensions(true);
        configuration.setObjectWrapper(new ModelWrapper());
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setAPIBuiltinEnabled(false);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setWrapUncheckedExceptions(true);
        return configuration;
    }

    private static TemplateLoader loader(Optional<Path> folder, Set<String> taken) {
        List<TemplateLoader> loaders = new ArrayList<>();
        if (folder.isPresent()) {
            try {
                loaders.add(new FolderLoader(folder.get().toFile(), taken));
            } catch (IOException e) {
                throw new TemplateException(folder.get().toString(), "", "", "is not a folder that can be read", e);
            }
        }
        loaders.add(new ClassTemplateLoader(Templates.class, BUILT_IN));
        return new MultiTemplateLoader(loaders.toArray(TemplateLoader[]::new));
    }

    /**
     * Fills a page.
     *
     * @param name  file name, e.g. {@code account.ftlh}
     * @param model  maps, lists and scalars
     * @throws TemplateException if the template is wrong or does not fit the model
     */
    public void fillPage(String name, Map<String, Object> model, Writer out) throws IOException {
        Template page = load(name);
        try {
            page.process(model, new PageWriter(out));
        } catch (freemarker.template.TemplateException e) {
            throw fault(e);
        } catch (StackOverflowError e) {
            throw new TemplateException(name, "", "", "includes or calls itself without end", e);
        }
    }

    /**
     * The digest that lets one script run on a page, and no other: {@code sha256-...} for its content security policy.
     *
     * @param name  file name of the script, e.g. {@code page.js}
     */
    public String scriptHash(String name) throws IOException {
        String known = scriptHashes.get(name);
        if (known == null) {
            known = "sha256-" + Base64.getEncoder().encodeToString(sha256(text(name)));
            scriptHashes.put(name, known);
        }
        return known;
    }

    private String text(String name) throws IOException {
        TemplateLoader loader = freemarker.getTemplateLoader();
        Object source = loader.findTemplateSource(name);
        if (source == null) {
            throw new IllegalStateException("No built-in template " + name);
        }
        try (Reader reader = loader.getReader(source, "UTF-8")) {
            StringWriter text = new StringWriter();
            reader.transferTo(text);
            // A browser reads every line break as \n, and takes the digest of that.
            return text.toString().replace("\r\n", "\n").replace('\r', '\n');
        } finally {
            loader.closeTemplateSource(source);
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Compiles a page, unless it is compiled already.
     *
     * @throws TemplateException if it is wrong
     */
    public void prepare(String name) throws IOException {
        load(name);
    }

    private Template load(String name) throws IOException {
        try {
            return freemarker.getTemplate(name);
        } catch (IOException e) {
            Optional<TemplateException> known = known(e);
            if (known.isPresent()) {
                throw known.get();
            }
            throw e;
        }
    }

    /**
     * What is wrong with a page as a whole, or with one that it includes. What was wrong at the first attempt is remembered,
     * and said again within other exceptions.
     */
    private static Optional<TemplateException> known(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof TemplateException known) {
                return Optional.of(known);
            }
            if (cause instanceof ParseException syntax) {
                return Optional.of(new TemplateException(
                        syntax.getTemplateName(),
                        place(syntax.getLineNumber(), syntax.getColumnNumber()),
                        "",
                        syntax.getEditorMessage(),
                        syntax));
            }
        }
        return Optional.empty();
    }

    /** Says in our words what Freemarker found wrong in a page. */
    private static TemplateException fault(freemarker.template.TemplateException e) {
        return known(e).orElseGet(() -> new TemplateException(
                Optional.ofNullable(e.getTemplateSourceName()).orElse("template"),
                place(number(e.getLineNumber()), number(e.getColumnNumber())),
                blamed(e),
                wrong(e),
                e));
    }

    /** The expression that Freemarker blames, as it stands in a template, or an empty text. */
    public static String blamed(freemarker.template.TemplateException e) {
        String expression = e.getBlamedExpressionString();
        if (expression == null) {
            return "";
        }
        // The expressions of cells are compiled in brackets.
        boolean isBracketed = expression.startsWith("(") && expression.indexOf(')') == expression.length() - 1;
        return "${" + (isBracketed ? expression.substring(1, expression.length() - 1) : expression) + "}";
    }

    /** What is wrong, without the stack of the template. */
    public static String wrong(freemarker.template.TemplateException e) {
        if (e instanceof freemarker.core.InvalidReferenceException) {
            return "has no value";
        }
        if (e.getCause() instanceof TemplateNotFoundException missing) {
            return "includes " + missing.getTemplateName() + ", which is neither in the folder nor built in";
        }
        String message = Optional.ofNullable(e.getMessageWithoutStackTop()).orElse(e.toString());
        return WRAPPED.matcher(BEHIND.matcher(message).replaceFirst("")).replaceAll("");
    }

    private static int number(@Nullable Integer number) {
        return number == null ? 0 : number;
    }

    private static String place(int line, int column) {
        return line <= 0 ? "" : "line " + line + ", column " + column;
    }

    /**
     * Compiles the text that the cells of a sheet make up. Its output is thrown away: cells take their values through a
     * directive.
     *
     * @throws ParseException if the text is wrong, with its line
     */
    public Template compile(String name, String text) throws IOException {
        return new Template(name, text, freemarker);
    }

    /**
     * Returns the bytes of a workbook template.
     *
     * @throws TemplateException if it cannot be read
     */
    public byte[] workbook(String name) throws IOException {
        if (folder.isPresent()) {
            Path file = folder.get().resolve(name);
            if (Files.isRegularFile(file)) {
                taken.add(name);
                return bytes(file);
            }
        }
        try (InputStream builtIn = Templates.class.getResourceAsStream(BUILT_IN + name)) {
            if (builtIn == null) {
                throw new IllegalStateException("No built-in template " + name);
            }
            return builtIn.readAllBytes();
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw TemplateException.unreadable(String.valueOf(file.getFileName()), e);
        }
    }
}
