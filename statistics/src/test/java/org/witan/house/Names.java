package org.witan.house;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a document may name between backticks: classes and methods of ours, files, and words that stand in our code,
/// such as settings and functions of the database.
final class Names {
    private static final Pattern CLASS = Pattern.compile("([A-Z][A-Za-z0-9]+)(?:\\.([a-z]\\w*))?");
    private static final Pattern FILE =
            Pattern.compile("(?:.*/)?[\\w.-]+\\.(?:java|md|sql|properties|html|js|css|xml)");
    /// Modules may use one name for classes of their own.
    private final Map<String, List<Path>> classes = new HashMap<>();
    private final Set<String> files;
    private final String texts;

    private Names(List<Path> files) {
        this.files = files.stream()
                .map(file -> "/" + Checkout.ROOT.relativize(file))
                .collect(Collectors.toUnmodifiableSet());
        for (Path file : files) {
            String name = String.valueOf(file.getFileName());
            if (name.endsWith(".java")) {
                classes.computeIfAbsent(name.substring(0, name.length() - 5), _ -> new ArrayList<>())
                        .add(file);
            }
        }
        this.texts = files.stream()
                .filter(file -> file.toString().contains("/src/main/") || file.endsWith("pom.xml"))
                .map(Checkout::text)
                .collect(Collectors.joining("\n"));
    }

    static Names ofTheCheckout() {
        return new Names(
                Checkout.files(Checkout.ROOT, ".java", ".md", ".sql", ".properties", ".html", ".js", ".css", ".xml"));
    }

    static boolean isTest(String name) {
        return name.matches("[A-Z][A-Za-z0-9]+Test(\\.\\w+)?");
    }

    /// Whether it is a class, a method of a class, a file, or stands literally in the code.
    boolean exists(String name) {
        var isClass = CLASS.matcher(name);
        if (isClass.matches()) {
            return holds(isClass.group(1), isClass.group(2));
        }
        if (FILE.matcher(name).matches()) {
            return files.stream().anyMatch(file -> file.endsWith("/" + name));
        }
        return texts.contains(name);
    }

    private boolean holds(String type, String method) {
        return classes.getOrDefault(type, List.of()).stream()
                .anyMatch(file -> method == null
                        || Pattern.compile("\\b" + Pattern.quote(method) + "\\s*\\(")
                                .matcher(Checkout.text(file))
                                .find());
    }
}
