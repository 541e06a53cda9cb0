package org.witan.statistics.synthetic;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Writes one invented crime as a line of the extract.
///
/// Every value is drawn from the seed's dice in the order of the columns; what a correction changes is not,
/// so that the same seed gives the same crimes with and without corrections.
final class CrimeLine {
    /// What a file says of a crime.
    enum Version {
        AS_RECORDED,
        /// Charged on the last day of the extract.
        CHARGED_SINCE,
        CANCELLED
    }

    private static final byte[] BLANK = {};
    private static final byte[] YES = ascii("yes");
    private static final byte[] NO = ascii("no");
    private static final byte[] UNKNOWN = ascii("unknown");
    private static final byte[] LIVE = ascii("live");
    private static final byte[] CANCELLED = ascii("cancelled");
    private static final byte[] CHARGED = ascii("1");
    private static final byte[] NOT_YET = ascii("0");
    private static final byte[] NOTICE = ascii("\"SYNTHETIC - invented, not a real crime\"");
    private static final int EXTRACTED_ON = Math.toIntExact(FinancialYears.EXTRACTED_ON.toEpochDay());
    private static final int LSOAS_OF_2021_FROM = Math.toIntExact(FinancialYears.LSOAS_OF_2021_FROM.toEpochDay());

    private final Lines lines;
    private final Dice dice;
    private final Districts districts;
    private final VictimColumns victims;
    private final Kinds kinds;

    CrimeLine(Lines lines, Dice dice, Districts districts, Profile.Catalogue profiles) {
        this.lines = lines;
        this.dice = dice;
        this.districts = districts;
        this.victims = new VictimColumns(lines, dice, profiles);
        this.kinds = new Kinds(profiles);
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /// Writes all columns but the persons' and does not end the line.
    ///
    /// @return the victim as drawn, for the person columns
    Victim write(byte[] reference, long number, int recordedOn, Cell cell, Version version) {
        var offence = cell.offence();
        lines.text(reference).number(number, 7).comma().text(offence.code()).comma();
        lines.day(recordedOn).comma();
        committed(recordedOn, offence);
        lines.text(Districts.FORCE).comma();
        lines.text(districts.lsoa(cell.district(), recordedOn >= LSOAS_OF_2021_FROM, dice))
                .comma();
        flags(cell);
        var victim = victims.write(cell);
        lines.text(kinds.place(cell).pick(dice)).comma();
        outcome(recordedOn, cell, version);
        lines.text(version == Version.CANCELLED ? CANCELLED : LIVE).comma().text(NOTICE);
        return victim;
    }

    private void committed(int recordedOn, OffenceMix offence) {
        int from = recordedOn - kinds.delay(offence).number(dice);
        boolean overTime = dice.chance(offence.delay().equals("course") ? 0.7 : 0.15);
        int to = overTime ? from + dice.below(recordedOn - from + 1) : from;
        lines.day(from).comma().day(to).comma();
    }

    private void flags(Cell cell) {
        var offence = cell.offence();
        lines.text(cell.domestic() ? YES : NO).comma();
        flag(cell.domestic() ? 0.006 : 0.0003);
        lines.text(offence.isAgainstChild() ? YES : NO).comma();
        flag(offence.code().equals("71") ? 1 : offence.isAgainstChild() ? 0.05 : 0.0005);
        flag(offence.hate());
        often(offence.online());
        often(offence.alcohol());
        flag(offence.knife());
        flag(offence.firearm());
        if (offence.hasPersonAsVictim()) {
            often(cell.domestic() ? 0.34 : offence.delay().equals("course") ? 0.2 : 0.08);
        } else {
            lines.comma();
        }
    }

    private void flag(double yes) {
        lines.text(dice.chance(yes) ? YES : NO).comma();
    }

    /// A flag that officers leave blank or unknown now and then.
    private void often(double yes) {
        double drawn = dice.fraction();
        double beyond = yes < 1 ? (drawn - yes) / (1 - yes) : 0;
        lines.text(drawn < yes ? YES : beyond < 0.05 ? BLANK : beyond < 0.065 ? UNKNOWN : NO)
                .comma();
    }

    private void outcome(int recordedOn, Cell cell, Version version) {
        var code = kinds.outcome(cell).pick(dice);
        double drawn = dice.fraction();
        int on = recordedOn + (int) (drawn * drawn * drawn * 330);
        if (version == Version.CHARGED_SINCE) {
            lines.text(CHARGED).comma().day(EXTRACTED_ON).comma();
        } else if (code.length == 0 || Arrays.equals(code, NOT_YET)) {
            lines.text(code).comma().comma();
        } else if (on > EXTRACTED_ON) {
            lines.text(NOT_YET).comma().comma();
        } else {
            lines.text(code).comma().day(on).comma();
        }
    }

    /// Which profile belongs to which crime.
    private record Kinds(Profile.Catalogue profiles) {
        Profile delay(OffenceMix offence) {
            return profiles.the("delay", offence.delay());
        }

        Profile place(Cell cell) {
            var usual = cell.offence().place();
            boolean keeps = !cell.domestic() || usual.equals("contact") || usual.equals("online");
            return profiles.the("place", keeps ? usual : "domestic");
        }

        Profile outcome(Cell cell) {
            var usual = cell.offence().outcome();
            boolean keeps = !cell.domestic() || usual.equals("sexual");
            return profiles.the("outcome", keeps ? usual : "domestic");
        }
    }
}
