package org.witan.statistics.synthetic;

import static org.witan.statistics.synthetic.CrimeLine.ascii;

import java.util.List;
import java.util.stream.Stream;

/// Writes the optional person columns with people who plainly do not exist: every surname begins with "Testperson",
/// telephone numbers are those that Ofcom keeps for drama, e-mail ends in `example.org`, and the postcode area ZZ
/// is in no town.
///
/// It has dice of its own, so that the crimes are the same with and without these columns.
final class InventedPersons {
    private static final List<byte[]> FEMALE =
            names("Amira", "Beth", "Chloe", "Dana", "Ewa", "Farah", "Grace", "Holly");
    private static final List<byte[]> MALE =
            names("Adam", "Ben", "Callum", "Dev", "Ethan", "Faisal", "George", "Harry");
    private static final List<byte[]> SECOND =
            names("Alder", "Birch", "Cedar", "Elm", "Hazel", "Larch", "Maple", "Oak", "Pine", "Rowan", "Willow", "Yew");
    private static final byte[] SURNAME = ascii("Testperson-");
    private static final byte[] STREET = ascii(" Invented Street");
    private static final byte[] POSTCODE = ascii("ZZ99 ");
    private static final byte[] POSTCODE_END = ascii("ZZ");
    private static final byte[] PHONE = ascii("07700 900");
    private static final byte[] EMAIL = ascii("testperson");
    private static final byte[] EMAIL_END = ascii("@example.org");
    private static final byte[] VICTIM = ascii("SYN-V");
    private static final byte[] SUSPECT = ascii("SYN-S");
    private static final int DAYS_A_YEAR = 365;

    private final Lines lines;
    private final Dice dice;

    InventedPersons(Lines lines, Dice dice) {
        this.lines = lines;
        this.dice = dice;
    }

    private static List<byte[]> names(String... names) {
        return Stream.of(names).map(CrimeLine::ascii).toList();
    }

    /// Adds both persons to the line; a crime without a person as its victim has blank victim columns, and about
    /// a third of the crimes have no suspect.
    void write(Victim victim, int recordedOn) {
        if (victim.person()) {
            int age = victim.age() < 0 ? 16 + dice.below(60) : victim.age();
            person(VICTIM, victim.female(), age, recordedOn);
        } else {
            blank();
        }
        if (dice.chance(0.66)) {
            person(SUSPECT, dice.chance(0.22), 16 + dice.below(50), recordedOn);
        } else {
            blank();
        }
    }

    private void person(byte[] prefix, boolean female, int age, int recordedOn) {
        int number = dice.below(Integer.MAX_VALUE);
        lines.comma().text(prefix).number(number, 10);
        lines.comma().text(pick(female ? FEMALE : MALE));
        lines.comma().text(SURNAME).text(pick(SECOND));
        // Whole years of 365.25 days, and not yet the next birthday.
        int days = age * DAYS_A_YEAR + age / 4 + 1 + dice.below(DAYS_A_YEAR - 2);
        lines.comma().day(recordedOn - days);
        lines.comma().number(1L + dice.below(200), 1).text(STREET);
        lines.comma().text(POSTCODE).number(dice.below(10), 1).text(POSTCODE_END);
        lines.comma().text(PHONE).number(dice.below(1000), 3);
        lines.comma().text(EMAIL).number(number, 1).text(EMAIL_END);
    }

    private byte[] pick(List<byte[]> names) {
        return names.get(dice.below(names.size()));
    }

    private void blank() {
        for (int i = 0; i < Columns.PERSONS.size() / 2; i++) {
            lines.comma();
        }
    }
}
