package org.witan.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.witan.RunningApplication;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Purpose;
import org.witan.access.RecordKind;
import org.witan.access.Records;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.risk.Answer.Missing;
import org.witan.risk.Answer.Often;
import org.witan.risk.Answer.YesNo;
import org.witan.risk.Assessed.CorrectedBefore;
import org.witan.risk.Assessed.FormUsed;
import org.witan.risk.Assessed.Stored;
import org.witan.risk.Assessed.StoredBefore;
import org.witan.risk.Assessed.Unusable;
import org.witan.risk.GivenAssessment.Correction;

/// Assessments in the database: kept as they were given, once, and for those who may see them.
class AssessingTest extends RunningApplication {
    @Autowired
    private Assessing assessing;

    @Autowired
    private ReadingAssessments reading;

    @Autowired
    private DueReassessments due;

    @Autowired
    private Tools tools;

    @Autowired
    private Witnessing witnessing;

    @Autowired
    private Records records;

    @Autowired
    private JdbcClient database;

    private Cases here;
    private Tool dash;

    @BeforeEach
    void invent() {
        here = new Cases(partnership());
        dash = tools.inUse("dash").orElseThrow();
    }

    @Test
    void whatWasAnsweredIsReadAsItWasGiven() {
        Map<String, GivenAnswer> answers = new HashMap<>(Map.of(
                "injury", new GivenAnswer(YesNo.YES, "Invented hospital", "Seen on Monday. 🩹 שלום"),
                "fears", GivenAnswer.of(YesNo.NO),
                "stalking", GivenAnswer.of(Missing.UNKNOWN),
                "money", GivenAnswer.of(Missing.DECLINED)));
        var given = here.given(dash, answers, Judgement.words("She will not say more while he is near. 😶"));
        UUID id = stored(assessing.assess(here.officer, here.record, given));

        Assessment read = only(reading.of(here.coordinator, here.record));
        assertThat(read.id()).isEqualTo(id);
        assertThat(read.answers()).hasSize(24).containsAllEntriesOf(answers);
        assertThat(read.answers().get("animals")).isEqualTo(GivenAnswer.NOT_ASKED);
        assertThat(read.judgement()).isEqualTo(given.judgement());
        assertThat(read.by()).isEqualTo("Invented Person");
        assertThat(read.tool()).isEqualTo(dash);
        assertThat(read.wording()).isNull();
        assertThat(read.threshold()).isEqualTo(14);
        assertThat(read.thresholdSource()).contains("[S17]");
        assertThat(read.dueOn()).isEqualTo(Cases.today().plusWeeks(8));
        assertThat(read.result().score().most()).isEqualTo(23);
        assertThat(partnership()
                        .asked("select distinct answer from risk.answer_given where assessment_id = ? order by 1", id))
                .containsExactly("DECLINED", "NO", "NOT_ASKED", "UNKNOWN", "YES");
    }

    @Test
    void theSameFormIsKeptOnceHoweverOftenItIsSent() {
        var given = here.dash(dash, 3);
        UUID id = stored(assessing.assess(here.officer, here.record, given));
        assertThat(assessing.assess(here.officer, here.record, given)).isEqualTo(new StoredBefore(id));
        var changed =
                new GivenAssessment(given.form(), "dash", 1, null, given.assessedOn(), Map.of(), Judgement.NONE, null);
        assertThat(assessing.assess(here.officer, here.record, changed))
                .as("with other answers it is not taken for the same")
                .isEqualTo(new FormUsed(id));
        assertThat(reading.of(here.officer, here.record).assessments()).hasSize(1);
        assertThat(assessing.assess(here.colleague, here.record, given))
                .as("a form of somebody else is another")
                .isInstanceOf(Stored.class);
    }

    @Test
    void aFormThatIsSentManyTimesAtOnceIsKeptOnce() {
        var given = here.dash(dash, 5);
        var sent = IntStream.range(0, 6)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> assessing.assess(here.officer, here.record, given)))
                .toList();
        var answers = sent.stream().map(CompletableFuture::join).toList();
        assertThat(answers.stream().filter(Stored.class::isInstance)).hasSize(1);
        assertThat(answers.stream().filter(StoredBefore.class::isInstance)).hasSize(5);
        assertThat(partnership().count("select count(*) from risk.assessment where record_id = ?", here.record))
                .isEqualTo(1);
    }

    @Test
    void aCorrectionStandsInThePlaceOfTheFirstAndBothAreRead() {
        UUID wrong = stored(assessing.assess(here.officer, here.record, here.dash(dash, 15)));
        var right = correcting(here.dash(dash, 3), wrong, "Two forms were mixed up.");
        UUID id = stored(assessing.assess(here.colleague, here.record, right));
        var risk = reading.of(here.officer, here.record);
        Assessment first = risk.find(wrong).orElseThrow();
        assertThat(first.stands()).isFalse();
        assertThat(first.correctedBy()).isEqualTo(id);
        assertThat(first.result().isHigh())
                .as("what was high is still read as high")
                .isTrue();
        assertThat(risk.find(id).orElseThrow().corrects()).isEqualTo(right.correction());

        var late = correcting(here.dash(dash, 4), wrong, "I was later.");
        assertThat(assessing.assess(here.officer, here.record, late)).isEqualTo(new CorrectedBefore(id));
        assertThat(reading.of(here.officer, here.record).assessments()).hasSize(2);
    }

    @Test
    void aCorrectionNeedsWordsAndIsOfTheSameCaseAndTool() {
        UUID wrong = stored(assessing.assess(here.officer, here.record, here.dash(dash, 15)));
        assertThat(keys(assessing.assess(here.officer, here.record, correcting(here.dash(dash, 3), wrong, " "))))
                .containsExactly("risk.unusable.correction-words");
        UUID other = partnership().record(RecordKind.CASE, here.officer.agency());
        assertThatThrownBy(() -> assessing.assess(here.officer, other, correcting(here.dash(dash, 3), wrong, "x")))
                .isInstanceOf(DataAccessException.class);
        assertThat(partnership().count("select count(*) from risk.assessment where record_id = ?", other))
                .isZero();
    }

    @Test
    void aThresholdOfLaterChangesNothingThatWasAssessedBefore() {
        Tool young = tools.inUse("dash-young").orElseThrow();
        LocalDate far = LocalDate.of(2001, 1, 1);
        var given = here.dash(young, 12);
        UUID before = stored(assessing.assess(here.officer, here.record, given));
        partnership().run("""
                insert into risk.threshold (tool, from_on, set_at, value, source, set_by)
                values ('dash-young', ?, now(), 10, 'Invented partnership decided so.', 'test')
                """, far);
        UUID after = stored(assessing.assess(here.officer, here.record, here.dash(young, 12)));
        partnership().run("""
                insert into risk.threshold (tool, from_on, set_at, value, source, set_by)
                values ('dash-young', ?, now(), 14, 'Invented: back again.', 'test')
                """, far);
        var risk = reading.of(here.officer, here.record);
        assertThat(risk.find(before).orElseThrow().result()).isInstanceOf(Result.Below.class);
        assertThat(risk.find(after).orElseThrow().result()).isInstanceOf(Result.Reached.class);
        assertThat(risk.find(after).orElseThrow().threshold()).isEqualTo(10);
        assertThat(risk.find(after).orElseThrow().thresholdSource()).isEqualTo("Invented partnership decided so.");
    }

    @Test
    void judgementRaisesAtAnyScoreAndNeedsWords() {
        var without = here.given(dash, Map.of(), new Judgement(Grade.HIGH, " "));
        assertThat(keys(assessing.assess(here.officer, here.record, without)))
                .containsExactly("risk.unusable.judgement-words");
        assessing.assess(here.officer, here.record, here.given(dash, Map.of(), Judgement.high("He followed her.")));
        var result = only(reading.of(here.officer, here.record)).result();
        assertThat(result).isInstanceOf(Result.Raised.class);
        assertThat(result.isHigh()).isTrue();
    }

    @Test
    void whatCannotBeUsedIsSaidWithAllReasonsAndNothingIsStored() {
        var given = new GivenAssessment(
                UUID.randomUUID(),
                "dash",
                1,
                UUID.randomUUID(),
                Cases.today().plusDays(1),
                Map.of(
                        "nothing-asks-this",
                        GivenAnswer.of(YesNo.YES),
                        "injury",
                        new GivenAnswer(Often.NEVER, "", "x".repeat(200_000))),
                new Judgement(null, "x".repeat(200_000)),
                null);
        assertThat(keys(assessing.assess(here.officer, here.record, given)))
                .containsExactlyInAnyOrder(
                        "risk.unusable.future",
                        "risk.unusable.question",
                        "risk.unusable.answer",
                        "risk.unusable.answer-long",
                        "risk.unusable.judgement-long",
                        "risk.unusable.wording");
        Tool dara = tools.inUse("dara").orElseThrow();
        assertThat(keys(assessing.assess(here.officer, here.record, here.given(dara, Map.of(), Judgement.NONE))))
                .containsExactly("risk.unusable.not-graded");
        var old = new GivenAssessment(
                UUID.randomUUID(), "dash", 1, null, Cases.today().minusYears(20), Map.of(), Judgement.NONE, null);
        assertThat(keys(assessing.assess(here.officer, here.record, old))).containsExactly("risk.unusable.old");
        assertThat(reading.of(here.officer, here.record).assessments()).isEmpty();
    }

    @Test
    void whoTakesNoPartInACaseNeitherReadsNorAssessesIt() {
        assessing.assess(here.officer, here.record, here.dash(dash, 15));
        assertThatThrownBy(() -> reading.of(here.nurse, here.record)).isInstanceOf(Absent.class);
        assertThatThrownBy(() -> assessing.assess(here.nurse, here.record, here.dash(dash, 1)))
                .isInstanceOf(Absent.class);
        UUID person = partnership().record(RecordKind.PERSON, here.officer.agency());
        assertThatThrownBy(() -> assessing.assess(here.officer, person, here.dash(dash, 1)))
                .as("a person is no case")
                .isInstanceOf(Absent.class);
        assertThatThrownBy(() -> assessing.assess(here.officer, UUID.randomUUID(), here.dash(dash, 1)))
                .isInstanceOf(Absent.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {
                "DATA_PROTECTION_OFFICER",
                "ADMINISTRATOR",
                "ANALYST",
                "TASKING_MEMBER",
                "PERPETRATOR_WORKER",
                "HUB_COORDINATOR"
            })
    void aRoleThatSeesNoRiskFindsNoRowAndWritesNone(Role role) {
        assessing.assess(here.officer, here.record, here.dash(dash, 15));
        Purpose purpose = switch (role) {
            case DATA_PROTECTION_OFFICER -> Purpose.OVERSIGHT;
            case ADMINISTRATOR -> Purpose.ADMINISTRATION;
            case ANALYST -> Purpose.STATISTICS;
            case TASKING_MEMBER -> Purpose.TASKING;
            case PERPETRATOR_WORKER -> Purpose.PERPETRATOR;
            default -> Purpose.HUB;
        };
        var other = partnership().viewer(here.officer.agency(), role, purpose);
        assertThatThrownBy(() -> reading.of(other, here.record)).isInstanceOf(Absent.class);
        assertThatThrownBy(() -> assessing.assess(other, here.record, here.dash(dash, 1)))
                .isInstanceOf(Absent.class);
        long rows = witnessing.witness(
                other,
                Deed.of(Verb.READ, "assessment"),
                _ -> database.sql(
                                "select (select count(*) from risk.assessment) + (select count(*) from risk.answer_given)")
                        .query(Long.class)
                        .single());
        assertThat(rows).isZero();
    }

    @Test
    void nobodyWritesInTheNameOfSomebodyElseOrIntoAnAssessmentThatStands() {
        UUID id = stored(assessing.assess(here.officer, here.record, here.dash(dash, 15)));
        assertThatThrownBy(() -> as(here.colleague, """
                        insert into risk.assessment (id, record_id, tool, version, form_id, digest, assessed_on, agency_id,
                            assessed_by, written_at, judgement)
                        values ('%s', '%s', 'dash', 1, '%s', '', access.today(), '%s', '%s', now(), '')
                        """.formatted(
                                UUID.randomUUID(),
                                here.record,
                                UUID.randomUUID(),
                                here.officer.agency(),
                                here.officer.account())))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> as(
                        here.officer,
                        "update risk.answer_given set answer = 'NO' where assessment_id = '%s'".formatted(id)))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() ->
                        partnership().run("update risk.answer_given set answer = 'NO' where assessment_id = ?", id))
                .as("nor does the owner of the tables")
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> partnership().run("delete from risk.assessment where id = ?", id))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void theDatabaseTakesNoAnswerThatIsNotOfTheScale() {
        UUID id = stored(assessing.assess(here.officer, here.record, here.dash(dash, 15)));
        assertThatThrownBy(() -> partnership().run("""
                        insert into risk.answer_given (assessment_id, record_id, tool, version, scale, question, answer,
                            source, note)
                        select id, record_id, tool, version, 'YES_NO', 'children-hurt', 'OFTEN', '', ''
                        from risk.assessment where id = ?
                        """, id)).isInstanceOf(DataAccessException.class);
    }

    /// As a referral will: the case is registered and assessed in one piece of work.
    @Test
    void aCaseThatIsRegisteredAndAssessedTogetherIsThereAsAWholeOrNotAtAll() {
        var referrer = partnership().viewer(here.officer.agency(), Role.REFERRER, Purpose.MARAC);
        UUID record = UUID.randomUUID();
        witnessing.witness(referrer, Deed.of(Verb.ADD, "record"), shown -> {
            records.register(
                    record,
                    RecordKind.CASE,
                    referrer.agency(),
                    null,
                    List.of(),
                    List.of(referrer.agency()),
                    List.of(referrer.account()));
            return assessing.assessWithin(shown, referrer, record, here.dash(dash, 14));
        });
        assertThat(only(reading.of(referrer, record)).result()).isInstanceOf(Result.Reached.class);
        UUID never = UUID.randomUUID();
        assertThatThrownBy(() -> witnessing.witness(referrer, Deed.of(Verb.ADD, "record"), shown -> {
                    records.register(
                            never,
                            RecordKind.CASE,
                            referrer.agency(),
                            null,
                            List.of(),
                            List.of(referrer.agency()),
                            List.of(referrer.account()));
                    assessing.assessWithin(shown, referrer, never, here.dash(dash, 14));
                    throw new Absent();
                }))
                .isInstanceOf(Absent.class);
        assertThat(partnership().count("select count(*) from risk.assessment where record_id = ?", never))
                .isZero();
    }

    @Test
    void whatTheAgencyAssessedLastIsDueAgainAfterSoManyWeeks() {
        UUID other = partnership().record(RecordKind.CASE, here.officer.agency());
        on(here.record, Cases.today().minusWeeks(9));
        on(other, Cases.today().minusWeeks(3));
        assertThat(due.list(here.officer))
                .containsExactly(new DueReassessments.Due(
                        here.record, "TEST-" + here.record, Cases.today().minusWeeks(1)));
        assertThat(due.list(here.coordinator))
                .as("the agency that assessed is told")
                .isEmpty();
        assessing.assess(here.coordinator, here.record, here.dash(dash, 2));
        assertThat(due.list(here.officer)).as("somebody assessed it again").isEmpty();
        on(other, Cases.today().minusWeeks(8).minusYears(2));
        assertThat(due.list(here.officer)).isEmpty();
    }

    /// A correction may move the day; the one that was wrong decides nothing any more.
    @Test
    void aCorrectedAssessmentIsNotWhatIsDue() {
        UUID wrong = on(here.record, Cases.today());
        var right = here.dash(dash, 3);
        assessing.assess(
                here.officer,
                here.record,
                new GivenAssessment(
                        right.form(),
                        "dash",
                        1,
                        null,
                        Cases.today().minusWeeks(10),
                        right.answers(),
                        Judgement.NONE,
                        new Correction(wrong, "It was in September.")));
        assertThat(due.list(here.officer)).hasSize(1);
    }

    @Test
    void readingAndAssessingAreInTheTrailWithTheCase() {
        assessing.assess(here.officer, here.record, here.dash(dash, 1));
        reading.of(here.officer, here.record);
        assertThat(partnership().trailOf(here.officer).stream().map(row -> row.get("deed") + " " + row.get("records")))
                .containsExactly("ADD [" + here.record + "]", "READ [" + here.record + "]");
    }

    @Test
    void nothingThatWasTypedStandsInWhatIsLogged() {
        var answer = new GivenAnswer(YesNo.YES, "secret source", "secret note");
        var given = here.given(dash, Map.of("injury", answer), Judgement.high("secret judgement"));
        stored(assessing.assess(here.officer, here.record, given));
        var risk = reading.of(here.officer, here.record);
        var printed =
                new HashSet<>(List.of(answer, given, given.judgement(), new Correction(here.record, "secret why")))
                        + String.valueOf(risk)
                        + only(risk)
                        + only(risk).result();
        assertThat(printed).doesNotContain("secret");
    }

    private UUID on(UUID record, LocalDate day) {
        var given = here.dash(dash, 2);
        return stored(assessing.assess(
                here.officer,
                record,
                new GivenAssessment(given.form(), "dash", 1, null, day, given.answers(), Judgement.NONE, null)));
    }

    private static GivenAssessment correcting(GivenAssessment given, UUID wrong, String why) {
        return new GivenAssessment(
                given.form(),
                given.tool(),
                given.version(),
                null,
                given.assessedOn(),
                given.answers(),
                given.judgement(),
                new Correction(wrong, why));
    }

    private void as(Viewer viewer, String statement) {
        witnessing.witness(
                viewer,
                Deed.of(Verb.CHANGE, "assessment"),
                _ -> database.sql(statement).update());
    }

    private static Assessment only(RiskOfCase risk) {
        assertThat(risk.assessments()).hasSize(1);
        return risk.assessments().getFirst();
    }

    private static UUID stored(Assessed assessed) {
        assertThat(assessed).isInstanceOf(Stored.class);
        return ((Stored) assessed).assessment();
    }

    private static List<String> keys(Assessed assessed) {
        assertThat(assessed).isInstanceOf(Unusable.class);
        return Stream.of((Unusable) assessed)
                .flatMap(one -> one.reasons().stream())
                .map(Reason::key)
                .toList();
    }
}
