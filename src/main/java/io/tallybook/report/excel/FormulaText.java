package io.tallybook.report.excel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A formula, cut into references and the text between them, so that references can follow their rows.
 *
 * <p>A reference to fixed rows follows the row; one to an area grows with the repeated rows in it. In a repeated row, a
 * relative reference to that row means the same row of each copy, and any other row has to be fixed by {@code $}: a
 * spreadsheet that fills down would move a relative one, so its meaning is not certain.
 */
final class FormulaText {
    /** Text, or a reference. */
    private record Piece(String text, Optional<Reference> reference) {}

    private final List<Piece> pieces;

    private FormulaText(List<Piece> pieces) {
        this.pieces = List.copyOf(pieces);
    }

    /** The pieces in order, as {@link FormulaScanner} finds them. */
    static final class Builder {
        private final List<Piece> pieces = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();

        void text(String more) {
            text.append(more);
        }

        void reference(Reference reference) {
            flush();
            pieces.add(new Piece("", Optional.of(reference)));
        }

        private void flush() {
            if (!text.isEmpty()) {
                pieces.add(new Piece(text.toString(), Optional.empty()));
                text.setLength(0);
            }
        }

        FormulaText build() {
            flush();
            return new FormulaText(pieces);
        }
    }

    /**
     * Reads a formula, without its equals sign.
     *
     * @throws UnmovableException if it holds what cannot be moved at all, e.g. a reference to another workbook
     */
    static FormulaText parse(String formula) {
        return new FormulaScanner(formula).scan();
    }

    /** Reads areas separated by spaces, as rules and validations list them. */
    static FormulaText areas(String areas) {
        Builder builder = new Builder();
        String separator = "";
        for (String area : areas.strip().split("\\s+", -1)) {
            builder.text(separator);
            FormulaText one = parse(area);
            one.pieces.forEach(piece -> piece.reference()
                    // A single cell stands for all the rows that it becomes.
                    .map(found -> new Reference(found.sheet(), found.prefix(), found.from(), found.to(), true))
                    .ifPresentOrElse(builder::reference, () -> builder.text(piece.text())));
            separator = " ";
        }
        return builder.build();
    }

    /** The first corner of the first reference, or nothing if there is no reference. */
    Optional<Corner> firstCorner() {
        return pieces.stream()
                .flatMap(piece -> piece.reference().stream())
                .findFirst()
                .map(Reference::from);
    }

    List<Reference> references() {
        return pieces.stream().flatMap(piece -> piece.reference().stream()).toList();
    }

    /** The formula as it is in a cell so many rows and columns further on. */
    FormulaText filled(int rows, int columns) {
        return new FormulaText(pieces.stream()
                .map(piece ->
                        new Piece(piece.text(), piece.reference().map(reference -> reference.filled(rows, columns))))
                .toList());
    }

    /**
     * Makes sure that every reference can be moved.
     *
     * @throws UnmovableException if one cannot
     */
    void check(Origin origin, Layout layout) {
        for (Reference reference : references()) {
            reference.check(origin, layout.of(origin.sheetOf(reference)));
        }
    }

    /** Notes which sheets it computes with repeated rows of, other than the row that it stands in. */
    void hold(Origin origin, Layout layout) {
        for (Reference reference : references()) {
            String sheet = origin.sheetOf(reference);
            boolean isOwnRow = origin.isRepeated()
                    && origin.isOwn(reference.sheet())
                    && reference.from().row() == origin.row()
                    && reference.to().row() == origin.row();
            if (!isOwnRow
                    && layout.of(sheet)
                            .repeatsWithin(
                                    reference.from().row(), reference.to().row())) {
                layout.hold(sheet);
            }
        }
    }

    /**
     * The formula once the repeated rows are filled.
     *
     * @param ownRow  the row that its cell comes to stand in; not used if it stands in none
     */
    String moved(Origin origin, int ownRow, Layout layout) {
        StringBuilder moved = new StringBuilder();
        for (Piece piece : pieces) {
            moved.append(piece.reference()
                    .map(reference -> reference.moved(origin, ownRow, layout.of(origin.sheetOf(reference))))
                    .orElse(piece.text()));
        }
        return moved.toString();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        pieces.forEach(piece -> text.append(piece.text())
                .append(piece.reference().map(Reference::toString).orElse("")));
        return text.toString();
    }
}
