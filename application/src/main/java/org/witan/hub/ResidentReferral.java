package org.witan.hub;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;

/// A resident as an agency refers them, before anything is kept.
///
/// @param contact how to reach them safely; may be empty
/// @param lines house and street; may be empty for somebody without a home
/// @param children at the address
/// @param needs by their codes
/// @param without why it goes on without consent; empty with it
/// @param urgentBecause why it cannot wait; empty when it can
public record ResidentReferral(
        String given,
        String family,
        LocalDate born,
        String contact,
        String lines,
        String postcode,
        List<Child> children,
        List<String> needs,
        String concerns,
        String tried,
        boolean consent,
        String without,
        String urgentBecause) {
    /// From this age on somebody is an adult; who is younger is for the children's services.
    public static final int ADULT = 18;

    public ResidentReferral {
        children = List.copyOf(children);
        needs = List.copyOf(needs);
    }

    /// Whether it cannot wait for the meeting that its day belongs to.
    public boolean urgent() {
        return !urgentBecause.isEmpty();
    }

    /// Whether somebody born on a day is a child on another.
    public static boolean isChild(LocalDate born, LocalDate today) {
        return born.plusYears(ADULT).isAfter(today);
    }

    /// What tells one referral from another that is sent under the same id.
    String digest() {
        var all = List.of(
                given,
                family,
                born,
                contact,
                lines,
                postcode,
                children.stream().map(child -> List.of(child.name, child.born)).toList(),
                needs,
                concerns,
                tried,
                consent,
                without,
                urgentBecause);
        try {
            byte[] bytes = all.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Nothing of a person in a log.
    @Override
    public String toString() {
        return "a referral to the hub";
    }

    /// A child at the address.
    ///
    /// @param born date of birth or age as given; may be empty
    public record Child(String name, String born) {

        @Override
        public String toString() {
            return "a child";
        }
    }
}
