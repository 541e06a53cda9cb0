package org.witan.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A person as the engine compares them: one face as first given, and one for each other name, date
/// of birth, address or number that is given besides.
///
/// A face is values by the columns of the model. Somebody who gave two names is found by either.
final class Faces {
    static final String GIVEN_NAME = "given_name";
    static final String FAMILY_NAME = "surname";
    static final String DATE_OF_BIRTH = "date_of_birth";
    static final String POSTCODE = "postcode";
    static final String STREET = "street";
    private static final String TOWN = "town";
    private static final String PHONE = "phone";
    private static final String EMAIL = "email";
    static final String NHS_NUMBER = "nhs_number";
    private static final int MOST = 8;

    private Faces() {}

    static List<Map<String, String>> of(GivenPerson person) {
        Map<String, String> first = first(person);
        Set<Map<String, String>> all = new LinkedHashSet<>(List.of(first));
        for (Alias alias : person.aliases()) {
            all.add(and(
                    and(first, GIVEN_NAME, alias.name().given()),
                    FAMILY_NAME,
                    alias.name().family()));
        }
        for (Stated stated : person.stated().stream().filter(Faces::tells).toList()) {
            switch (stated.kind()) {
                case DATE_OF_BIRTH -> all.add(and(first, DATE_OF_BIRTH, stated.value()));
                case PHONE -> all.add(and(first, PHONE, stated.value()));
                case EMAIL -> all.add(and(first, EMAIL, stated.value()));
                case NHS_NUMBER -> all.add(and(first, NHS_NUMBER, stated.value()));
                case AGENCY_REFERENCE, OTHER_REFERENCE -> {
                    // Each agency counts in its own way: two that are the same say nothing.
                }
            }
        }
        person.addresses().forEach(address -> all.add(at(first, address)));
        return new ArrayList<>(all).subList(0, Math.min(MOST, all.size()));
    }

    private static Map<String, String> first(GivenPerson person) {
        Map<String, String> face = new HashMap<>();
        put(face, GIVEN_NAME, person.name().given());
        put(face, FAMILY_NAME, person.name().family());
        put(face, DATE_OF_BIRTH, person.dateOfBirth());
        put(face, "sex", person.sex());
        put(face, PHONE, stated(person, Stated.Kind.PHONE));
        put(face, EMAIL, stated(person, Stated.Kind.EMAIL));
        put(face, NHS_NUMBER, stated(person, Stated.Kind.NHS_NUMBER));
        return person.addresses().isEmpty() ? face : at(face, person.addresses().getFirst());
    }

    private static String stated(GivenPerson person, Stated.Kind kind) {
        return person.stated().stream()
                .filter(one -> one.kind() == kind && tells(one))
                .map(Stated::value)
                .findFirst()
                .orElse("");
    }

    /// A number of one digit again and again stands in many forms for none.
    private static boolean tells(Stated one) {
        return one.kind() != Stated.Kind.NHS_NUMBER
                || one.value().chars().filter(Character::isDigit).distinct().count() > 1;
    }

    private static Map<String, String> at(Map<String, String> face, Address address) {
        Map<String, String> there = new HashMap<>(face);
        List.of(STREET, TOWN, POSTCODE).forEach(there::remove);
        put(there, STREET, address.lines());
        put(there, TOWN, address.town());
        put(there, POSTCODE, address.postcode());
        return there;
    }

    private static Map<String, String> and(Map<String, String> face, String column, String value) {
        Map<String, String> other = new HashMap<>(face);
        put(other, column, value);
        return other;
    }

    private static void put(Map<String, String> face, String column, String value) {
        if (!value.isBlank()) {
            face.put(column, value);
        }
    }

    /// Whether two faces bear one name.
    static boolean isNamedAlike(Map<String, String> one, Map<String, String> other) {
        return one.getOrDefault(GIVEN_NAME, "").equals(other.getOrDefault(GIVEN_NAME, ""))
                && one.getOrDefault(FAMILY_NAME, "").equals(other.getOrDefault(FAMILY_NAME, ""));
    }
}
