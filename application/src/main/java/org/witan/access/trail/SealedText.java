package org.witan.access.trail;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The text of an entry and its outcome as it is sealed: nineteen fields, divided by the unit separator, nothing for
/// null. The order is that of `access.sealed_text`, and of an export.
///
/// @param fields the fields by their place
record SealedText(List<String> fields) {
    static final String SEPARATOR = "\u001f";

    /// Names of the fields, as an export names them.
    static final List<String> NAMES = List.of(
            "entry",
            "at",
            "account",
            "membership",
            "agency",
            "role",
            "purpose",
            "deed",
            "what",
            "path",
            "channel",
            "detail",
            "address",
            "session",
            "entry_code",
            "outcome",
            "records",
            "outcome_code",
            "written_in");

    private static final int ENTRY_CODE = NAMES.indexOf("entry_code");
    private static final int OUTCOME = NAMES.indexOf("outcome");
    private static final int RECORDS = NAMES.indexOf("records");
    private static final int OUTCOME_CODE = NAMES.indexOf("outcome_code");
    private static final int AGENCY = NAMES.indexOf("agency");
    private static final int ROLE = NAMES.indexOf("role");

    /// Divides a text; empty when a field holds a separator, which none that Witan writes does.
    static Optional<SealedText> read(String text) {
        String[] fields = text.split(SEPARATOR, -1);
        return fields.length == NAMES.size() ? Optional.of(new SealedText(Arrays.asList(fields))) : Optional.empty();
    }

    String entry() {
        return fields.getFirst();
    }

    String text() {
        return String.join(SEPARATOR, fields);
    }

    /// What the application gave its code to when it entered. Agency and role are the database's to say.
    String entered() {
        var said = new StringBuilder();
        for (int i = 0; i < ENTRY_CODE; i++) {
            if (i != AGENCY && i != ROLE) {
                said.append(said.isEmpty() ? "" : SEPARATOR).append(fields.get(i));
            }
        }
        return said.toString();
    }

    /// What the application gave its code to when it finished.
    String finished() {
        return String.join(SEPARATOR, fields.getFirst(), fields.get(OUTCOME), fields.get(RECORDS));
    }

    String entryCode() {
        return fields.get(ENTRY_CODE);
    }

    String outcomeCode() {
        return fields.get(OUTCOME_CODE);
    }
}
