package io.tallybook.report.excel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The relationships of a part: which other parts it uses, and as what. */
final class Relations {
    /** One relationship: the last word of its type, and the part it leads to (for links to the outside: the address). */
    record Relation(String id, String type, String target) {}

    private final List<Relation> relations = new ArrayList<>();

    private Relations() {}

    static String partOf(String part) {
        int slash = part.lastIndexOf('/');
        return part.substring(0, slash + 1) + "_rels/" + part.substring(slash + 1) + ".rels";
    }

    static Relations none() {
        return new Relations();
    }

    /** Reads the relationships of a part from their document. */
    static Relations of(String part, Document document) {
        Relations all = new Relations();
        for (Element element : XmlPart.children(document.getDocumentElement(), "Relationship")) {
            String type = element.getAttribute("Type");
            boolean isOutside = element.getAttribute("TargetMode").equals("External");
            String target = element.getAttribute("Target");
            all.relations.add(new Relation(
                    element.getAttribute("Id"),
                    type.substring(type.lastIndexOf('/') + 1),
                    isOutside ? target : resolved(part, target)));
        }
        return all;
    }

    private static String resolved(String part, String target) {
        if (target.startsWith("/")) {
            return target.substring(1);
        }
        List<String> path = new ArrayList<>(List.of(part.split("/", -1)));
        path.remove(path.size() - 1);
        for (String step : target.split("/", -1)) {
            if (step.equals("..") && !path.isEmpty()) {
                path.remove(path.size() - 1);
            } else if (!step.equals(".")) {
                path.add(step);
            }
        }
        return String.join("/", path);
    }

    List<Relation> all() {
        return relations;
    }

    List<String> targets(String type) {
        return relations.stream()
                .filter(relation -> relation.type().equals(type))
                .map(Relation::target)
                .toList();
    }

    Optional<String> target(String id) {
        return relations.stream()
                .filter(relation -> relation.id().equals(id))
                .map(Relation::target)
                .findFirst();
    }
}
