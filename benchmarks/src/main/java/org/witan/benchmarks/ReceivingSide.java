package org.witan.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.witan.WitanApplication;
import org.witan.access.Origin;
import org.witan.access.Purpose;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.people.Address;
import org.witan.people.Given;
import org.witan.people.GivenPerson;
import org.witan.people.Name;
import org.witan.people.Receipt;
import org.witan.people.Receiving;
import org.witan.people.Source;
import org.witan.people.Standing;
import org.witan.people.Stated;

/// The application in this process, which receives records one after another as a representative hands them in, and
/// prints how many milliseconds each took.
final class ReceivingSide {
    private static final int WARM = 300;
    private static final long SEED = 20261126;

    private ReceivingSide() {}

    /// Receives them.
    ///
    /// @param arguments how many records, the folder of the database, and the arguments of the application
    public static void main(String[] arguments) throws Exception {
        int records = Integer.parseInt(arguments[0]);
        Path data = Path.of(arguments[1]);
        try (var application = SpringApplication.run(
                        WitanApplication.class,
                        List.of(arguments).subList(2, arguments.length).toArray(String[]::new));
                var database = TrailMeasurement.connect(data)) {
            var receiving = application.getBean(Receiving.class);
            Viewer viewer = representative(database);
            List<GivenPerson> persons = persons(database, records + WARM);
            int at = 0;
            for (GivenPerson person : persons) {
                long began = System.nanoTime();
                Receipt receipt = receiving.receive(viewer, Given.of(Source.AGENCY_FORM, person));
                double took = (System.nanoTime() - began) / 1e6;
                if (!(receipt instanceof Receipt.Received)) {
                    throw new IllegalStateException("It was not received.");
                }
                if (at++ >= WARM) {
                    System.out.println(ReceivingMeasurement.SAYS + took);
                }
            }
        }
    }

    private static Viewer representative(Connection database) throws SQLException {
        try (var asked = database.createStatement();
                var rows = asked.executeQuery("""
                        select m.account_id, m.id, m.agency_id from access.membership m
                        join access.account a on a.id = m.account_id
                        where a.demonstration and m.role = 'REPRESENTATIVE' order by m.id limit 1""")) {
            rows.next();
            return new Viewer(
                    rows.getObject(1, UUID.class),
                    rows.getObject(2, UUID.class),
                    rows.getObject(3, UUID.class),
                    Role.REPRESENTATIVE,
                    Purpose.MARAC,
                    Origin.job("measurement"));
        }
    }

    /// Half of them known, with one thing written otherwise, the others new with names that occur.
    private static List<GivenPerson> persons(Connection database, int count) throws SQLException {
        var random = new SplittableRandom(SEED + System.nanoTime());
        var all = new ArrayList<GivenPerson>();
        try (var asked = database.createStatement();
                var rows = asked.executeQuery("""
                        select s.standing, s.given_name, s.family_name, s.date_of_birth, a.lines, a.town, a.postcode, t.value
                        from (select * from people.source_record where source = 'POLICE_EXTRACT'
                              order by random() limit %d) s
                        join people.address a on a.record_id = s.id
                        left join people.stated t on t.record_id = s.id and t.what = 'PHONE'
                        order by s.id""".formatted(count))) {
            while (rows.next()) {
                boolean known = random.nextBoolean();
                String given = rows.getString(2);
                String family = rows.getString(3);
                var person = GivenPerson.of(
                        Standing.valueOf(rows.getString(1)),
                        new Name(given, known ? family.substring(0, family.length() - 1) : family),
                        known
                                ? rows.getString(4)
                                : "%02d/%02d/%d"
                                        .formatted(
                                                1 + random.nextInt(28),
                                                1 + random.nextInt(12),
                                                1940 + random.nextInt(70)));
                person = person.with(
                        known
                                ? Address.of(rows.getString(5), rows.getString(6), rows.getString(7))
                                : Address.of(
                                        (1 + random.nextInt(150)) + " Invented Road", "Inventown", rows.getString(7)));
                String phone = known ? rows.getString(8) : "07" + (100_000_000 + random.nextInt(900_000_000));
                all.add(phone == null ? person : person.with(new Stated(Stated.Kind.PHONE, phone)));
            }
        }
        return all;
    }
}
