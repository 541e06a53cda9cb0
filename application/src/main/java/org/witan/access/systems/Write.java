package org.witan.access.systems;

import java.util.HexFormat;

/// What tells one write of a system from another.
///
/// @param key the key that the system gave it
/// @param digest SHA-256 of method, path and body, as hexadecimal digits
public record Write(String key, String digest) {

    /// The write with a key and a whole request.
    public static Write of(String key, String methodAndPath, byte[] body) {
        byte[] head = Credential.digest(methodAndPath);
        byte[] both = new byte[head.length + body.length];
        System.arraycopy(head, 0, both, 0, head.length);
        System.arraycopy(body, 0, both, head.length, body.length);
        return new Write(key, HexFormat.of().formatHex(Credential.digest(both)));
    }
}
