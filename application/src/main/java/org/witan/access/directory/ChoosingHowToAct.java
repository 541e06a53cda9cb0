package org.witan.access.directory;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Caller;
import org.witan.access.Choice;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Purpose;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;

/// Choosing for a session which agency to act for, in which role, and why.
@Component
public class ChoosingHowToAct {
    private final Witnessing witnessing;
    private final JdbcClient database;

    ChoosingHowToAct(Witnessing witnessing, JdbcClient database) {
        this.witnessing = witnessing;
        this.database = database;
    }

    /// What the caller may act as today: each membership in force, with the purposes of its role.
    public List<Way> ways(Caller caller) {
        if (caller.account() == null) {
            return List.of();
        }
        return database.sql("""
                        select o.membership_id, o.agency_id, o.agency_name, o.role, r.words as role_words
                        from access.memberships_of(:account) o join access.role r on r.code = o.role
                        order by o.agency_name, r.place
                        """)
                .param("account", caller.account())
                .query((row, _) -> new Way(
                        row.getObject("membership_id", UUID.class),
                        row.getObject("agency_id", UUID.class),
                        row.getString("agency_name"),
                        Role.valueOf(row.getString("role")),
                        row.getString("role_words"),
                        purposes(row.getString("role"))))
                .list();
    }

    private List<Why> purposes(String role) {
        return database.sql("""
                        select p.code, p.words from access.role_purpose g join access.purpose p on p.code = g.purpose
                        where g.role = :role order by p.place
                        """)
                .param("role", role)
                .query((row, _) -> new Why(Purpose.valueOf(row.getString("code")), row.getString("words")))
                .list();
    }

    /// Chooses; the choice is in the trail before it holds.
    ///
    /// @throws Absent when the membership is not one of the caller's in force, or its role has no such purpose
    public Choice choose(Caller caller, UUID membership, Purpose purpose) {
        Way way = ways(caller).stream()
                .filter(one -> one.membership().equals(membership) && one.has(purpose))
                .findFirst()
                .orElseThrow(Absent::new);
        UUID account = caller.account();
        if (account == null) {
            throw new Absent();
        }
        var viewer = new Viewer(account, membership, way.agency(), way.role(), purpose, caller.origin());
        return witnessing.witness(
                viewer,
                Deed.of(Verb.SWITCH, "session"),
                _ -> new Choice(membership, way.agency(), way.role(), purpose));
    }

    /// A membership that somebody may act in.
    public record Way(
            UUID membership, UUID agency, String agencyName, Role role, String roleWords, List<Why> purposes) {

        private boolean has(Purpose purpose) {
            return purposes.stream().anyMatch(why -> why.purpose() == purpose);
        }
    }

    /// A purpose with its words.
    public record Why(Purpose purpose, String words) {}
}
