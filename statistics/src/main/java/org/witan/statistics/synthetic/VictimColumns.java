package org.witan.statistics.synthetic;

import static org.witan.statistics.synthetic.CrimeLine.ascii;

import java.util.Arrays;

/// Writes the columns from the victim's sex to the relationship.
final class VictimColumns {
    private static final byte[] FEMALE = ascii("female");
    private static final byte[] MALE = ascii("male");
    private static final byte[] OTHER = ascii("other");
    private static final byte[] UNKNOWN = ascii("unknown");
    private static final byte[] CHILD = ascii("child");
    private static final byte[] PARENT = ascii("parent");

    /// Below this age a victim's own child is too young to be suspected of a crime; assumed.
    private static final int YOUNGEST_PARENT_OF_A_SUSPECT = 30;

    private final Lines lines;
    private final Dice dice;
    private final Profile.Catalogue profiles;

    VictimColumns(Lines lines, Dice dice, Profile.Catalogue profiles) {
        this.lines = lines;
        this.dice = dice;
        this.profiles = profiles;
    }

    Victim write(Cell cell) {
        if (!cell.offence().hasPersonAsVictim()) {
            lines.comma().comma().comma().comma();
            return Victim.NONE;
        }
        boolean female = sex(cell);
        int age = age(cell);
        lines.text(profiles.the("ethnicity", "resident").pick(dice)).comma();
        relationship(cell, age);
        return new Victim(true, female, age);
    }

    private boolean sex(Cell cell) {
        var offence = cell.offence();
        double share = cell.domestic() ? offence.femaleShareDomestic() : offence.femaleShare();
        boolean female = dice.chance(share);
        double drawn = dice.fraction();
        boolean certain = share == 0 || share == 1;
        lines.text(certain || drawn > 0.008 ? female ? FEMALE : MALE : drawn > 0.006 ? OTHER : UNKNOWN)
                .comma();
        return female;
    }

    private int age(Cell cell) {
        var kind = cell.offence().victim();
        int age = profiles.the("age", cell.domestic() ? "domestic" : kind).number(dice);
        boolean known = cell.offence().isAgainstChild() || dice.chance(0.985);
        if (known) {
            lines.number(age, 1);
        }
        lines.comma();
        return known ? age : -1;
    }

    private void relationship(Cell cell, int age) {
        // From April 2020 a former partner's course of conduct is stalking; the plan page's stalking is of that time.
        boolean formerPartner = cell.offence().code().equals("8Q");
        var name = cell.domestic() ? formerPartner ? "former-partner" : "domestic" : "other";
        var relationship = profiles.the("relationship", name).pick(dice);
        boolean tooYoung = age < YOUNGEST_PARENT_OF_A_SUSPECT && Arrays.equals(relationship, CHILD);
        lines.text(tooYoung ? PARENT : relationship).comma();
    }
}
