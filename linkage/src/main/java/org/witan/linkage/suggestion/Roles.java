package org.witan.linkage.suggestion;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.witan.linkage.record.Column;
import org.witan.linkage.record.Records;
import org.witan.linkage.text.Day;
import org.witan.linkage.text.Postcode;

/// What each column seems to hold, by its name first and by what is in it second.
final class Roles {
    private record Named(Role role, Pattern name) {}

    /// The first that fits wins, so what is narrower comes first.
    private static final List<Named> NAMES = List.of(
            named(Role.TRUTH, "cluster|cluster id|entity id|entity|truth|true id|ground truth|label|true cluster"),
            named(Role.SOURCE, "source|source dataset|dataset"),
            named(Role.EMAIL, ".*\\be ?mails?\\b.*"),
            named(Role.PHONE, ".*\\b(tele)?phone.*|.*\\bmobile.*|.*\\btel\\b.*"),
            named(
                    Role.IDENTIFIER,
                    ".*\\b(nhs|nino|ssn|soc sec|national insurance|passport|licen[cs]e|pnc|cro|upn|uprn|tax|medicare)\\b.*"),
            named(Role.ALIASES, "alias(es)?|aka|also known as|former names?|previous names?|other names?"),
            named(
                    Role.BIRTH,
                    "dob|date of birth|birth date|birthdate|birth day|born|born on|d o b|.*\\bdate of birth\\b.*|.*\\bdob\\b.*"),
            named(Role.SEX, "sex|gender|.*\\b(sex|gender)"),
            named(Role.POSTCODE, ".*post ?code.*|zip|zip ?code|postal code"),
            named(Role.FULL_NAME, ".*\\b(first|given|fore) ?(names?)? and (sur|last|family) ?names?"),
            named(Role.GIVEN_NAME, "given ?names?|first ?names?|fore ?names?|fname|.*\\b(given|first|fore) ?names?"),
            named(Role.SURNAME, "sur ?names?|last ?names?|family ?names?|lname|.*\\b(sur|last|family) ?names?"),
            named(Role.FULL_NAME, "name|full ?name|person name|.*\\bfull ?name"),
            named(Role.HOUSE_NUMBER, "street number|house number|house no|house|street no|number"),
            named(Role.STREET_SECOND, "address ?(line ?)?[2-4]|locality|village"),
            named(Role.STREET, "address ?(line ?)?1|address|street|street name|road|addr.*|.*\\baddress|.*\\bstreet"),
            named(Role.TOWN, "town|city|suburb|post town|town or city|.*\\btown|.*\\bcity"),
            named(Role.COUNTY, "county|state|region|province|country"));

    private static final Pattern ID = Pattern.compile("(.* )?(id|key|ref|reference|uuid|number|no|row|index|rec id)");

    private Roles() {}

    private static Named named(Role role, String pattern) {
        return new Named(role, Pattern.compile(pattern));
    }

    static Map<String, Role> of(Records records) {
        Map<String, Role> roles = new LinkedHashMap<>();
        for (Column column : records.columns()) {
            roles.put(column.name(), of(column));
        }
        return roles;
    }

    private static Role of(Column column) {
        if (column.distinct() < 2) {
            return Role.USELESS;
        }
        String name = column.name()
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
        boolean unique = column.distinct() == column.rows();
        for (Named each : NAMES) {
            if (each.name.matcher(name).matches()) {
                return each.role;
            }
        }
        if (ID.matcher(name).matches()) {
            return unique ? Role.RECORD_ID : Role.IDENTIFIER;
        }
        return byContent(column);
    }

    private static Role byContent(Column column) {
        if (share(column, value -> value.indexOf('@') > 0) > 0.8) {
            return Role.EMAIL;
        }
        if (share(column, value -> Day.isDay(Day.digits(value))) > 0.8) {
            return Role.BIRTH;
        }
        if (share(column, value -> Postcode.isBritish(Postcode.written(value))) > 0.8) {
            return Role.POSTCODE;
        }
        boolean unique = column.distinct() > column.given() * 0.98;
        return unique ? Role.USELESS : Role.OTHER;
    }

    private static double share(Column column, java.util.function.Predicate<String> test) {
        int looked = Math.min(column.distinct(), 1000);
        int holds = 0;
        for (int code = 0; code < looked; code++) {
            holds += test.test(column.value(code)) ? 1 : 0;
        }
        return (double) holds / looked;
    }
}
