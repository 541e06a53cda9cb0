package org.witan.marac;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Part;
import org.witan.access.Records;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.people.Answer;
import org.witan.shared.Identity;

/// Answers the checklist for a victim of 16 or 17 anew, when more is known than when they were referred. What was said
/// before stays, and the latest stands.
@Component
public class AnsweringForYoung {
    private final Witnessing witnessing;
    private final Records records;
    private final ReadingReferrals reading;
    private final JdbcClient database;
    private final Clock clock;

    AnsweringForYoung(
            Witnessing witnessing, Records records, ReadingReferrals reading, JdbcClient database, Clock clock) {
        this.witnessing = witnessing;
        this.records = records;
        this.reading = reading;
        this.database = database;
        this.clock = clock;
    }

    /// The checklist of a referral.
    ///
    /// @param questions those that are open to whoever looks
    /// @param said every version, the latest first
    public record Checklist(UUID referral, String reference, List<YoungQuestion> questions, List<Version> said) {

        /// What stands of a question; null while nobody answered it.
        public @Nullable Version stands(YoungQuestion question) {
            return said.stream()
                    .filter(one -> one.question() == question)
                    .findFirst()
                    .orElse(null);
        }

        @Override
        public String toString() {
            return "a checklist";
        }
    }

    /// An answer.
    ///
    /// @param at null when it came with the referral
    /// @param by who answered, by name; null when it came with the referral, or whoever looks may not know them
    public record Version(
            YoungQuestion question,
            Answer answer,
            String words,
            @Nullable Instant at,
            @Nullable String by,
            String agency) {

        @Override
        public String toString() {
            return "an answer to " + question;
        }
    }

    /// What is answered now.
    public record Given(Answer answer, String words) {

        @Override
        public String toString() {
            return "an answer";
        }
    }

    /// The checklist of a referral, as far as whoever looks may see.
    ///
    /// @throws Absent when there is no such referral for this viewer, or all of the checklist is closed to them
    public Checklist open(Viewer viewer, UUID referral) {
        return witnessing.witness(viewer, Deed.of(Verb.READ, "referral"), shown -> checklist(referral, shown));
    }

    /// Keeps what is answered otherwise than before. A form that is sent twice answers once.
    ///
    /// @param form made with it
    /// @throws Absent when there is no such referral for this viewer, or a question is closed to them
    public void answer(Viewer viewer, UUID form, UUID referral, Map<YoungQuestion, Given> given) {
        witnessing.witness(viewer, Deed.of(Verb.CHANGE, "referral").with("checklist", "answered"), shown -> {
            Checklist known = checklist(referral, shown);
            if (!known.questions().containsAll(given.keySet())) {
                throw new Absent();
            }
            given.forEach((question, answer) -> {
                if (isNew(known.stands(question), answer)) {
                    Absent.whereRefused(() -> insert(viewer, form, referral, question, answer));
                }
            });
            return true;
        });
    }

    /// Nobody has to be told that nothing was asked.
    private static boolean isNew(@Nullable Version stands, Given given) {
        return stands == null
                ? given.answer() != Answer.NOT_ASKED || !given.words().isEmpty()
                : stands.answer() != given.answer() || !stands.words().equals(given.words());
    }

    private Checklist checklist(UUID referral, Shown shown) {
        if (!reading.exists(referral)) {
            throw new Absent();
        }
        Set<Part> parts = records.openParts(referral);
        List<YoungQuestion> questions = Stream.of(YoungQuestion.values())
                .filter(one -> parts.contains(one.part()))
                .toList();
        if (questions.isEmpty()) {
            throw new Absent();
        }
        shown.add(referral);
        String reference = records.find(referral).orElseThrow(Absent::new).reference();
        return new Checklist(referral, reference, questions, said(referral));
    }

    private List<Version> said(UUID referral) {
        return database.sql("""
                        select s.topic, coalesce(s.answer, 'NOT_ASKED') as answer, s.words, s.said_at,
                            coalesce((select y.name from access.agency y where y.id = s.said_for), '') as agency,
                            (select c.given_name || ' ' || c.family_name from access.colleague c
                             where c.account_id = s.said_by limit 1) as by_name
                        from marac.statement s
                        where s.record_id = :referral
                          and s.topic in ('YOUNG_WORKER', 'YOUNG_CARE', 'YOUNG_SIBLINGS', 'YOUNG_EXPLOITATION')
                        order by s.said_at desc nulls last, s.id desc
                        """)
                .param("referral", referral)
                .query((row, _) -> {
                    OffsetDateTime at = row.getObject("said_at", OffsetDateTime.class);
                    return new Version(
                            YoungQuestion.valueOf(row.getString("topic").substring("YOUNG_".length())),
                            Answer.valueOf(row.getString("answer")),
                            row.getString("words"),
                            at == null ? null : at.toInstant(),
                            row.getString("by_name"),
                            row.getString("agency"));
                })
                .list();
    }

    private int insert(Viewer viewer, UUID form, UUID referral, YoungQuestion question, Given given) {
        return database.sql("""
                        insert into marac.statement (id, record_id, part, topic, answer, words, said_in, said_at, said_by, said_for)
                        select :id, :referral, t.part, t.code, :answer, :words, :form, now(), :account, :agency
                        from marac.topic t where t.code = :topic
                        on conflict on constraint statement_is_said_once_by_a_form do nothing
                        """)
                .param("id", Identity.at(clock.instant()))
                .param("referral", referral)
                .param("topic", question.topic().name())
                .param("answer", given.answer().name())
                .param("words", given.words())
                .param("form", form)
                .param("account", viewer.account())
                .param("agency", viewer.agency())
                .update();
    }
}
