package org.witan.marac;

import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.shared.Identity;

/// Keeps for which districts each MARAC meets, so that its cases can be held against the women who live there.
@Component
public class KeepingDistricts {
    private final Witnessing witnessing;
    private final JdbcClient database;
    private final Clock clock;

    KeepingDistricts(Witnessing witnessing, JdbcClient database, Clock clock) {
        this.witnessing = witnessing;
        this.database = database;
        this.clock = clock;
    }

    /// The boards of MARACs that whoever looks takes part in, with their districts.
    public List<OfBoard> list(Viewer viewer) {
        return witnessing.witness(viewer, Deed.of(Verb.LIST, "district"), _ -> boards());
    }

    /// The districts that somebody typed by name or code; those that are none stay as typed.
    public Read read(Viewer viewer, List<String> typed) {
        return witnessing.witness(viewer, Deed.of(Verb.LIST, "district"), _ -> {
            List<District> all = all();
            List<Optional<District>> found = typed.stream()
                    .map(one -> all.stream()
                            .filter(district -> district.isCalled(one))
                            .findFirst())
                    .toList();
            return new Read(
                    found.stream().flatMap(Optional::stream).distinct().toList(),
                    typed.stream()
                            .filter(one -> all.stream().noneMatch(district -> district.isCalled(one)))
                            .toList());
        });
    }

    /// Writes down the districts of a board anew.
    ///
    /// @throws Absent when this viewer does not keep the board
    public void set(Viewer viewer, UUID board, List<District> districts) {
        var deed = Deed.of(Verb.CHANGE, "district").with("board", board.toString());
        witnessing.witness(
                viewer,
                deed,
                _ -> Absent.whereRefused(() -> database.sql("""
                        insert into marac.board_district (id, board_id, districts, since_at, set_by)
                        values (:id, :board, cast(:districts as text[]), now(), :account)
                        """)
                        .param("id", Identity.at(clock.instant()))
                        .param("board", board)
                        .param(
                                "districts",
                                districts.stream().map(District::code).toArray(String[]::new))
                        .param("account", viewer.account())
                        .update()));
    }

    /// Women of 16 and over in the districts of some boards, inside a witnessed piece of work; null when there is no
    /// board, or one has no districts.
    @Nullable
    Integer women(Collection<UUID> boards) {
        List<OfBoard> met =
                boards().stream().filter(one -> boards.contains(one.board())).toList();
        boolean isWhole = !boards.isEmpty()
                && met.size() == boards.size()
                && met.stream().noneMatch(one -> one.districts().isEmpty());
        return isWhole
                ? met.stream()
                        .flatMap(one -> one.districts().stream())
                        .distinct()
                        .mapToInt(District::women)
                        .sum()
                : null;
    }

    private List<District> all() {
        return database.sql("select a.district, a.name, a.number from marac.adult_females a order by a.name")
                .query((row, _) -> new District(row.getString("district"), row.getString("name"), row.getInt("number")))
                .list();
    }

    private List<OfBoard> boards() {
        List<District> all = all();
        return database.sql("""
                        select b.id, b.name, coalesce(
                            (select d.districts from marac.board_district d where d.board_id = b.id
                             order by d.since_at desc, d.id desc limit 1), '{}') as districts
                        from meeting.board b where b.kind = 'MARAC' order by lower(b.name), b.id
                        """)
                .query((row, _) -> {
                    List<Object> codes =
                            Arrays.asList((Object[]) row.getArray("districts").getArray());
                    return new OfBoard(
                            row.getObject("id", UUID.class),
                            row.getString("name"),
                            all.stream()
                                    .filter(one -> codes.contains(one.code()))
                                    .toList());
                })
                .list();
    }

    /// A district of England.
    ///
    /// @param women of 16 and over, an estimate for 2021
    public record District(String code, String name, int women) {
        boolean isCalled(String typed) {
            return typed.toUpperCase(Locale.ROOT).equals(code) || typed.equalsIgnoreCase(name);
        }
    }

    /// The districts of a board.
    public record OfBoard(UUID board, String name, List<District> districts) {
        public OfBoard {
            districts = List.copyOf(districts);
        }
    }

    /// What was typed.
    ///
    /// @param unknown what is the name or code of no district
    public record Read(List<District> districts, List<String> unknown) {
        public Read {
            districts = List.copyOf(districts);
            unknown = List.copyOf(unknown);
        }
    }
}
