package org.witan.site.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.witan.access.TrailKey;
import org.witan.access.signin.PendingReturn;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Keeps in the browser what must come back with somebody who signs in by a provider.
///
/// The session cookie is strict, so a browser does not send it with somebody who comes from another site, as everybody
/// does who comes from a provider. This one is lax, lives for minutes, and is encrypted with a key that every node has:
/// whoever reads or changes it gains nothing. Where the session cookie is bound to this host and to encrypted pages, so
/// is this one, or a neighbour of our name could put its own in the place of ours.
@Component
final class ReturnCookie {
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int VECTOR = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final JsonMapper JSON = new JsonMapper();
    private final SecretKey key;
    private final boolean encrypted;
    private final String name;

    /// @param encrypted whether the site is, as for the session cookie
    ReturnCookie(TrailKey secret, @Value("${server.servlet.session.cookie.secure:false}") boolean encrypted) {
        this.encrypted = encrypted;
        this.name = encrypted ? "__Host-witan-return" : "witan-return";
        this.key = new SecretKeySpec(secret.derived("return from a provider"), "AES");
    }

    void keep(HttpServletResponse response, PendingReturn pending) {
        write(response, sealed(JSON.writeValueAsString(pending)), LIFE);
    }

    /// What the browser kept; from now on it keeps nothing. Null when there is nothing, or nothing of ours.
    @Nullable
    PendingReturn taken(HttpServletRequest request, HttpServletResponse response) {
        write(response, "", Duration.ZERO);
        Cookie[] cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
        return Stream.of(cookies)
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst()
                .map(Cookie::getValue)
                .map(this::opened)
                .orElse(null);
    }

    private void write(HttpServletResponse response, String value, Duration life) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name, value)
                        // The prefix asks for the whole site.
                        .path(encrypted ? "/" : "/sign-in/oidc")
                        .httpOnly(true)
                        .secure(encrypted)
                        .sameSite("Lax")
                        .maxAge(life)
                        .build()
                        .toString());
    }

    private String sealed(String text) {
        byte[] vector = new byte[VECTOR];
        RANDOM.nextBytes(vector);
        try {
            byte[] hidden = cipher(Cipher.ENCRYPT_MODE, vector).doFinal(text.getBytes(StandardCharsets.UTF_8));
            byte[] all = ByteBuffer.allocate(VECTOR + hidden.length)
                    .put(vector)
                    .put(hidden)
                    .array();
            return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private @Nullable PendingReturn opened(String value) {
        try {
            byte[] all = Base64.getUrlDecoder().decode(value);
            if (all.length <= VECTOR) {
                return null;
            }
            byte[] text =
                    cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(all, VECTOR)).doFinal(all, VECTOR, all.length - VECTOR);
            return JSON.readValue(text, PendingReturn.class);
        } catch (GeneralSecurityException | IllegalArgumentException | JacksonException _) {
            return null;
        }
    }

    private Cipher cipher(int mode, byte[] vector) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, vector));
        return cipher;
    }
}
