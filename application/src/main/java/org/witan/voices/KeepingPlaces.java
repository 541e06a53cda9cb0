package org.witan.voices;

import java.time.Clock;
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
import org.witan.shared.Identity;
import org.witan.voices.Told.PlaceKind;

/// The list of places that people choose from. The analyst keeps it; everybody reads it.
@Component
public class KeepingPlaces {
    private static final String SELECT =
            "select id, kind, name, area, crime_area from voices.place where closed_at is null ";
    private final Witnessing witnessing;
    private final JdbcClient database;
    private final Clock clock;

    KeepingPlaces(Witnessing witnessing, JdbcClient database, Clock clock) {
        this.witnessing = witnessing;
        this.database = database;
        this.clock = clock;
    }

    /// The list, by area. It holds nothing about anybody, so whoever asks is not asked who they are.
    public List<Place> all() {
        return database.sql(SELECT + "order by area, kind, name, id")
                .query((row, _) -> new Place(
                        row.getObject("id", UUID.class),
                        PlaceKind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        row.getString("area"),
                        row.getString("crime_area")))
                .list();
    }

    /// The list as a file, which the trail tells.
    public List<Place> all(Viewer viewer) {
        return witnessing.witness(viewer, Deed.of(Verb.EXPORT, "place"), _ -> all());
    }

    /// One of the list.
    public Optional<Place> find(UUID id) {
        return all().stream().filter(place -> place.id().equals(id)).findFirst();
    }

    /// Adds a place, or finds the one that has that name there already.
    public UUID add(Viewer viewer, PlaceKind kind, String name, String area, String crimeArea) {
        return witnessing.witness(
                viewer, Deed.of(Verb.ADD, "place"), _ -> add(viewer.account(), kind, name, area, crimeArea));
    }

    /// The same, inside a witnessed piece of work.
    UUID add(UUID account, PlaceKind kind, String name, String area, String crimeArea) {
        UUID id = Identity.at(clock.instant());
        int added = database.sql("""
                        insert into voices.place (id, kind, name, area, crime_area, added_at, added_by)
                        values (:id, :kind, :name, :area, :crimeArea, now(), :account)
                        on conflict (lower(name), lower(area)) where closed_at is null do nothing
                        """)
                .param("id", id)
                .param("kind", kind.name())
                .param("name", name)
                .param("area", area)
                .param("crimeArea", crimeArea)
                .param("account", account)
                .update();
        return added == 1
                ? id
                : database.sql("""
                        select id from voices.place
                        where lower(name) = lower(:name) and lower(area) = lower(:area) and closed_at is null
                        """)
                        .param("name", name)
                        .param("area", area)
                        .query(UUID.class)
                        .single();
    }

    /// Takes a place off the list. What was told about it stays.
    ///
    /// @throws Absent when it is not on the list
    public void close(Viewer viewer, UUID id) {
        witnessing.witness(viewer, Deed.of(Verb.CHANGE, "place"), _ -> {
            int closed = database.sql("""
                            update voices.place set closed_at = now(), closed_by = :account
                            where id = :id and closed_at is null
                            """)
                    .param("account", viewer.account())
                    .param("id", id)
                    .update();
            if (closed == 0) {
                throw new Absent();
            }
            return closed;
        });
    }
}
