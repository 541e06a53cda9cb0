package org.witan.house;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The words that the glossary bans, read from its own table.
record BannedWords(List<Word> words) {

    /// @param allowed what contains the word and is something else
    record Word(String word, String instead, List<String> allowed) {

        private Pattern pattern() {
            return Pattern.compile("(?<![a-z])" + Pattern.quote(word) + "(s|'s|s')?(?![a-z])", CASE_INSENSITIVE);
        }

        boolean isIn(String line) {
            String rest = line;
            for (String phrase : allowed) {
                rest = Pattern.compile(Pattern.quote(phrase), CASE_INSENSITIVE)
                        .matcher(rest)
                        .replaceAll("");
            }
            return pattern().matcher(rest).find();
        }
    }

    static BannedWords of(String glossary) {
        String table = glossary.substring(glossary.indexOf("## Words we do not use"));
        return new BannedWords(table.lines()
                .filter(line -> line.startsWith("| "))
                .map(line -> line.split("\\|", -1))
                .filter(cells -> !cells[1].strip().equals("Not") && !cells[1].contains("---"))
                .map(cells -> new Word(
                        cells[1].strip(),
                        cells[2].strip(),
                        List.of(cells[4].strip().split(", *"))))
                .toList());
    }

    /// Every use of a banned word, with file, line and what to say.
    List<String> usesIn(Path name, String text) {
        List<String> uses = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            for (Word word : words) {
                if (word.isIn(lines.get(i))) {
                    uses.add("%s:%d says \"%s\"; say: %s".formatted(name, i + 1, word.word(), word.instead()));
                }
            }
        }
        return uses;
    }
}
