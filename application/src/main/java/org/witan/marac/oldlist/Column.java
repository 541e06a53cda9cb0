package org.witan.marac.oldlist;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What stands in a column of an old list, recognised by the words of its heading. Whoever imports confirms it.
public enum Column {
    VICTIM_GIVEN("victim.*(fore|first|given).*|(fore|first|given) ?names?( of victim)?"),
    VICTIM_FAMILY("victim.*(sur|last|family).*|(sur|last|family) ?names?( of victim)?"),
    VICTIM_BORN("(victim|client|v).*(dob|date of birth|born|birth).*|dob|date of birth|birth date"),
    PERPETRATOR_BORN("(.*perp.*|alleged.*|offender.*|suspect.*|p|a/p) ?.*(dob|date of birth|born|birth).*"),
    PERPETRATOR_GIVEN("(.*perp.*|alleged.*|offender.*|suspect.*)(fore|first|given).*"),
    PERPETRATOR_FAMILY("(.*perp.*|alleged.*|offender.*|suspect.*)(sur|last|family).*"),
    PERPETRATOR_NAME("(.*perp.*|alleged.*|offender.*|suspect.*)"),
    VICTIM_NAME("victim( ?'?s)?( full)?( name)?|name( of victim)?|client( name)?"),
    CHILDREN(".*child.*"),
    REFERRED_ON("(date.*refer.*|refer.*date.*|refer.* on|received|date received|ref date)"),
    MET_ON("(.*meeting.*|.*marac date.*|date.*marac|date heard|heard on|conference.*|marac)"),
    HEARD("(heard|heard\\?|heard y/n|status|discussed.*)"),
    AGENCY("(.*agency.*|referr(er|ed by|ing).*|source( of referral)?)"),
    REPEAT(".*repeat.*"),
    OUTCOME("(outcome.*|result.*|actions?.*|decision.*)"),
    /// Kept as it is said, and not read.
    OTHER("");

    private final Pattern heading;

    Column(String heading) {
        this.heading = Pattern.compile(heading);
    }

    /// What the columns are, by their headings. Each is taken once; what is not recognised is kept as it is said.
    public static List<Column> recognised(List<String> headings) {
        Set<Column> left = EnumSet.complementOf(EnumSet.of(OTHER));
        var columns = new ArrayList<Column>();
        for (String heading : headings) {
            String words = heading.toLowerCase(Locale.UK)
                    .replace('_', ' ')
                    .replaceAll("\\s+", " ")
                    .strip();
            Column column = left.stream()
                    .filter(one -> one.heading.matcher(words).matches())
                    .findFirst()
                    .orElse(OTHER);
            left.remove(column);
            columns.add(column);
        }
        return columns;
    }
}
