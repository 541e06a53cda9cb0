package org.witan.meeting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The boards, their agencies and their settings. Asked inside a witnessed piece of work.
@Repository
class Boards {
    private static final String SELECT = """
            select b.id, b.kind, b.name, b.area, b.agency_id, y.name as agency_name, b.closed_at, b.version,
                meeting.keeps(b.id) as keeps
            from meeting.board b join access.agency y on y.id = b.agency_id
            """;
    private final JdbcClient database;

    Boards(JdbcClient database) {
        this.database = database;
    }

    List<Board> all() {
        return database.sql(SELECT + " where b.closed_at is null order by lower(b.name)")
                .query(Boards::read)
                .list();
    }

    Optional<Board> find(UUID id) {
        return database.sql(SELECT + " where b.id = :id")
                .param("id", id)
                .query(Boards::read)
                .optional();
    }

    int add(Board board, UUID account) {
        return database.sql("""
                        insert into meeting.board (id, kind, name, area, agency_id, made_at, made_by)
                        values (:id, :kind, :name, :area, :agency, now(), :account)
                        on conflict (id) do nothing
                        """)
                .param("id", board.id())
                .param("kind", board.kind().name())
                .param("name", board.name())
                .param("area", board.area())
                .param("agency", board.agency())
                .param("account", account)
                .update();
    }

    List<Member> members(UUID board) {
        return database.sql("""
                        select m.id, m.agency_id, y.name, m.core, y.closed_at is not null as closed,
                            (select count(*) from meeting.action a
                             where a.board_id = m.board_id and a.agency_id = m.agency_id and a.open) as open
                        from meeting.board_agency m join access.agency y on y.id = m.agency_id
                        where m.board_id = :board and m.until_at is null
                        order by lower(y.name)
                        """).param("board", board).query(Boards::readMember).list();
    }

    /// The same without how many actions are open, which is counted row by row under the rule.
    List<Member> membersUncounted(UUID board) {
        return database.sql("""
                        select m.id, m.agency_id, y.name, m.core, y.closed_at is not null as closed, 0 as open
                        from meeting.board_agency m join access.agency y on y.id = m.agency_id
                        where m.board_id = :board and m.until_at is null
                        order by lower(y.name)
                        """).param("board", board).query(Boards::readMember).list();
    }

    /// Agencies that do not take part yet.
    List<Agency> others(UUID board) {
        return database.sql("""
                        select y.id, y.name from access.agency y
                        where y.closed_at is null
                          and y.id not in (select m.agency_id from meeting.board_agency m
                                           where m.board_id = :board and m.until_at is null)
                        order by lower(y.name)
                        """).param("board", board).query(Boards::readAgency).list();
    }

    /// The agencies of the partnership.
    List<Agency> agencies() {
        return database.sql("select id, name from access.agency where closed_at is null order by lower(name)")
                .query(Boards::readAgency)
                .list();
    }

    int addMember(UUID id, UUID board, UUID agency, boolean core, UUID account) {
        return database.sql("""
                        insert into meeting.board_agency (id, board_id, agency_id, core, from_at, added_by)
                        values (:id, :board, :agency, :core, now(), :account)
                        on conflict do nothing
                        """)
                .param("id", id)
                .param("board", board)
                .param("agency", agency)
                .param("core", core)
                .param("account", account)
                .update();
    }

    int endMember(UUID board, UUID member, UUID account) {
        return database.sql("""
                        update meeting.board_agency set until_at = now(), ended_by = :account
                        where id = :member and board_id = :board and until_at is null
                        """)
                .param("member", member)
                .param("board", board)
                .param("account", account)
                .update();
    }

    Settings settings(UUID board) {
        return new Settings(database.sql("""
                        select k.code, k.words, k.unit, k.least, k.most, coalesce(s.value, o.shipped, k.shipped) as value,
                            coalesce(s.reason, o.source, k.source) as source, s.since_at
                        from meeting.setting_kind k
                        left join meeting.board b on b.id = :board
                        left join meeting.setting_of_kind o on o.kind = b.kind and o.name = k.code
                        left join lateral (select l.value, l.reason, l.since_at from meeting.board_setting l
                                           where l.board_id = :board and l.name = k.code
                                           order by l.since_at desc limit 1) s on true
                        order by k.place
                        """)
                .param("board", board)
                .query((row, _) -> new Settings.Line(
                        Setting.valueOf(row.getString("code")),
                        row.getString("words"),
                        row.getString("unit"),
                        row.getInt("value"),
                        row.getInt("least"),
                        row.getInt("most"),
                        row.getString("source"),
                        Rows.momentOrNull(row, "since_at")))
                .list());
    }

    void set(UUID board, Setting setting, int value, String reason, UUID account) {
        database.sql("""
                        insert into meeting.board_setting (board_id, name, since_at, value, reason, set_by)
                        values (:board, :name, now(), :value, :reason, :account)
                        """)
                .param("board", board)
                .param("name", setting.name())
                .param("value", value)
                .param("reason", reason)
                .param("account", account)
                .update();
    }

    int step(UUID board, int version) {
        return database.sql("update meeting.board set version = version + 1 where id = :board and version = :version")
                .param("board", board)
                .param("version", version)
                .update();
    }

    private static Board read(ResultSet row, int number) throws SQLException {
        return new Board(
                Rows.id(row, "id"),
                BoardKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("area"),
                Rows.id(row, "agency_id"),
                row.getString("agency_name"),
                Rows.momentOrNull(row, "closed_at"),
                row.getInt("version"),
                row.getBoolean("keeps"));
    }

    private static Member readMember(ResultSet row, int number) throws SQLException {
        return new Member(
                Rows.id(row, "id"),
                Rows.id(row, "agency_id"),
                row.getString("name"),
                row.getBoolean("core"),
                row.getInt("open"),
                row.getBoolean("closed"));
    }

    private static Agency readAgency(ResultSet row, int number) throws SQLException {
        return new Agency(Rows.id(row, "id"), row.getString("name"));
    }
}
