package org.witan.access.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.witan.RunningApplication;
import org.witan.access.Absent;
import org.witan.access.Caller;
import org.witan.access.Channel;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Origin;
import org.witan.access.Partnership;
import org.witan.access.Purpose;
import org.witan.access.RecordKind;
import org.witan.access.Records;
import org.witan.access.Refused;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.database.OwnerDatabase;
import org.witan.shared.Identity;

/// The directory on a real database: who is added, changed and ended, and what is refused to whom.
class DirectoryTest extends RunningApplication {
    @Autowired
    private KeepingAgencies agencies;

    @Autowired
    private KeepingAgreements agreements;

    @Autowired
    private KeepingAccounts accounts;

    @Autowired
    private GrantingMemberships memberships;

    @Autowired
    private TakingLeave leave;

    @Autowired
    private KeepingSettings settings;

    @Autowired
    private ChoosingHowToAct choosing;

    @Autowired
    private Awaiting awaiting;

    @Autowired
    private Witnessing witnessing;

    @Autowired
    private Records records;

    @Autowired
    private JdbcClient database;

    @Autowired
    private ApplicationContext application;

    private Partnership partnership;
    private UUID office;
    private Viewer administrator;

    @BeforeEach
    void anAdministrator() {
        partnership = partnership();
        office = partnership.agency("PARTNERSHIP");
        administrator = partnership.viewer(office, Role.ADMINISTRATOR, Purpose.ADMINISTRATION);
    }

    @Test
    void aNewAgencySeesNothingUntilItHasSigned() {
        UUID id = newId();
        agencies.add(administrator, id, "Invented " + id, "POLICE");
        assertThat(agency(id).agreed().state()).isEqualTo(Agreed.State.NONE);
        agreements.sign(administrator, agreement(newId(), id, today().plusYears(1)));
        assertThat(agency(id).agreed().state()).isEqualTo(Agreed.State.IN_FORCE);
    }

    @Test
    void anAgreementIsWarnedOfBeforeItsEndAndDuringTheDaysOfGrace() {
        UUID id = newId();
        agencies.add(administrator, id, "Invented " + id, "POLICE");
        agreements.sign(administrator, agreement(newId(), id, today().plusDays(60)));
        assertThat(agency(id).agreed().state()).isEqualTo(Agreed.State.ENDING);
        partnership.run("update access.agreement set expires_on = access.today() - 1 where agency_id = ?", id);
        assertThat(agency(id).agreed().state()).isEqualTo(Agreed.State.GRACE);
        assertThat(agency(id).agreed().seesUntil()).isEqualTo(today().plusDays(27));
        partnership.run("update access.agreement set expires_on = access.today() - 29 where agency_id = ?", id);
        assertThat(agency(id).agreed().state()).isEqualTo(Agreed.State.NONE);
    }

    @Test
    void aWithdrawnAgreementOpensNothingFromThatDay() {
        UUID police = partnership.agency("POLICE");
        UUID id = agencies.open(administrator, police).agreements().getFirst().id();
        agreements.withdraw(administrator, id, today());
        assertThat(agency(police).agreed().state()).isEqualTo(Agreed.State.NONE);
        refusedAs(Rules.ENDED, () -> agreements.withdraw(administrator, id, today()));
    }

    @Test
    void aFormThatIsSentTwiceAddsOnce() {
        UUID id = newId();
        String name = "Invented " + id;
        agencies.add(administrator, id, name, "POLICE");
        agencies.add(administrator, id, name, "POLICE");
        assertThat(agencies.list(administrator))
                .filteredOn(one -> one.name().equals(name))
                .hasSize(1);
        refusedAs(Rules.SENT_BEFORE, () -> agencies.add(administrator, id, name + " b", "POLICE"));
    }

    @Test
    void aNameOrAnAddressIsUsedOnce() {
        UUID id = newId();
        agencies.add(administrator, id, "Invented " + id, "POLICE");
        refusedAs(Rules.TAKEN, () -> agencies.add(administrator, newId(), "INVENTED " + id, "POLICE"));
        accounts.add(administrator, details(id, "Person"));
        var twin = new Account.Details(newId(), "Invented", "Twin", id + "@EXAMPLE.org", null);
        refusedAs(Rules.TAKEN, () -> accounts.add(administrator, twin));
    }

    @Test
    void aStaleEditIsRefusedAndSaysWhoWasFaster() {
        UUID police = partnership.agency("POLICE");
        int version = agency(police).version();
        agencies.change(administrator, police, version, "Invented first " + police, "POLICE");
        refusedAs(
                Rules.STALE,
                () -> agencies.change(administrator, police, version, "Invented second " + police, "POLICE"));
        assertThat(agency(police).name()).startsWith("Invented first");
        assertThat(agency(police).change()).extracting(Change::by).isEqualTo("Invented Person");
    }

    @Test
    void closingAnAgencyIsRefusedWhenSomebodyJoinedMeanwhile() {
        UUID police = partnership.agency("POLICE");
        partnership.viewer(police, Role.CHAIR, Purpose.MARAC);
        refusedAs(
                Rules.STALE,
                () -> agencies.close(administrator, police, agency(police).version(), 0, 0));
        agencies.close(administrator, police, agency(police).version(), 1, 0);
        assertThat(agency(police).closedAt()).isNotNull();
        refusedAs(Rules.CLOSED, () -> agencies.change(administrator, police, 1, "Again " + police, "POLICE"));
        refusedAs(
                Rules.CLOSED,
                () -> memberships.grant(administrator, grant(partnership.account("Late"), police, Role.IDVA)));
    }

    @Test
    void nobodyClosesTheirOwnAccountOrTheAgencyTheyActFor() {
        var own = accounts.open(administrator, administrator.account()).account();
        refusedAs(Rules.OWN_CLOSING, () -> accounts.close(administrator, own.id(), own.version()));
        refusedAs(
                Rules.OWN_CLOSING,
                () -> agencies.close(administrator, office, agency(office).version(), 1, 0));
    }

    @Test
    void anAdministratorNeverGrantsOrChangesTheirOwnMemberships() {
        refusedAs(
                Rules.OWN_MEMBERSHIP,
                () -> memberships.grant(administrator, grant(administrator.account(), office, Role.COORDINATOR)));
        refusedAs(Rules.OWN_MEMBERSHIP, () -> memberships.end(administrator, administrator.membership(), 0));
        refusedAs(
                Rules.OWN_MEMBERSHIP,
                () -> memberships.change(administrator, administrator.membership(), 0, false, today()));
        assertThatThrownBy(() -> witnessing.witness(
                        administrator,
                        Deed.of(Verb.ADD, "membership"),
                        _ -> database.sql("""
                                insert into access.membership
                                    (id, account_id, agency_id, role, starts_on, granted_at, granted_by)
                                values (gen_random_uuid(), :self, :office, 'COORDINATOR', access.today(), now(), :self)
                                """)
                                .param("self", administrator.account())
                                .param("office", office)
                                .update()))
                .as("the database by itself")
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void theLastAdministratorCannotBeRemoved() {
        JdbcClient owner = OwnerDatabase.of(application);
        for (String last : List.of(
                "update access.membership set ends_on = access.today() where id = '" + administrator.membership() + "'",
                "update access.account set closed_at = now() where id = '" + administrator.account() + "'",
                "update access.agency set closed_at = now() where id = '" + office + "'")) {
            assertThatThrownBy(() -> owner.sql("""
                                    do $$ begin
                                        update access.membership set ends_on = access.today()
                                        where role = 'ADMINISTRATOR' and ends_on is null and id <> '%s';
                                        %s;
                                        raise exception 'it was not refused';
                                    end $$
                                    """.formatted(administrator.membership(), last))
                            .update())
                    .as(last)
                    .hasStackTraceContaining("the last administrator cannot be removed");
        }
    }

    @Test
    void twoAdministratorsCannotEndEachOtherAtTheSameMoment() throws Exception {
        JdbcClient owner = OwnerDatabase.of(application);
        var others = owner.sql("""
                        select m.id from access.membership m
                        where m.role = 'ADMINISTRATOR' and m.ends_on is null and m.id <> :id
                        """)
                .param("id", administrator.membership())
                .query(UUID.class)
                .list();
        var second = partnership.viewer(office, Role.ADMINISTRATOR, Purpose.ADMINISTRATION);
        try {
            others.forEach(
                    id -> partnership.run("update access.membership set ends_on = access.today() where id = ?", id));
            Callable<@Nullable String> one = () -> ended(administrator, second.membership());
            Callable<@Nullable String> other = () -> ended(second, administrator.membership());
            try (var both = Executors.newFixedThreadPool(2)) {
                var reasons = both.invokeAll(List.of(one, other));
                assertThat(List.of(
                                String.valueOf(reasons.get(0).get()),
                                String.valueOf(reasons.get(1).get())))
                        .contains("null")
                        .doesNotContainSequence("null", "null");
            }
        } finally {
            others.forEach(id -> partnership.run("update access.membership set ends_on = null where id = ?", id));
        }
    }

    /// Null when it was ended; why not, otherwise.
    private @Nullable String ended(Viewer viewer, UUID membership) {
        try {
            memberships.end(viewer, membership, 0);
            return null;
        } catch (RuntimeException refused) {
            return refused.getClass().getSimpleName();
        }
    }

    @Test
    void aMembershipGrantedByMistakeIsTakenBackOnTheSameDay() {
        UUID person = partnership.account("Mistake");
        var grant = grant(person, office, Role.COORDINATOR);
        memberships.grant(administrator, grant);
        var before = new Caller(person, origin());
        assertThat(choosing.ways(before)).hasSize(1);
        memberships.end(administrator, grant.id(), 0);
        assertThat(choosing.ways(before)).isEmpty();
        assertThat(memberships.open(administrator, grant.id()).change())
                .extracting(Change::by)
                .isEqualTo("Invented Person");
        refusedAs(Rules.ENDED, () -> memberships.change(administrator, grant.id(), 1, true, null));
    }

    @Test
    void nobodyHasTheSameRoleForTheSameAgencyTwiceAtOnce() {
        UUID person = partnership.account("Twice");
        var grant = grant(person, office, Role.IDVA);
        memberships.grant(administrator, grant);
        memberships.grant(administrator, grant);
        assertThat(accounts.open(administrator, person).memberships()).hasSize(1);
        refusedAs(Rules.MEMBERSHIP_OVERLAPS, () -> memberships.grant(administrator, grant(person, office, Role.IDVA)));
    }

    @ParameterizedTest
    @EnumSource(RecordKind.class)
    void anAdministratorReachesNoRecordWhateverTheyAreToIt(RecordKind kind) {
        UUID file = partnership.record(kind, office);
        UUID self = administrator.account();
        partnership.run(
                "insert into access.assignment (record_id, account_id, from_at) values (?, ?, now())", file, self);
        partnership.run("""
                insert into access.allowance (id, record_id, account_id, reason, made_at, made_by)
                values (gen_random_uuid(), ?, ?, 'Invented', now(), ?)
                """, file, self, self);
        partnership.run("""
                insert into access.broken_glass (id, record_id, membership_id, reason, opened_at, expires_at)
                values (gen_random_uuid(), ?, ?, 'An invented emergency, long enough', now(), now() + interval '1 hour')
                """, file, administrator.membership());
        witnessing.witness(administrator, Deed.of(Verb.COUNT, "record"), _ -> {
            assertThat(records.find(file)).isEmpty();
            assertThat(records.count("")).isZero();
            assertThat(records.openParts(file)).isEmpty();
            assertThat(rowsOf("broken_glass", "record_id <> '" + file + "'")).isZero();
            for (String table : List.of(
                    "record",
                    "about",
                    "party",
                    "assignment",
                    "allowance",
                    "restriction",
                    "barrier",
                    "embargo",
                    "declaration")) {
                assertThat(rowsOf(table, "true")).as(table).isZero();
            }
            // Everybody reads what the trail says about themselves, and this one began to count.
            assertThat(rowsOf("trail_entry", "account_id is distinct from '" + administrator.account() + "'"))
                    .isZero();
            return file;
        });
    }

    private long rowsOf(String table, String which) {
        return database.sql("select count(*) from access." + table + " where " + which)
                .query(Long.class)
                .single();
    }

    @Test
    void onlyAnAdministratorChangesTheDirectory() {
        for (Role role : Role.values()) {
            if (role == Role.ADMINISTRATOR) {
                continue;
            }
            Viewer other = partnership.viewer(office, role, purpose(role));
            assertThatThrownBy(() -> agencies.add(other, newId(), "Invented " + newId(), "POLICE"))
                    .as(role.name())
                    .isInstanceOf(DataAccessException.class);
            assertThatThrownBy(() -> accounts.add(other, details(newId(), "Nobody")))
                    .as(role.name())
                    .isInstanceOf(DataAccessException.class);
            assertThatThrownBy(() ->
                            memberships.grant(other, grant(partnership.account("Nobody"), office, Role.COORDINATOR)))
                    .as(role.name())
                    .isInstanceOfAny(DataAccessException.class, Absent.class);
        }
    }

    @Test
    void leaveGivesTheDeputyWhatIsAssignedInTheSameRole() {
        UUID police = partnership.agency("POLICE");
        var away = partnership.viewer(police, Role.REFERRER, Purpose.MARAC);
        var deputy = partnership.viewer(police, Role.REFERRER, Purpose.MARAC);
        UUID file = partnership.record(RecordKind.CASE, partnership.agency("REFUGE"));
        partnership.run(
                "insert into access.assignment (record_id, account_id, from_at) values (?, ?, now())",
                file,
                away.account());
        assertThat(sees(deputy, file)).isFalse();
        var entered = new Absence.New(newId(), away.account(), deputy.account(), today(), today().plusDays(7));
        leave.enter(away, entered);
        leave.enter(away, entered);
        assertThat(sees(deputy, file)).isTrue();
        List<Absence> standsIn = witnessing.witness(deputy, Deed.of(Verb.LIST, "work"), _ -> awaiting.standsIn(deputy));
        assertThat(standsIn).extracting(Absence::person).containsExactly("Invented Person");
        leave.cancel(away, entered.id());
        leave.cancel(away, entered.id());
        assertThat(sees(deputy, file)).isFalse();
    }

    @Test
    void leaveOfOthersIsKeptByAnAdministratorOnly() {
        UUID police = partnership.agency("POLICE");
        var away = partnership.viewer(police, Role.REFERRER, Purpose.MARAC);
        var deputy = partnership.viewer(police, Role.REFERRER, Purpose.MARAC);
        var entered = new Absence.New(newId(), away.account(), deputy.account(), today(), today().plusDays(7));
        assertThatThrownBy(() -> leave.enter(deputy, entered)).isInstanceOf(Absent.class);
        assertThatThrownBy(() -> leave.of(deputy, away.account())).isInstanceOf(Absent.class);
        leave.enter(administrator, entered);
        assertThatThrownBy(() -> leave.cancel(deputy, entered.id())).isInstanceOf(Absent.class);
        refusedAs(
                Rules.LEAVE_OVERLAPS,
                () -> leave.enter(
                        away,
                        new Absence.New(newId(), away.account(), deputy.account(), today(), today().plusDays(1))));
        assertThat(leave.cancel(administrator, entered.id())).isEqualTo(away.account());
    }

    @Test
    void aDeputyHasTheSameRoleForTheSameAgency() {
        UUID police = partnership.agency("POLICE");
        var away = partnership.viewer(police, Role.REFERRER, Purpose.MARAC);
        var chair = partnership.viewer(police, Role.CHAIR, Purpose.MARAC);
        refusedAs(
                Rules.NO_DEPUTY,
                () -> leave.enter(
                        away, new Absence.New(newId(), away.account(), chair.account(), today(), today().plusDays(1))));
    }

    @Test
    void aSettingIsSetWithinItsBoundsAndKeepsItsHistory() {
        var now = settings.history(administrator, "break_glass_hours");
        var since = now.getFirst().since();
        refusedAs(
                Rules.OUT_OF_BOUNDS,
                () -> settings.change(administrator, new Setting.New("break_glass_hours", 13, "Too long", since)));
        settings.change(administrator, new Setting.New("break_glass_hours", 3, "Decided again", since));
        refusedAs(
                Rules.STALE,
                () -> settings.change(administrator, new Setting.New("break_glass_hours", 4, "Too late", since)));
        var after = settings.history(administrator, "break_glass_hours");
        assertThat(after).hasSize(now.size() + 1);
        assertThat(after.getFirst().reason()).isEqualTo("Decided again");
        assertThat(after.getFirst().setBy()).isEqualTo("Invented Person");
        assertThatThrownBy(
                        () -> partnership.run(
                                "insert into access.setting (name, since, value, reason) values ('idle_minutes', now(), '600', 'x')"))
                .as("the database by itself, for its owner too")
                .hasStackTraceContaining("out of its bounds");
    }

    @Test
    void everySettingThatIsShippedHasBounds() {
        assertThat(settings.list(administrator)).allSatisfy(one -> {
            assertThat(one.bound()).as(one.name()).isNotNull();
        });
    }

    @Test
    void whatIsChosenIsInTheTrailAndNobodyChoosesTheMembershipOfAnother() {
        var coordinator = partnership.viewer(office, Role.COORDINATOR, Purpose.MARAC);
        var caller = new Caller(coordinator.account(), origin());
        assertThat(choosing.choose(caller, coordinator.membership(), Purpose.SAFEGUARDING)
                        .role())
                .isEqualTo(Role.COORDINATOR);
        assertThat(partnership.trailOf(coordinator))
                .extracting(row -> row.get("deed"), row -> row.get("purpose"))
                .containsExactly(tuple("SWITCH", "SAFEGUARDING"));
        assertThatThrownBy(() -> choosing.choose(caller, administrator.membership(), Purpose.ADMINISTRATION))
                .isInstanceOf(Absent.class);
        assertThatThrownBy(() -> choosing.choose(caller, coordinator.membership(), Purpose.TASKING))
                .isInstanceOf(Absent.class);
        assertThat(choosing.ways(new Caller(null, origin()))).isEmpty();
    }

    @Test
    void peopleAreFoundByNameAndAddressAndSystemsStandApart() {
        UUID id = newId();
        accounts.add(administrator, details(id, "Quince" + id));
        assertThat(accounts.search(administrator, "qUiNcE" + id).people())
                .extracting(Account::id)
                .containsExactly(id);
        assertThat(accounts.search(administrator, id + "@example").people())
                .extracting(Account::id)
                .containsExactly(id);
        assertThat(accounts.search(administrator, "%").people()).isEmpty();
        partnership.run("update access.account set kind = 'SYSTEM' where id = ?", id);
        assertThat(accounts.search(administrator, "").systems())
                .extracting(Account::id)
                .contains(id);
        assertThatThrownBy(() -> accounts.change(administrator, details(id, "Other"), 0))
                .isInstanceOf(Absent.class);
    }

    private boolean sees(Viewer viewer, UUID record) {
        return witnessing.witness(
                viewer, Deed.of(Verb.READ, "record"), _ -> records.find(record).isPresent());
    }

    private Agency agency(UUID id) {
        return agencies.open(administrator, id).agency();
    }

    private static Membership.Grant grant(UUID account, UUID agency, Role role) {
        return new Membership.Grant(newId(), account, agency, role, false, today(), null);
    }

    private static Account.Details details(UUID id, String familyName) {
        return new Account.Details(id, "Invented", familyName, id + "@example.org", null);
    }

    private static Agreement.New agreement(UUID id, UUID agency, LocalDate expires) {
        return new Agreement.New(
                id, agency, "Invented agreement", "Invented Signatory", today().minusDays(40), expires);
    }

    private static void refusedAs(String reason, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private static Purpose purpose(Role role) {
        return Map.of(
                        Role.IDVA, Purpose.SUPPORT,
                        Role.SUPPORT_WORKER, Purpose.SUPPORT,
                        Role.PERPETRATOR_WORKER, Purpose.PERPETRATOR,
                        Role.HUB_COORDINATOR, Purpose.HUB,
                        Role.TASKING_MEMBER, Purpose.TASKING,
                        Role.ANALYST, Purpose.STATISTICS,
                        Role.DATA_PROTECTION_OFFICER, Purpose.OVERSIGHT)
                .getOrDefault(role, Purpose.MARAC);
    }

    private static Origin origin() {
        return new Origin(Channel.PAGE, "/test", "127.0.0.1", "test");
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/London"));
    }

    private static UUID newId() {
        return Identity.at(Instant.now());
    }
}
