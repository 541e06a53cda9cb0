package org.witan.people;

import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.OwnersDatabase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `witan people repeats`: references and days, and no name.
@Command(
        name = "repeats",
        description = "Prints pairs of a victim and an alleged perpetrator between whom it happened again within the "
                + "months that the partnership set, with each event. By references: names stay in the application.",
        mixinStandardHelpOptions = true)
final class RepeatsCommand implements Callable<Integer> {
    /// Each event with those before it in the window, so that an old story with a new event is told as well.
    private static final String REPEATS = """
            with happened as (
                select distinct v.person_id as victim, p.person_id as perpetrator, c.id, c.happened_on,
                    coalesce(c.source_key, c.code) as event, y.name as agency
                from people.concern c
                join access.agency y on y.id = c.agency_id
                join people.link v on v.record_id = c.record_id and v.ended_at is null
                join people.concern_person w on w.concern_id = c.id and w.part = 'PERPETRATOR'
                join people.link p on p.record_id = w.record_id and p.ended_at is null
                where people.concern_holds(c.id)),
            counted as (
                select h.*, count(*) over (
                    partition by victim, perpetrator order by happened_on
                    range between make_interval(months => access.setting_number('escalation_months')) preceding
                        and current row) as events
                from happened h),
            repeated as (
                select victim, perpetrator, max(events) as most
                from counted group by victim, perpetrator having max(events) > 1)
            select r.victim, r.perpetrator, r.most, r.most >= access.setting_number('escalation_events') as escalates,
                (select min(x.reference) from people.link l join access.record x on x.id = l.record_id
                 where l.person_id = r.victim and l.ended_at is null) as victim_reference,
                (select min(x.reference) from people.link l join access.record x on x.id = l.record_id
                 where l.person_id = r.perpetrator and l.ended_at is null) as perpetrator_reference,
                array_agg(to_char(c.happened_on, 'YYYY-MM-DD') || ' ' || c.event || ' (' || c.agency || ')'
                          order by c.happened_on, c.id) as events
            from repeated r join counted c on c.victim = r.victim and c.perpetrator = r.perpetrator
            group by r.victim, r.perpetrator, r.most
            order by r.most desc, max(c.happened_on) desc, victim_reference
            """;

    @ParentCommand
    private PeopleCommand people = new PeopleCommand();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private record Pair(String victim, String perpetrator, long most, boolean escalates, List<String> events) {}

    @Override
    public Integer call() throws IOException, SQLException {
        try (var database = OwnersDatabase.open(people.home(), System.getenv())) {
            List<Pair> pairs = database.witness(
                    Deed.of(Verb.LIST, "repeat"),
                    "people repeats",
                    _ -> database.tables()
                            .sql(REPEATS)
                            .query((row, _) -> new Pair(
                                    row.getString("victim_reference"),
                                    row.getString("perpetrator_reference"),
                                    row.getLong("most"),
                                    row.getBoolean("escalates"),
                                    List.of((String[]) row.getArray("events").getArray())))
                            .list());
            print(pairs, spec.commandLine().getOut());
            return PeopleCommand.DONE;
        }
    }

    private static void print(List<Pair> pairs, PrintWriter out) {
        out.printf("%,d pairs repeat%n", pairs.size());
        for (Pair pair : pairs) {
            out.printf(
                    "%n%s harmed, %s alleged: %d events within the window%s%n",
                    pair.victim(), pair.perpetrator(), pair.most(), pair.escalates() ? ", an escalation" : "");
            pair.events().forEach(event -> out.println("  " + event));
        }
        out.flush();
    }
}
