package org.witan.everypath;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.witan.access.RecordKind;

/// How one way into the application is tried, and what it may show. [Paths] says how to write one.
///
/// @param address with `{record}`, `{reference}`, `{word}`, `{agency}` and `{matac}`, a meeting, to be filled in
/// @param body of a form; null for a GET
/// @param all whether all that is open must appear
/// @param token whether a token opens it instead of a session
/// @param kind the kind of record that it is there for; null for all kinds
/// @param isPut whether the body is put and not posted
record Way(
        Shows shows,
        String address,
        @Nullable String body,
        boolean all,
        boolean token,
        @Nullable RecordKind kind,
        boolean isPut) {

    Way(Shows shows, String address, @Nullable String body, boolean all, boolean token, @Nullable RecordKind kind) {
        this(shows, address, body, all, token, kind, false);
    }

    /// What a way may show.
    enum Shows {
        /// One record with its open parts.
        ONE,
        /// That one record exists.
        REFERENCE,
        /// That records exist.
        LIST,
        /// That records exist, with their open parts.
        PARTS,
        /// Nothing; it changes a record.
        CHANGES,
        /// No record.
        NOTHING,
        /// It is no request at all.
        OUTSIDE
    }

    static Way one(String address) {
        return new Way(Shows.ONE, address, null, false, false, null);
    }

    static Way reference(String address) {
        return new Way(Shows.REFERENCE, address, null, false, false, null);
    }

    static Way reference(String address, String body) {
        return new Way(Shows.REFERENCE, address, body, false, false, null);
    }

    static Way list(String address) {
        return new Way(Shows.LIST, address, null, false, false, null);
    }

    static Way list(String address, String body) {
        return new Way(Shows.LIST, address, body, false, false, null);
    }

    static Way parts(String address) {
        return new Way(Shows.PARTS, address, null, false, false, null);
    }

    static Way changes(String address, String body) {
        return new Way(Shows.CHANGES, address, body, false, false, null);
    }

    static Way nothing(String address) {
        return new Way(Shows.NOTHING, address, null, false, false, null);
    }

    static Way nothing(String address, String body) {
        return new Way(Shows.NOTHING, address, body, false, false, null);
    }

    /// @param reason why it shows no record to anybody
    static Way outside(String reason) {
        return new Way(Shows.OUTSIDE, reason, null, false, false, null);
    }

    Way complete() {
        return new Way(shows, address, body, true, token, kind, isPut);
    }

    Way byToken() {
        return new Way(shows, address, body, all, true, kind, isPut);
    }

    /// The same with a method that puts its body, against whatever version is there.
    Way put() {
        return new Way(shows, address, body, all, token, kind, true);
    }

    Way of(RecordKind only) {
        return new Way(shows, address, body, all, token, only, isPut);
    }

    /// Whether it is there for records of a kind.
    boolean isOf(RecordKind other) {
        return kind == null || kind == other;
    }

    /// Whether it is about one record that the address or the body names.
    boolean asksForOne() {
        return shows != Shows.OUTSIDE && (address + body).matches(".*\\{(record|reference)}.*");
    }

    /// The same way to one record.
    Way to(UUID record, String reference, String word, UUID agency) {
        return new Way(
                shows,
                filled(address, record, reference, word, agency),
                body == null ? null : filled(body, record, reference, word, agency),
                all,
                token,
                kind,
                isPut);
    }

    private static String filled(String text, UUID record, String reference, String word, UUID agency) {
        return text.replace("{record}", record.toString())
                .replace("{reference}", reference)
                .replace("{word}", word)
                .replace("{agency}", agency.toString())
                .replace("{matac}", matac(word).toString());
    }

    /// The meeting of a MATAC in the world with a word.
    static UUID matac(String word) {
        return UUID.nameUUIDFromBytes(word.getBytes(StandardCharsets.UTF_8));
    }
}
