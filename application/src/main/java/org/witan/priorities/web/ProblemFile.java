package org.witan.priorities.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.witan.priorities.web.ProblemController.Fact;
import org.witan.priorities.web.ProblemController.ProblemSheet;
import org.witan.site.Wording;
import org.witan.site.file.Sheet;
import org.witan.site.file.Sheet.Cell;

/// The sheet of a problem as a file: what stands on its page, below the marking. Each effect keeps its own caveats.
@Component
class ProblemFile {
    private final Files files;
    private final Wording words;

    ProblemFile(Files files, Wording words) {
        this.files = files;
        this.words = words;
    }

    ResponseEntity<byte[]> of(ProblemSheet sheet) {
        var rows = files.begun(List.of(words.the("priorities.list.text"), words.the("priorities.problem.file.caveat")));
        rows.add(Sheet.line(sheet.title()));
        rows.add(Sheet.line(sheet.about()));
        if (!sheet.hot().isEmpty()) {
            rows.add(Sheet.line(sheet.hot()));
        }
        facts(rows, "priorities.sheet.priority", sheet.priority());
        if (!sheet.prioritised()) {
            rows.add(Sheet.line(words.the("priorities.sheet.no-priority")));
        }
        facts(rows, "priorities.sheet.osara", sheet.osara());
        facts(rows, "priorities.sheet.triangle", sheet.triangle());
        if (!sheet.principles().isEmpty()) {
            rows.add(Sheet.line(words.the("priorities.sheet.principles"), sheet.principles()));
        }
        heading(rows, "priorities.sheet.score");
        sheet.scored().forEach(line -> rows.add(Sheet.line(line)));
        tasks(rows, sheet.tasks());
        effects(rows, sheet.effects());
        return Files.csv("problem", rows);
    }

    private void heading(List<List<Cell>> rows, String key) {
        rows.add(List.of());
        rows.add(Sheet.line(words.the(key)));
    }

    private void facts(List<List<Cell>> rows, String key, List<Fact> facts) {
        heading(rows, key);
        facts.forEach(fact -> rows.add(Sheet.line(fact.term(), String.join(" ", fact.details()))));
    }

    private void tasks(List<List<Cell>> rows, List<TaskWords.Line> tasks) {
        heading(rows, "priorities.sheet.tasks");
        rows.add(Sheet.line("task", "due", "state", "notes", "reports"));
        tasks.forEach(task -> rows.add(Sheet.line(
                task.words(),
                task.due(),
                task.state(),
                String.join(". ", task.notes()),
                String.join(" ", task.reports()))));
    }

    private void effects(List<List<Cell>> rows, List<EffectWords.View> effects) {
        heading(rows, "priorities.sheet.effect");
        for (EffectWords.View one : effects) {
            var lines = new ArrayList<>(List.of(one.asked(), one.said()));
            lines.addAll(one.counts());
            lines.addAll(one.caveats());
            lines.forEach(line -> rows.add(Sheet.line(line)));
            rows.add(List.of());
        }
    }
}
