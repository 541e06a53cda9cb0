package org.witan.site.api;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.witan.access.systems.KeptAnswer;
import org.witan.access.systems.Write;

/// The key that every write must have, so that it is done once however often it is sent.
public final class Keys {
    public static final String HEADER = "Idempotency-Key";
    private static final Pattern KEY = Pattern.compile("\"?([A-Za-z0-9._~-]{16,80})\"?");

    private Keys() {}

    /// The write that a key and a request make.
    ///
    /// @param path method and path as they were sent
    /// @throws Unusable when there is no key, or one that is too short to be used once
    public static Write write(@Nullable String key, String path, byte[] body) {
        if (key == null) {
            throw new Unusable(Fault.KEY_MISSING);
        }
        var read = KEY.matcher(key);
        if (!read.matches()) {
            throw new Unusable(Fault.BAD_REQUEST, HEADER);
        }
        return Write.of(read.group(1), path, body);
    }

    /// The answer as it is sent, the first time and each time again.
    public static ResponseEntity<byte[]> answer(KeptAnswer answer) {
        return ResponseEntity.status(answer.status())
                .location(URI.create(answer.place()))
                .contentType(MediaType.APPLICATION_JSON)
                .body(answer.body().getBytes(StandardCharsets.UTF_8));
    }
}
