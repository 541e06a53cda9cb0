package org.witan.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.witan.RunningApplication;
import org.witan.access.Deed.Verb;
import org.witan.database.OwnerDatabase;

/// What an attack on the rule found, statement by statement: as somebody who may run any SQL that the application may.
class RuleHolesTest extends RunningApplication {
    private static final String ACTION = """
            insert into access.record (id, kind, reference, owner_id, within_id, registered_at)
            values (?, 'ACTION', ?, ?, ?, now())
            """;

    private static final String RESTRICTION = """
            insert into access.restriction (id, record_id, reason, made_at, made_by) values (?, ?, 'Invented', now(), ?)
            """;

    @Autowired
    private ApplicationContext application;

    @Autowired
    private Witnessing witnessing;

    @Autowired
    private Records records;

    @Autowired
    private JdbcClient database;

    private Partnership partnership;
    private UUID police;
    private Viewer coordinator;
    private Viewer officer;
    private UUID open;
    private UUID hidden;

    @BeforeEach
    void oneOpenAndOneHiddenCase() {
        partnership = partnership();
        var team = partnership.agency("PARTNERSHIP");
        police = partnership.agency("POLICE");
        coordinator = partnership.viewer(team, Role.COORDINATOR, Purpose.MARAC);
        officer = partnership.viewer(police, Role.REPRESENTATIVE, Purpose.MARAC);
        open = partnership.record(RecordKind.CASE, police);
        hidden = partnership.record(RecordKind.CASE, team);
    }

    @Test
    void noAgencyAddsItselfToARecord() {
        for (UUID record : List.of(open, hidden, UUID.randomUUID())) {
            refused(
                    officer,
                    "insert into access.party (record_id, agency_id, from_at) values (?, ?, now())",
                    record,
                    police);
            refused(
                    officer,
                    "insert into access.assignment (record_id, account_id, from_at) values (?, ?, now())",
                    record,
                    officer.account());
        }
    }

    @Test
    void timesAndNamesAreThoseOfTheWork() {
        refused(
                coordinator,
                "insert into access.party (record_id, agency_id, from_at) values (?, ?, now() - interval '1 year')",
                hidden,
                police);
        partnership.run("update access.party set until_at = now() where record_id = ?", open);
        assertThat(changed(coordinator, "update access.party set until_at = null where record_id = ?", open))
                .as("what ended is not opened again")
                .isZero();
        refused(
                coordinator,
                "insert into access.embargo values (?, now() + interval '1 day', now() + interval '2 days', 'x', ?)",
                open,
                coordinator.account());
        UUID barrier = UUID.randomUUID();
        partnership.run("""
                insert into access.barrier (id, record_id, account_id, kind, reason, made_at, made_by)
                values (?, ?, ?, 'DENIED', 'invented', now(), ?)
                """, barrier, open, officer.account(), coordinator.account());
        refused(
                coordinator,
                "update access.barrier set lifted_at = now(), lifted_by = ? where id = ?",
                officer.account(),
                barrier);
    }

    @Test
    void registeringTellsNothingOfIdsThatAreHidden() {
        UUID person = partnership.record(RecordKind.PERSON, coordinator.agency());
        for (UUID other : List.of(person, UUID.randomUUID())) {
            assertThatThrownBy(() -> register(officer, UUID.randomUUID(), police, null, List.of(other), List.of()))
                    .isInstanceOf(Absent.class);
        }
        for (UUID whole : List.of(hidden, UUID.randomUUID())) {
            assertThatThrownBy(() -> register(officer, UUID.randomUUID(), police, whole, List.of(), List.of()))
                    .isInstanceOf(Absent.class);
        }
        assertThatThrownBy(() -> register(officer, hidden, police, null, List.of(), List.of()))
                .isInstanceOf(Absent.class);
        assertThatThrownBy(() ->
                        register(officer, UUID.randomUUID(), police, null, List.of(), List.of(coordinator.agency())))
                .as("shares with another agency")
                .isInstanceOf(Absent.class);
    }

    @Test
    void referencesTellNeitherNumberNorOrder() {
        String first = register(coordinator, UUID.randomUUID(), police, null, List.of(), List.of());
        String second = register(coordinator, UUID.randomUUID(), police, null, List.of(), List.of());
        assertThat(List.of(first, second)).allMatch(one -> one.matches("MARAC-20\\d\\d-[B-Z2-9]{6}"));
        assertThat(first).isNotEqualTo(second);
    }

    @Test
    void anActionNamesNeitherItsCaseNorOtherPartiesToAPerpetratorWorker() {
        var programme = partnership.agency("PERPETRATOR_SERVICE");
        var refuge = partnership.agency("REFUGE");
        var worker = partnership.viewer(programme, Role.PERPETRATOR_WORKER, Purpose.PERPETRATOR);
        UUID action = register(coordinator, hidden, worker.account(), List.of(programme, refuge));
        var parties = inside(
                worker,
                () -> database.sql("select agency_id from access.party where record_id = ?")
                        .param(action)
                        .query((row, _) -> row.getObject(1, UUID.class))
                        .list());
        assertThat(parties).containsExactly(programme);
        assertThat(inside(worker, () -> records.find(action).orElseThrow().within()))
                .isNull();
        assertThat(inside(coordinator, () -> records.find(action).orElseThrow().within()))
                .isEqualTo(hidden);
        refused(worker, "select within_id from access.record where id = ?", action);
    }

    @Test
    void aBarrierOnAPersonReachesTheCaseAndWhatLiesWithinIt() {
        UUID person = partnership.record(RecordKind.PERSON, police);
        UUID action = UUID.randomUUID();
        partnership.run("insert into access.about (record_id, person_id, since_at) values (?, ?, now())", open, person);
        partnership.run(ACTION, action, "TEST-" + action, police, open);
        partnership.run("""
                insert into access.barrier (id, record_id, account_id, kind, reason, made_at, made_by)
                values (?, ?, ?, 'KNOWS', '', now(), ?)
                """, UUID.randomUUID(), person, officer.account(), coordinator.account());
        assertThat(inside(officer, () -> records.find(action))).isEmpty();
        assertThat(inside(officer, () -> records.find(open))).isEmpty();
        assertThatThrownBy(() -> partnership.run(
                        "insert into access.about (record_id, person_id, since_at) values (?, ?, now())", open, hidden))
                .hasStackTraceContaining("about persons only");
    }

    @Test
    void aPersonAndAnActionAddedAtOnceDoNotMissEachOther() throws SQLException {
        UUID person = partnership.record(RecordKind.PERSON, police);
        UUID action = UUID.randomUUID();
        meanwhile(
                owner -> owner.sql("insert into access.about (record_id, person_id, since_at) values (?, ?, now())")
                        .params(open, person)
                        .update(),
                () -> partnership.run(ACTION, action, "TEST-" + action, police, open));
        assertThat(partnership.asked(
                        "select how from access.cover where record_id = ? and source_id = ?", action, person))
                .containsExactly("ABOUT");
    }

    @Test
    void whatComesUnderACaseWhileItIsBeingRestrictedIsRestrictedToo() throws SQLException {
        UUID before = UUID.randomUUID();
        UUID after = UUID.randomUUID();
        meanwhile(
                owner -> owner.sql(ACTION)
                        .params(before, "TEST-" + before, police, open)
                        .update(),
                () -> partnership.run(RESTRICTION, UUID.randomUUID(), open, coordinator.account()));
        meanwhile(
                owner -> owner.sql(RESTRICTION)
                        .params(UUID.randomUUID(), open, coordinator.account())
                        .update(),
                () -> partnership.run(ACTION, after, "TEST-" + after, police, open));
        assertThat(partnership.asked(
                        "select record_id::text from access.closed where record_id in (?, ?, ?)", open, before, after))
                .containsExactlyInAnyOrder(open.toString(), before.toString(), after.toString());
    }

    /// One person's change waits to be committed until another's has been made, or waits for it.
    private void meanwhile(Consumer<JdbcClient> first, Runnable second) throws SQLException {
        JdbcClient owner = OwnerDatabase.of(application);
        try (Connection one = OwnerDatabase.connection(application)) {
            one.setAutoCommit(false);
            first.accept(JdbcClient.create(new SingleConnectionDataSource(one, true)));
            var other = CompletableFuture.runAsync(second);
            while (!other.isDone() && !waits(owner)) {
                Thread.onSpinWait();
            }
            one.commit();
            other.join();
        }
    }

    private static boolean waits(JdbcClient owner) {
        return owner.sql("""
                        select exists (select from pg_stat_activity
                                       where wait_event_type = 'Lock' and query like '%insert into access.re%')
                        """).query((row, _) -> row.getBoolean(1)).single();
    }

    private UUID register(Viewer viewer, UUID within, UUID account, List<UUID> parties) {
        UUID id = UUID.randomUUID();
        witnessing.witness(
                viewer,
                Deed.of(Verb.ADD, "record"),
                _ -> records.register(
                        id, RecordKind.ACTION, viewer.agency(), within, List.of(), parties, List.of(account)));
        return id;
    }

    private String register(
            Viewer viewer, UUID id, UUID owner, @Nullable UUID within, List<UUID> about, List<UUID> parties) {
        return witnessing.witness(
                viewer,
                Deed.of(Verb.ADD, "record"),
                _ -> records.register(id, RecordKind.CASE, owner, within, about, parties, List.of()));
    }

    private <T> T inside(Viewer viewer, Supplier<T> work) {
        return witnessing.witness(viewer, Deed.of(Verb.READ, "record"), _ -> work.get());
    }

    private int changed(Viewer viewer, String statement, Object... parameters) {
        return inside(
                viewer,
                () -> database.sql(statement).params(List.of(parameters)).update());
    }

    private void refused(Viewer viewer, String statement, Object... parameters) {
        assertThatThrownBy(() -> changed(viewer, statement, parameters))
                .as(statement)
                .hasStackTraceContaining(
                        statement.startsWith("select") ? "permission denied" : "violates row-level security policy");
    }
}
