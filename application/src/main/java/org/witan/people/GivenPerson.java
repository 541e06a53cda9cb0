package org.witan.people;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an agency says about one person, before it is stored.
///
/// @param key the key that the person has where this comes from, such as the agency's own reference
/// @param dateOfBirth as given, also when it is incomplete; empty when not given
/// @param sex as given; empty when not given
/// @param isProtected the person hides from somebody
public record GivenPerson(
        Standing standing,
        @Nullable String key,
        Name name,
        String dateOfBirth,
        String sex,
        boolean isProtected,
        Needs needs,
        List<Alias> aliases,
        List<Stated> stated,
        List<Address> addresses,
        List<SafeContact> safeContacts) {

    public GivenPerson {
        dateOfBirth = dateOfBirth.strip();
        sex = sex.strip();
        aliases = List.copyOf(aliases);
        stated = List.copyOf(stated);
        addresses = List.copyOf(addresses);
        safeContacts = List.copyOf(safeContacts);
    }

    /// Somebody of whom a name and a date of birth are known; either may be empty, not both.
    public static GivenPerson of(Standing standing, Name name, String dateOfBirth) {
        return new GivenPerson(
                standing,
                null,
                name,
                dateOfBirth,
                "",
                false,
                Needs.NOT_ASKED,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /// A person without a name and a date of birth is nobody who could be found again.
    public boolean saysWho() {
        return name.isGiven() || !dateOfBirth.isEmpty();
    }

    public GivenPerson withKey(@Nullable String other) {
        return new GivenPerson(
                standing, other, name, dateOfBirth, sex, isProtected, needs, aliases, stated, addresses, safeContacts);
    }

    public GivenPerson withSex(String other) {
        return new GivenPerson(
                standing, key, name, dateOfBirth, other, isProtected, needs, aliases, stated, addresses, safeContacts);
    }

    /// The same person, who hides from somebody.
    public GivenPerson hidden() {
        return new GivenPerson(
                standing, key, name, dateOfBirth, sex, true, needs, aliases, stated, addresses, safeContacts);
    }

    public GivenPerson with(Needs other) {
        return new GivenPerson(
                standing, key, name, dateOfBirth, sex, isProtected, other, aliases, stated, addresses, safeContacts);
    }

    public GivenPerson with(Alias more) {
        return new GivenPerson(
                standing,
                key,
                name,
                dateOfBirth,
                sex,
                isProtected,
                needs,
                and(aliases, more),
                stated,
                addresses,
                safeContacts);
    }

    public GivenPerson with(Stated more) {
        return new GivenPerson(
                standing,
                key,
                name,
                dateOfBirth,
                sex,
                isProtected,
                needs,
                aliases,
                and(stated, more),
                addresses,
                safeContacts);
    }

    public GivenPerson with(Address more) {
        return new GivenPerson(
                standing,
                key,
                name,
                dateOfBirth,
                sex,
                isProtected,
                needs,
                aliases,
                stated,
                and(addresses, more),
                safeContacts);
    }

    public GivenPerson with(SafeContact more) {
        return new GivenPerson(
                standing,
                key,
                name,
                dateOfBirth,
                sex,
                isProtected,
                needs,
                aliases,
                stated,
                addresses,
                and(safeContacts, more));
    }

    private static <T> List<T> and(List<T> some, T more) {
        var all = new ArrayList<>(some);
        all.add(more);
        return all;
    }

    @Override
    public String toString() {
        return "a " + standing;
    }
}
