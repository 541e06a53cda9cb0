package org.witan.marac.invented;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// Writes years of an invented partnership: referrals, persons and their links, decisions, repeats,
/// agendas, attendance, research, minutes, assessments and actions, as they would lie there had the
/// use cases written them on their days.
///
/// Why by the owner of the tables: the policies of the application's role let nobody write under
/// another day than today, and that must stay so. Why in the application and not beside it: the
/// demonstration and the measurements need one history, and a change of a table has to change it in
/// the same commit. Why not as a function of a migration: it would lie in every live database and
/// could not be mended. Why with all triggers on: what the database derives (what covers a record,
/// what a person is found by, how an action stands) is then derived by the same code as ever.
///
/// It can run in a demonstration only. The first statement refuses unless the database was made for one, which is
/// written down when the database is made and cannot be changed; a demonstration's database never holds real people.
public final class InventedHistory {
    private static final String ONLY_IN_A_DEMONSTRATION = """
            do $$
            begin
                if not exists (select from access.installation i where i.kind = 'DEMONSTRATION') then
                    raise exception 'this database holds real people' using errcode = 'WI006';
                end if;
            end $$
            """;
    private static final String SPAN = """
            create temp table span (seed bigint, number integer, from_on date, until_on date, cases integer, every_days integer)
            on commit drop
            """;
    private static final String CHOSEN = "insert into span values (?, ?, cast(? as date), cast(? as date), ?, ?)";
    private static final String BEFORE = "set local timezone = 'UTC'; set local jit = off";
    private static final String FORGET =
            "drop function pg_temp.chance, pg_temp.one_of, pg_temp.id_at, pg_temp.reference";
    private static final List<String> PLAN = List.of(
            Cast.CHANCE,
            Cast.NAMES,
            Cast.BOARDS,
            Cast.AGENCIES,
            Cast.LONG_AGO,
            Planning.MEETINGS,
            Planning.CASES,
            Planning.HOUSEHOLDS_OF_CASES,
            Planning.HOUSEHOLDS,
            Planning.REFERRALS,
            Persons.PLANNED);
    private static final List<String> HISTORY = List.of(
            Persons.REGISTERED,
            Persons.GIVEN,
            Persons.RELATED,
            Persons.LINKED,
            Faces.SHOWN,
            Referrals.REGISTERED,
            Referrals.PARTIES,
            Referrals.REFERRED,
            Referrals.STATED,
            Referrals.ASSESSED,
            Referrals.DECIDED,
            Hearings.MET,
            Hearings.LISTED,
            Hearings.RESEARCHED,
            Hearings.TRIED,
            Hearings.WRITTEN_DOWN,
            ActionsAgreed.PLANNED,
            ActionsAgreed.AGREED,
            ActionsAgreed.REPORTED);
    private final Connection database;

    /// @param database of the owner of the tables; what is written is committed by whoever opened it
    public InventedHistory(Connection database) {
        this.database = database;
    }

    /// Writes all of a span in the transaction of the connection.
    ///
    /// @throws SQLException when the database is no demonstration, or no board has the police and another agency
    public void write(Span span) throws SQLException {
        run(ONLY_IN_A_DEMONSTRATION);
        run(BEFORE);
        run(SPAN);
        choose(span);
        for (String statements : PLAN) {
            run(statements);
        }
        for (String statements : HISTORY) {
            run(statements);
        }
        new Keys(database).make();
        run(FORGET);
    }

    private void choose(Span span) throws SQLException {
        try (var choosing = database.prepareStatement(CHOSEN)) {
            choosing.setLong(1, span.seed());
            choosing.setInt(2, span.number());
            choosing.setString(3, span.from().toString());
            choosing.setString(4, span.until().toString());
            choosing.setInt(5, span.cases());
            choosing.setInt(6, span.everyDays());
            choosing.executeUpdate();
        }
    }

    private void run(String statements) throws SQLException {
        try (var running = database.createStatement()) {
            running.execute(statements);
        }
    }
}
