package org.witan.risk;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Tells whether a form that is sent again is the same. Each text is preceded by its length, so that no two contents
/// are one text.
final class Digest {
    private final MessageDigest digest;

    private Digest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String of(UUID record, GivenAssessment given) {
        var made = new Digest();
        made.add(record);
        made.add(given.tool());
        made.add(given.version());
        made.add(given.wording());
        made.add(given.assessedOn());
        new TreeMap<>(given.answers()).forEach((question, answer) -> {
            made.add(question);
            made.add(answer.answer().name());
            made.add(answer.source());
            made.add(answer.note());
        });
        made.add(given.judgement().grade());
        made.add(given.judgement().words());
        var correction = given.correction();
        made.add(correction == null ? null : correction.of());
        made.add(correction == null ? null : correction.why());
        return HexFormat.of().formatHex(made.digest.digest());
    }

    private void add(@Nullable Object value) {
        byte[] text = Objects.toString(value, "").getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(text.length).array());
        digest.update(text);
    }
}
