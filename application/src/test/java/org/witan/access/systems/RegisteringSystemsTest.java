package org.witan.access.systems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.witan.RunningApplication;
import org.witan.access.Absent;
import org.witan.access.Purpose;
import org.witan.access.Refused;
import org.witan.access.Role;
import org.witan.access.Viewer;

/// Only an administrator lets a system in, and no system is more than it should be.
class RegisteringSystemsTest extends RunningApplication {

    @Autowired
    private RegisteringSystems systems;

    @Autowired
    private JdbcClient database;

    private UUID police;
    private Viewer administrator;

    @BeforeEach
    void anAdministrator() {
        police = partnership().agency("POLICE");
        administrator =
                partnership().viewer(partnership().agency("PARTNERSHIP"), Role.ADMINISTRATOR, Purpose.ADMINISTRATION);
    }

    @Test
    void aSystemIsWhatItWasRegisteredAs() {
        UUID id = systems.register(administrator, given(Role.REPRESENTATIVE, Purpose.MARAC));
        var known = systems.find(administrator, id);
        assertThat(known.role()).isEqualTo(Role.REPRESENTATIVE);
        assertThat(known.scopes()).containsExactly(Scope.RECORDS_READ, Scope.RECORDS_WRITE);
        assertThat(known.networks()).containsExactly("192.0.2.0/24", "2001:db8::/48");
        assertThat(known.secrets()).isEmpty();
        assertThat(systems.list(administrator)).extracting(AgencySystem::id).contains(id);
    }

    @Test
    void noSystemIsAnAdministratorOrHasAPurposeThatItsRoleHasNot() {
        assertThatThrownBy(() -> systems.register(administrator, given(Role.ADMINISTRATOR, Purpose.ADMINISTRATION)))
                .hasStackTraceContaining("make no system");
        assertThatThrownBy(() -> systems.register(administrator, given(Role.REPRESENTATIVE, Purpose.STATISTICS)))
                .hasStackTraceContaining("make no system");
    }

    @ParameterizedTest
    @EnumSource(names = "ADMINISTRATOR", mode = EnumSource.Mode.EXCLUDE)
    void anotherRoleLetsNoSystemInAndMakesNoSecret(Role role) {
        UUID id = systems.register(administrator, given(Role.REPRESENTATIVE, Purpose.MARAC));
        var other = partnership().viewer(partnership().agency("PARTNERSHIP"), role, purposeOf(role));
        assertThatThrownBy(() -> systems.register(other, given(Role.REPRESENTATIVE, Purpose.MARAC)))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> systems.makeSecret(other, id))
                .isInstanceOfAny(Absent.class, DataAccessException.class);
        assertThatThrownBy(() -> systems.revoke(other, id)).isInstanceOf(Absent.class);
        assertThat(partnership().count("select count(*) from access.system_secret where system_id = ?", id))
                .isZero();
        assertThat(systems.find(administrator, id).revokedAt()).isNull();
    }

    @Test
    void aSystemHasAtMostTwoSecretsAndNoneOnceItIsShutOut() {
        UUID id = systems.register(administrator, given(Role.REPRESENTATIVE, Purpose.MARAC));
        systems.makeSecret(administrator, id);
        systems.makeSecret(administrator, id);
        assertThatThrownBy(() -> systems.makeSecret(administrator, id)).isInstanceOf(Refused.class);
        systems.revokeSecret(
                administrator,
                id,
                systems.find(administrator, id).secrets().getFirst().id());
        systems.revoke(administrator, id);
        assertThatThrownBy(() -> systems.makeSecret(administrator, id)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> systems.revoke(administrator, id)).isInstanceOf(Absent.class);
    }

    @Test
    void theApplicationReadsNoDigestAndNoToken() {
        for (String statement : List.of(
                "select digest from access.system_secret",
                "select * from access.api_token",
                "insert into access.api_token (digest, system_id, scopes, expires_at) values ('', null, '{}', now())",
                "select * from access.system_in_force",
                "update access.system set expires_on = access.today() + 1000")) {
            assertThatThrownBy(() -> database.sql(statement).update())
                    .as(statement)
                    .hasStackTraceContaining("permission denied");
        }
    }

    private NewSystem given(Role role, Purpose purpose) {
        return new NewSystem(
                "Invented system",
                police,
                role,
                purpose,
                Set.of(Scope.RECORDS_READ, Scope.RECORDS_WRITE),
                "Invented Person",
                "invented@example.org",
                List.of("192.0.2.0/24", "2001:db8::/48"),
                LocalDate.now(ZoneId.of("Europe/London")).plusDays(30));
    }

    private static Purpose purposeOf(Role role) {
        return switch (role) {
            case REFERRER, REPRESENTATIVE, COORDINATOR, CHAIR -> Purpose.MARAC;
            case IDVA, SUPPORT_WORKER -> Purpose.SUPPORT;
            case PERPETRATOR_WORKER -> Purpose.PERPETRATOR;
            case HUB_COORDINATOR -> Purpose.HUB;
            case TASKING_MEMBER -> Purpose.TASKING;
            case ANALYST -> Purpose.STATISTICS;
            case DATA_PROTECTION_OFFICER -> Purpose.OVERSIGHT;
            case ADMINISTRATOR -> Purpose.ADMINISTRATION;
        };
    }
}
