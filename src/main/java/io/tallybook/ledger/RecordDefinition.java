package io.tallybook.ledger;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * An input table, read off its record class: the single source of its columns for reading, for the documentation and
 * for the blank input workbook.
 */
public final class RecordDefinition<R extends LedgerRecord> {
    private final Class<R> type;
    private final RecordType about;
    private final List<ColumnDefinition> columns;
    private final int[] key;
    private final Constructor<R> constructor;
    private final Method[] accessors;

    private RecordDefinition(Class<R> type) {
        this.type = type;
        this.about = type.getAnnotation(RecordType.class);
        RecordComponent[] components = type.getRecordComponents();
        List<ColumnDefinition> found = new ArrayList<>();
        for (RecordComponent component : components) {
            found.add(column(component));
        }
        this.columns = List.copyOf(found);
        this.key = Arrays.stream(about.key())
                .mapToInt(name -> indexOf(name)
                        .orElseThrow(() -> new IllegalArgumentException(type + " has no key column " + name)))
                .toArray();
        this.accessors =
                Arrays.stream(components).map(RecordComponent::getAccessor).toArray(Method[]::new);
        this.constructor = constructor(type, components);
    }

    static <R extends LedgerRecord> RecordDefinition<R> of(Class<R> type) {
        return new RecordDefinition<>(type);
    }

    // Plain reflection: method handles for all record types took a quarter of a second at each start.
    private static <R> Constructor<R> constructor(Class<R> type, RecordComponent[] components) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<R> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Not a record: " + type, e);
        }
    }

    private static ColumnDefinition column(RecordComponent component) {
        Column column = component.getAnnotation(Column.class);
        String name = column.name().isEmpty() ? underscored(component.getName()) : column.name();
        List<Enum<?>> codes = codes(component, column.type());
        return new ColumnDefinition(
                name,
                column.type(),
                column.required(),
                column.about(),
                codes.stream().map(RecordDefinition::code).toList(),
                codes,
                column.min(),
                column.max(),
                column.above(),
                List.of(column.notBefore()));
    }

    private static List<Enum<?>> codes(RecordComponent component, ColumnType type) {
        Class<?> codes = switch (type) {
            case CODE -> component.getType();
            case CODES -> (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
            default -> null;
        };
        return codes == null ? List.of() : List.of((Enum<?>[]) codes.getEnumConstants());
    }

    private static String underscored(String name) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isUpperCase(c)) {
                text.append('_');
            }
            text.append(Character.toLowerCase(c));
        }
        return text.toString();
    }

    /** The code as users write it: a constant cannot begin with a digit, a code can. */
    public static String code(Enum<?> constant) {
        String name = constant.name();
        return name.charAt(0) == '_' ? name.substring(1) : name;
    }

    public Class<R> type() {
        return type;
    }

    /** Name of the table, e.g. {@code purchases}. */
    public String name() {
        return about.name();
    }

    /** What a row is, in one line. */
    public String about() {
        return about.about();
    }

    /** The area that the table is documented under. */
    public String area() {
        return about.area();
    }

    public List<ColumnDefinition> columns() {
        return columns;
    }

    /** Positions of the columns that make a row unique. */
    public int[] key() {
        return key.clone();
    }

    /** How a row finds its account: {@link RecordType#OWN}, {@link RecordType#SHARED}, or the name of a table. */
    public String account() {
        return about.account();
    }

    public boolean isShared() {
        return account().equals(RecordType.SHARED);
    }

    /** Position of the column with exactly this name. */
    public OptionalInt indexOf(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** Makes a record of one value for each column, in their order. */
    public R create(@Nullable Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot make " + type, e);
        }
    }

    /** The values of a record, one for each column, in their order. */
    public @Nullable Object[] values(LedgerRecord row) {
        @Nullable Object[] values = new Object[accessors.length];
        try {
            for (int i = 0; i < values.length; i++) {
                values[i] = accessors[i].invoke(row);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot read " + row, e);
        }
        return values;
    }

    @Override
    public String toString() {
        return name();
    }
}
