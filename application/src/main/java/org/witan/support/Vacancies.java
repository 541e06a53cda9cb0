package org.witan.support;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;

/// What room refuges have: told by each for itself, read by those who offer.
@Component
public class Vacancies {
    private final Witnessing witnessing;
    private final JdbcClient database;

    Vacancies(Witnessing witnessing, JdbcClient database) {
        this.witnessing = witnessing;
        this.database = database;
    }

    /// The latest of each refuge that whoever looks may read.
    ///
    /// @param verb LIST for a page, EXPORT for a file
    public List<Vacancy> list(Viewer viewer, Verb verb) {
        return witnessing.witness(viewer, Deed.of(verb, "vacancy"), _ -> latest());
    }

    /// Within a piece of work that is witnessed already.
    List<Vacancy> latest() {
        return database.sql("""
                        select distinct on (v.agency_id) v.*, y.name
                        from support.vacancy v join access.agency y on y.id = v.agency_id
                        where y.closed_at is null order by v.agency_id, v.at desc
                        """)
                .query((row, _) -> new Vacancy(
                        row.getObject("agency_id", UUID.class),
                        row.getString("name"),
                        row.getInt("spaces"),
                        row.getInt("most_beds"),
                        row.getBoolean("pets"),
                        row.getBoolean("access_needs"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /// Tells what room the agency of whoever tells it has. Sent twice, it is told once.
    public void tell(Viewer viewer, UUID id, int spaces, int mostBeds, boolean pets, boolean accessNeeds) {
        witnessing.witness(
                viewer,
                Deed.of(Verb.CHANGE, "vacancy"),
                _ -> Absent.whereRefused(() -> database.sql("""
                            insert into support.vacancy (id, agency_id, spaces, most_beds, pets, access_needs, at, by)
                            values (:id, :agency, :spaces, :beds, :pets, :access, now(), :account) on conflict do nothing
                            """)
                        .param("id", id)
                        .param("agency", viewer.agency())
                        .param("spaces", spaces)
                        .param("beds", mostBeds)
                        .param("pets", pets)
                        .param("access", accessNeeds)
                        .param("account", viewer.account())
                        .update()));
    }

    /// The size of the family of an offer, within a piece of work that is witnessed already.
    Optional<Family> family(UUID offer) {
        return database.sql("select * from support.family_need where record_id = :offer")
                .param("offer", offer)
                .query((row, _) -> new Family(
                        row.getInt("adults"),
                        row.getInt("children"),
                        row.getBoolean("pets"),
                        row.getBoolean("access_needs")))
                .optional();
    }

    /// Keeps the size of the family of an offer that is being made.
    void keep(UUID offer, Family family) {
        database.sql("""
                        insert into support.family_need (record_id, adults, children, pets, access_needs)
                        values (:offer, :adults, :children, :pets, :access)
                        """)
                .param("offer", offer)
                .param("adults", family.adults())
                .param("children", family.children())
                .param("pets", family.pets())
                .param("access", family.accessNeeds())
                .update();
    }
}
