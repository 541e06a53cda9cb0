package org.witan.access;

import java.util.Map;
import java.util.TreeMap;

/// What somebody does, as the trail will say it.
///
/// @param verb what is done
/// @param what to what kind of thing, in one word: `record`, `agency`, `trail`
/// @param detail more: words searched for, filters, what was changed. It goes into the sealed trail, so it may hold
///     personal data that the trail needs, and nothing else
public record Deed(Verb verb, String what, Map<String, String> detail) {

    public Deed {
        detail = Map.copyOf(detail);
    }

    /// A deed about which there is no more to say.
    public static Deed of(Verb verb, String what) {
        return new Deed(verb, what, Map.of());
    }

    /// The same deed with one more detail.
    public Deed with(String name, String value) {
        var more = new TreeMap<>(detail);
        more.put(name, value);
        return new Deed(verb, what, more);
    }

    /// What can be done.
    public enum Verb {
        SIGN_IN,
        SIGN_IN_REFUSED,
        SIGN_OUT,
        SWITCH,
        READ,
        LIST,
        COUNT,
        SEARCH,
        ADD,
        CHANGE,
        PRINT,
        EXPORT,
        BREAK_GLASS,
        REVIEW,
        READ_TRAIL,
        CREDENTIAL
    }
}
