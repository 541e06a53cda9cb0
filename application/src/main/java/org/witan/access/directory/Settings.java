package org.witan.access.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What the partnership decides for itself. A new value is a new row. Asked inside a witnessed piece of work.
@Repository
class Settings {
    private static final String SELECT = """
            select s.name, s.value, s.since, s.reason, ltrim(p.given_name || ' ' || p.family_name) as set_by,
                   b.words, b.unit, b.least, b.most, b.because
            from access.setting s
            left join access.setting_bound b on b.name = s.name
            left join access.account p on p.id = s.set_by
            """;
    private final JdbcClient database;

    Settings(JdbcClient database) {
        this.database = database;
    }

    /// Each setting as it is now.
    List<Setting> now() {
        return database.sql("select * from (select distinct on (name) x.*, b.place from (" + SELECT + """
                        where s.since <= now()) x left join access.setting_bound b using (name)
                        order by name, since desc) y order by place, name
                        """)
                .query(Settings::read)
                .list();
    }

    /// All values that a setting had, newest first.
    List<Setting> history(String name) {
        return database.sql(SELECT + " where s.name = :name order by s.since desc")
                .param("name", name)
                .query(Settings::read)
                .list();
    }

    /// Sets it, unless somebody set it since the page was made.
    int set(Setting.New setting, UUID setBy) {
        // Two who set the same at once do it one after the other, so that the second sees the first.
        database.sql("select pg_advisory_xact_lock(hashtext('access.setting'))").query(_ -> {});
        return database.sql("""
                        insert into access.setting (name, since, value, reason, set_by)
                        select :name, clock_timestamp(), :value, :reason, :setBy
                        where (select max(since) from access.setting where name = :name)
                            = cast(:replaces as timestamptz)
                        """)
                .param("name", setting.name())
                .param("value", Integer.toString(setting.value()))
                .param("reason", setting.reason())
                .param("setBy", setBy)
                .param("replaces", setting.replaces().toString())
                .update();
    }

    private static Setting read(ResultSet row, int number) throws SQLException {
        return new Setting(
                row.getString("name"),
                row.getString("value"),
                Change.theMoment(row, "since"),
                row.getString("reason"),
                row.getString("set_by"),
                bound(row));
    }

    private static Setting.@Nullable Bound bound(ResultSet row) throws SQLException {
        String words = row.getString("words");
        return words == null
                ? null
                : new Setting.Bound(
                        words,
                        row.getString("unit"),
                        row.getInt("least"),
                        row.getInt("most"),
                        row.getString("because"));
    }
}
