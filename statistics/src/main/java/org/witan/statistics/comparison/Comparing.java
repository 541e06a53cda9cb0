package org.witan.statistics.comparison;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.witan.statistics.BadInput;
import org.witan.statistics.reference.Definitions;
import org.witan.statistics.store.Snapshot;
import org.witan.statistics.store.Store;

/// Answers questions from a store. One value serves many threads; answers are kept, because a snapshot
/// never changes.
public final class Comparing implements AutoCloseable {
    private static final int KEPT = 2_048;

    private final Store store;
    private final Definitions definitions;
    private final Readings readings = new Readings();
    private final Answering answering;
    private final Map<Asked, Figure> kept = Collections.synchronizedMap(new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, Figure> eldest) {
            return size() > KEPT;
        }
    });

    /// Places by the names that questions gave them: only names that exist, so there are not many.
    private final Map<String, Place> places = new ConcurrentHashMap<>();

    public Comparing(Store store, Definitions definitions) {
        this(store, definitions, Disclosure.USUAL);
    }

    /// @param smallestShown counts from 1 to below this are hidden from the public; 5 is usual
    public Comparing(Store store, Definitions definitions, int smallestShown) {
        this(store, definitions, new Disclosure(smallestShown));
    }

    private Comparing(Store store, Definitions definitions, Disclosure disclosure) {
        this.store = store;
        this.definitions = definitions;
        this.answering = new Answering(new Lookups.InForce(definitions), readings, disclosure);
    }

    /// Begins to load the engine beside other work: for a program that asks once and starts often.
    public static void loadEngine() {
        Thread.ofPlatform().daemon().start(Readings::loadEngine);
    }

    private record Asked(Question question, String snapshot, String definitions) {}

    /// Answers one question.
    ///
    /// @throws BadInput when the question names what is not there
    public Figure answer(Question question) {
        var snapshot = snapshot(question);
        var asked = new Asked(question, snapshot.id(), definitions.version());
        var known = kept.get(asked);
        if (known != null) {
            return known;
        }
        var figure = answering.answer(
                Subject.of(question, definitions, this::place), snapshot, table -> store.relation(snapshot, table));
        kept.put(asked, figure);
        return figure;
    }

    /// Answers several questions with as few readings as can be, each as if it had been asked alone.
    ///
    /// @return one answer for each question, in their order
    public List<Answered> answers(List<Question> questions) {
        var answers = new HashMap<Question, Answered>();
        var open = new LinkedHashMap<String, List<Subject>>();
        for (Question question : questions) {
            try {
                var snapshot = snapshot(question);
                var known = kept.get(new Asked(question, snapshot.id(), definitions.version()));
                if (known != null) {
                    answers.put(question, new Answered.Given(known));
                } else {
                    open.computeIfAbsent(snapshot.id(), _ -> new ArrayList<>())
                            .add(Subject.of(question, definitions, this::place));
                }
            } catch (BadInput wrong) {
                answers.put(question, new Answered.Refused(question, String.valueOf(wrong.getMessage())));
            }
        }
        open.forEach((id, subjects) -> answers.putAll(read(store.the(id), subjects)));
        return questions.stream().map(answers::get).toList();
    }

    private Map<Question, Answered> read(Snapshot snapshot, List<Subject> subjects) {
        var read = answering.answers(subjects, snapshot, table -> store.relation(snapshot, table));
        var answers = new HashMap<Question, Answered>();
        for (int i = 0; i < subjects.size(); i++) {
            var question = subjects.get(i).question();
            answers.put(question, read.get(i));
            if (read.get(i) instanceof Answered.Given(Figure figure)) {
                kept.put(new Asked(question, snapshot.id(), definitions.version()), figure);
            }
        }
        return answers;
    }

    private Place place(String area) {
        return places.computeIfAbsent(area, name -> Place.of(definitions.areas().the(name), definitions.areas()));
    }

    private Snapshot snapshot(Question question) {
        return question.snapshot() != null
                ? store.the(question.snapshot())
                : store.findCurrent()
                        .orElseThrow(() -> new BadInput("Nothing is loaded in this store yet: load a file first"));
    }

    @Override
    public void close() {
        readings.close();
    }
}
