package org.witan.access.signin;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Caller;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Origin;
import org.witan.access.Purpose;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.access.directory.ChoosingHowToAct;

/// The demonstration: invented people as whom anybody may sign in.
///
/// The database decides whether this is one. It was written down when the database was made and cannot be changed; with
/// a setting that says otherwise the application does not start.
@Component
public class Demonstration {
    private final Witnessing witnessing;
    private final ChoosingHowToAct choosing;
    private final JdbcClient database;

    Demonstration(Witnessing witnessing, ChoosingHowToAct choosing, JdbcClient database, SignInSettings settings) {
        this.witnessing = witnessing;
        this.choosing = choosing;
        this.database = database;
        boolean demonstration = database.sql("select kind = 'DEMONSTRATION' from access.installation")
                .query(Boolean.class)
                .single();
        if (demonstration != settings.demo()) {
            throw new WrongInstallation(demonstration);
        }
    }

    /// Fills a new demonstration with an invented partnership; does nothing anywhere else.
    public void invent() {
        witnessing.witness(
                new Caller(null, Origin.job("start")),
                Deed.of(Verb.ADD, "demonstration"),
                _ -> database.sql("select access.invent_partnership()")
                        .query(Boolean.class)
                        .single());
    }

    /// The invented people; none where this is no demonstration.
    public List<InventedPerson> people() {
        return database.sql("select * from access.demonstration_people()")
                .query((row, _) -> new InventedPerson(
                        row.getObject("account_id", UUID.class),
                        row.getString("given_name") + " " + row.getString("family_name"),
                        row.getString("role"),
                        row.getString("agency_name")))
                .list();
    }

    /// The invented people as they act for their agencies, in every role that they have; none where this is no
    /// demonstration.
    public List<Acting> acting() {
        var origin = Origin.job("demonstration");
        return people().stream()
                .flatMap(person -> choosing.ways(new Caller(person.account(), origin)).stream()
                        .map(way -> new Acting(
                                way.agencyName(),
                                new Viewer(
                                        person.account(),
                                        way.membership(),
                                        way.agency(),
                                        way.role(),
                                        Purpose.MARAC,
                                        origin))))
                .toList();
    }

    /// The account of an invented person.
    ///
    /// @throws Absent where this is no demonstration, and for every other account
    public UUID account(UUID wanted) {
        return people().stream()
                .map(InventedPerson::account)
                .filter(wanted::equals)
                .findFirst()
                .orElseThrow(Absent::new);
    }

    /// Somebody who does not exist.
    ///
    /// @param role what they are, in words
    public record InventedPerson(UUID account, String name, String role, String agency) {}

    /// Somebody who does not exist, as they act for an agency.
    public record Acting(String agencyName, Viewer viewer) {

        /// Those of some people who act in a role, with a purpose that the role has.
        public static List<Viewer> of(List<Acting> people, Role role, Purpose purpose) {
            return people.stream()
                    .map(Acting::viewer)
                    .filter(viewer -> viewer.role() == role)
                    .map(viewer -> viewer.with(purpose))
                    .toList();
        }
    }
}
