package org.witan.risk;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// A file with the licensed wording of a tool: what it is, by what right, and the words of each question by its number.
///
/// ```
/// tool: dash
/// version: 1
/// name: The form, edition of 2015
/// licence: Reprinted with the permission of …
///
/// 1. Words of the first question
/// 2. Words of the second,
///    which go on here
/// ```
record WordingFile(
        String tool, int version, String name, String licence, Map<Integer, String> lines, List<String> problems) {
    private static final long LARGEST = 1L << 20;
    private static final int LONGEST_LINE = 2_000;
    private static final int LONGEST_LICENCE = 2_000;
    private static final int LONGEST_NAME = 200;
    private static final Pattern HEAD = Pattern.compile("(tool|version|name|licence):(.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern LINE = Pattern.compile("(\\d{1,3})[.)]?\\s+(.*)");

    /// Reads a file. What is wrong with it is among its problems, all of them and each with its line.
    ///
    /// @throws IOException when it is no text of UTF-8, or too large to be a form
    static WordingFile read(Path path) throws IOException {
        if (Files.size(path) > LARGEST) {
            throw new IOException("The file is too large to be the wording of a form.");
        }
        try {
            return read(Files.readString(path, StandardCharsets.UTF_8));
        } catch (MalformedInputException _) {
            throw new IOException("The file is not text in UTF-8.");
        }
    }

    static WordingFile read(String text) {
        var head = new HashMap<String, String>();
        var lines = new HashMap<Integer, String>();
        var problems = new ArrayList<String>();
        int at = 0;
        int current = 0;
        for (String line : text.replace("\uFEFF", "").replace("\0", "").lines().toList()) {
            at++;
            var heading = HEAD.matcher(line.strip());
            var numbered = LINE.matcher(line);
            if (line.isBlank()) {
                current = 0;
            } else if (lines.isEmpty() && heading.matches()) {
                head.put(
                        heading.group(1).toLowerCase(Locale.ROOT),
                        heading.group(2).strip());
            } else if (numbered.matches()) {
                current = Integer.parseInt(numbered.group(1));
                if (lines.putIfAbsent(current, numbered.group(2).strip()) != null) {
                    problems.add("line " + at + ": question " + current + " has words already");
                }
            } else if (current > 0 && Character.isWhitespace(line.charAt(0))) {
                lines.merge(current, line.strip(), (words, more) -> words + " " + more);
            } else {
                problems.add("line " + at + ": it neither begins with a number nor goes on from the line before");
            }
        }
        return of(head, lines, problems);
    }

    private static WordingFile of(Map<String, String> head, Map<Integer, String> lines, List<String> problems) {
        for (String needed : List.of("tool", "version", "name", "licence")) {
            if (head.getOrDefault(needed, "").isEmpty()) {
                problems.add("the line \"" + needed + ": …\" is missing");
            }
        }
        String version = head.getOrDefault("version", "");
        if (!version.isEmpty() && !version.matches("[0-9]{1,6}")) {
            problems.add("the version is no number");
        }
        if (head.getOrDefault("name", "").length() > LONGEST_NAME) {
            problems.add("the name is longer than " + LONGEST_NAME + " characters");
        }
        if (head.getOrDefault("licence", "").length() > LONGEST_LICENCE) {
            problems.add("the licence is longer than " + LONGEST_LICENCE + " characters");
        }
        lines.forEach((number, words) -> {
            if (words.isEmpty() || words.length() > LONGEST_LINE) {
                problems.add("question " + number + " has no words, or more than " + LONGEST_LINE + " characters");
            }
        });
        return new WordingFile(
                head.getOrDefault("tool", ""),
                version.matches("[0-9]{1,6}") ? Integer.parseInt(version) : 0,
                head.getOrDefault("name", ""),
                head.getOrDefault("licence", ""),
                Map.copyOf(lines),
                List.copyOf(problems));
    }

    /// What keeps it from being the wording of a tool: questions without words, words without a question.
    List<String> against(Tool tool) {
        var wrong = new ArrayList<>(problems);
        var numbers = tool.questions().stream().map(tool::number).toList();
        numbers.stream()
                .filter(number -> !lines.containsKey(number))
                .forEach(number -> wrong.add("question " + number + " has no words"));
        lines.keySet().stream()
                .filter(number -> !numbers.contains(number))
                .sorted()
                .forEach(number -> wrong.add("there is no question " + number + " in " + tool.name()));
        return wrong;
    }
}
