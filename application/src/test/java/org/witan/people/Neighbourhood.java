package org.witan.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.witan.access.Partnership;
import org.witan.access.Purpose;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.linkage.text.CheckDigit;
import org.witan.people.Receipt.Received;

/// An invented partnership of a test, and invented persons whose names nobody else in the database bears.
final class Neighbourhood {
    final Partnership partnership;
    final Viewer coordinator;
    final Viewer officer;
    final Viewer nurse;
    final Viewer otherOfficer;
    /// No two tests know people whose names are alike.
    final String family = letters() + letters();
    final String postcode;
    final String phone;
    private static final AtomicInteger HERE = new AtomicInteger();
    private final Receiving receiving;

    private final List<String> numbers = testNumbers();

    Neighbourhood(Partnership partnership, Receiving receiving) {
        this.partnership = partnership;
        this.receiving = receiving;
        var police = partnership.agency("POLICE");
        coordinator = partnership.viewer(partnership.agency("PARTNERSHIP"), Role.COORDINATOR, Purpose.MARAC);
        officer = partnership.viewer(police, Role.REPRESENTATIVE, Purpose.MARAC);
        otherOfficer = partnership.viewer(police, Role.REPRESENTATIVE, Purpose.MARAC);
        nurse = partnership.viewer(partnership.agency("HOSPITAL"), Role.REPRESENTATIVE, Purpose.MARAC);
        // No invented name begins with an X, and what is typed is also looked for among names.
        postcode = district(HERE.getAndIncrement()) + " 1XX";
        phone = "07700 9%05d".formatted(ThreadLocalRandom.current().nextInt(100_000));
    }

    /// No two tests share a postcode district, as whoever asks for a postcode is told of those around it. No real one
    /// begins with X.
    private static String district(int test) {
        return "X%c%d".formatted('A' + test / 90, 10 + test % 90);
    }

    private static String letters() {
        return ThreadLocalRandom.current()
                .ints(6, 'a', 'x')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /// Somebody of this family who lives in the one house of the test.
    GivenPerson person(Standing standing, String givenName, String dateOfBirth) {
        return GivenPerson.of(standing, new Name(givenName, family), dateOfBirth)
                .with(Address.of("1 Invented Street", "Nowhere", postcode));
    }

    GivenPerson victim() {
        return person(Standing.VICTIM, "Amira", "1990-02-01").with(new Stated(Stated.Kind.PHONE, phone));
    }

    /// A number of this family from the range that the NHS keeps for tests, with its check digit.
    Stated nhsNumber(int which) {
        return new Stated(Stated.Kind.NHS_NUMBER, numbers.get(which));
    }

    private static List<String> testNumbers() {
        return ThreadLocalRandom.current()
                .ints(0, 1_000_000)
                .mapToObj("999%06d"::formatted)
                .flatMap(nine -> IntStream.range(0, 10).mapToObj(check -> nine + check))
                .filter(CheckDigit.MODULO_11::holds)
                .distinct()
                .limit(2)
                .toList();
    }

    UUID give(Viewer viewer, GivenPerson person) {
        return give(viewer, Given.of(Source.AGENCY_FORM, person)).records().getFirst();
    }

    Received give(Viewer viewer, Given given) {
        return (Received) receiving.receive(viewer, given);
    }

    /// A victim and who harmed them, with what happened so many days ago.
    Given harm(GivenPerson victim, GivenPerson perpetrator, int days) {
        return Given.of(Source.AGENCY_FORM, victim, perpetrator)
                .with(new GivenConcern(
                        null, LocalDate.now(ZoneId.of("Europe/London")).minusDays(days), "8Q", "invented"));
    }

    GivenPerson perpetrator() {
        return GivenPerson.of(Standing.PERPETRATOR, new Name("Boris", family + "son"), "1985-07-30")
                .with(Address.of("9 Other Road", "Elsewhere", "ZY99 9ZZ"));
    }

    /// Whether two records are of one person, as the owner of the database knows.
    boolean together(UUID one, UUID other) {
        return partnership.count("""
                        select count(*) from people.link a join people.link b on b.person_id = a.person_id
                        where a.record_id = ? and b.record_id = ? and a.ended_at is null and b.ended_at is null
                        """, one, other) == 1;
    }

    /// The guard of a suggestion about two records, or nothing.
    List<String> suggested(UUID one, UUID other) {
        return partnership.asked(
                "select guard from people.suggestion where ? in (record_id, other_id) and ? in (record_id, other_id)",
                one,
                other);
    }

    UUID suggestion(UUID one, UUID other) {
        List<String> found = partnership.asked(
                "select id from people.suggestion where ? in (record_id, other_id) and ? in (record_id, other_id)",
                one,
                other);
        assertThat(found).hasSize(1);
        return UUID.fromString(found.getFirst());
    }

    UUID linkBetween(UUID one, UUID other) {
        return UUID.fromString(partnership
                .asked(
                        "select id from people.link where undone_at is null and ? in (record_id, with_id) and ? in (record_id, with_id)",
                        one,
                        other)
                .getFirst());
    }

    void bar(UUID record, Viewer viewer) {
        partnership.run("""
                insert into access.barrier (id, record_id, account_id, kind, reason, made_at, made_by)
                values (?, ?, ?, 'DENIED', 'invented', now(), ?)
                """, UUID.randomUUID(), record, viewer.account(), coordinator.account());
    }
}
