package org.witan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Statements for the database and patterns for texts are constants: what comes from outside is a parameter of the one
/// and the text of the other.
class ConstantTextsTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern STATEMENT = Pattern.compile("\\.sql\\(");
    private static final Pattern PATTERN =
            Pattern.compile("\\b(?:Pattern\\.compile|replaceAll|replaceFirst|split)\\(|\\.matches\\((?=[a-z]\\w*\\))");
    private static final Pattern TEXT =
            Pattern.compile("\"\"\".*?(?<!\\\\)\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*\"", Pattern.DOTALL);
    private static final Pattern CONSTANT =
            Pattern.compile("(?:[A-Z][A-Za-z]*\\.)?[A-Z][A-Z_0-9]*|Statements\\.\\w+\\([\\w.()]*\\)");

    /// Roles and schemas have names and no parameters; each name is one of ours or quoted by the database.
    private static final Set<String> OF_THE_OWNER = Set.of("Roles.java");

    /// Hands on to the database what stands as a constant in `Statements`, which knows enumerations only.
    private static final Set<String> OF_CONSTANTS = Set.of("ListsOfRecords.java");

    @Test
    void everyStatementIsConstant() throws IOException {
        var statements = calls(STATEMENT);
        assertThat(statements).hasSizeGreaterThan(5);
        assertThat(statements.stream().filter(call -> !call.isConstant())).isEmpty();
    }

    @Test
    void everyPatternIsConstant() throws IOException {
        var patterns = calls(PATTERN);
        assertThat(patterns).hasSizeGreaterThan(2);
        assertThat(patterns.stream().filter(call -> !call.isConstant())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".sql(\"select * from record where name = '\" + name + \"'\")",
                ".sql(statement)",
                ".sql(\"select %s\".formatted(name))",
                ".sql(\"\"\"\n select 1 \"\"\" + order)",
                "private int one(String query) { return a.sql(query); } int two(String b) { return one(\"x\" + b); }"
            })
    void aStatementMadeOfInputIsFound(String source) {
        assertThat(callsIn("Sample.java", source, STATEMENT)).singleElement().matches(call -> !call.isConstant());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".sql(\"select ')' || :name\")",
                ".sql(SELECT + \" where id = :id\")",
                ".sql(\"\"\"\n a \" b \"\"\")"
            })
    void aConstantStatementIsLeftAlone(String source) {
        assertThat(callsIn("Sample.java", source, STATEMENT)).singleElement().matches(Call::isConstant);
    }

    private static List<Call> calls(Pattern opening) throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !OF_THE_OWNER.contains(String.valueOf(file.getFileName())))
                    .filter(file -> !OF_CONSTANTS.contains(String.valueOf(file.getFileName())))
                    .flatMap(file -> callsIn(file.toString(), read(file), opening).stream())
                    .toList();
        }
    }

    private static List<Call> callsIn(String file, String source, Pattern opening) {
        String texts = TEXT.matcher(source.replaceAll("(?m)^\\s*//.*$", "")).replaceAll("§");
        return opening.matcher(texts)
                .results()
                .map(found -> new Call(file, texts, argument(texts, found.end(), 0)))
                .toList();
    }

    /// One of the arguments that stand behind the bracket that opened before a place.
    private static String argument(String source, int start, int place) {
        int depth = 0;
        int from = start;
        int passed = 0;
        for (int i = start; i < source.length(); i++) {
            char one = source.charAt(i);
            if (depth == 0 && (one == ')' || one == ',')) {
                if (passed == place || one == ')') {
                    return source.substring(from, i).strip();
                }
                passed++;
                from = i + 1;
            } else if (one == '(') {
                depth++;
            } else if (one == ')') {
                depth--;
            }
        }
        return source.substring(from);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// A call.
    ///
    /// @param source the file that it stands in, with `§` in place of each text
    /// @param argument the first one
    private record Call(String file, String source, String argument) {

        boolean isConstant() {
            return parts(argument).allMatch(part -> isText(part) || isHandedOn(part));
        }

        private static Stream<String> parts(String value) {
            return Stream.of(value.split("\\+", -1)).map(String::strip);
        }

        private static boolean isText(String part) {
            return part.equals("§") || CONSTANT.matcher(part).matches();
        }

        /// Whether it is what a private method got, and every call of that method gives it a constant.
        private boolean isHandedOn(String part) {
            var method = Pattern.compile("private [^;{}()=]*?\\b(\\w+)\\(([^()]*\\bString " + Pattern.quote(part)
                            + "\\b[^()]*)\\)\\s*\\{")
                    .matcher(source);
            if (!part.matches("[a-z]\\w*") || !method.find()) {
                return false;
            }
            List<String> parameters = List.of(method.group(2).split(",", -1));
            int place = parameters.indexOf(parameters.stream()
                    .filter(one -> one.endsWith("String " + part))
                    .findFirst()
                    .orElse(""));
            return Pattern.compile("\\b" + method.group(1) + "\\(")
                    .matcher(source)
                    .results()
                    .filter(found -> found.start() != method.start(1))
                    .allMatch(found -> parts(ConstantTextsTest.argument(source, found.end(), place))
                            .allMatch(Call::isText));
        }

        @Override
        public String toString() {
            return file + ": " + argument;
        }
    }
}
