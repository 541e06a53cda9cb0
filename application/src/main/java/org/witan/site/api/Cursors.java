package org.witan.site.api;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import org.witan.access.TrailKey;
import org.witan.access.Viewer;

/// Where the next page of a list begins, in letters that only we can write: the last record, signed for one system, one
/// list and one search.
@Component
public final class Cursors {
    private static final int ID = 16;
    private final byte[] secret;

    Cursors(TrailKey key) {
        this.secret = key.derived("cursors of the API");
    }

    /// The cursor after a record.
    public String after(UUID record, Viewer viewer, String list) {
        byte[] id = bytes(record);
        byte[] both = Arrays.copyOf(id, ID + ID);
        System.arraycopy(signature(id, viewer, list), 0, both, ID, ID);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(both);
    }

    /// The record that a cursor stands for.
    ///
    /// @throws Unusable when it is none of ours, or another system's, or of another list
    public UUID read(String cursor, Viewer viewer, String list) {
        byte[] both = decoded(cursor);
        byte[] id = Arrays.copyOf(both, ID);
        if (both.length != ID + ID
                || !MessageDigest.isEqual(Arrays.copyOfRange(both, ID, ID + ID), signature(id, viewer, list))) {
            throw new Unusable(Fault.BAD_CURSOR);
        }
        var buffer = ByteBuffer.wrap(id);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    private static byte[] decoded(String cursor) {
        try {
            return Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException _) {
            throw new Unusable(Fault.BAD_CURSOR);
        }
    }

    private byte[] signature(byte[] id, Viewer viewer, String list) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update(id);
            mac.update(bytes(viewer.account()));
            return Arrays.copyOf(mac.doFinal(list.getBytes(StandardCharsets.UTF_8)), ID);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(ID)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
