package org.witan.access.signin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/// Shows somebody the secret of a new time-based code, and proves that their app has it.
///
/// The secret of a page that is being filled in goes along with the page, encrypted and tied to its link. So each
/// opening of the page has a secret of its own: whoever opened the link before, to look, does not know the one that
/// counts.
@Component
public class ShowingCodes {
    private static final String ISSUER = "Witan";
    private final Strongbox strongbox;
    private final Clock clock;

    ShowingCodes(Strongbox strongbox, Clock clock) {
        this.strongbox = strongbox;
        this.clock = clock;
    }

    /// A new secret for the page behind a link.
    public Shown begin(String token) {
        return shown(Codes.newSecret(), token);
    }

    /// The secret that came back with the page; a new one when what came back is not ours.
    public Shown again(String token, String kept) {
        return secret(token, kept).map(secret -> shown(secret, token)).orElseGet(() -> begin(token));
    }

    /// The credential, when the code fits the secret of the page.
    public Optional<NewCredential> proved(String token, String kept, String code, String password) {
        return secret(token, kept).flatMap(secret -> {
            var step = Codes.step(secret, digits(code), clock.instant());
            return step.isPresent()
                    ? Optional.of(new NewCredential(password, secret, step.getAsLong()))
                    : Optional.empty();
        });
    }

    /// A code as it was typed, without the blank that apps show in its middle.
    static String digits(String code) {
        return code.replace(" ", "");
    }

    private Shown shown(SecretKeySpec secret, String token) {
        String letters = Codes.letters(secret);
        String address = "otpauth://totp/" + ISSUER + "?secret=" + letters + "&issuer="
                + URLEncoder.encode(ISSUER, StandardCharsets.UTF_8);
        String kept = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(strongbox.lock(secret.getEncoded(), owner(token)));
        return new Shown(kept, letters.replaceAll("(.{4})(?=.)", "$1 "), address);
    }

    private Optional<SecretKeySpec> secret(String token, String kept) {
        try {
            return strongbox
                    .unlock(Base64.getUrlDecoder().decode(kept), owner(token))
                    .map(Codes::secret);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static String owner(String token) {
        return "page of link " + token;
    }

    /// A secret as the page shows it.
    ///
    /// @param kept for a hidden field; encrypted
    /// @param letters for whoever types it
    /// @param address for an app that reads a picture
    public record Shown(String kept, String letters, String address) {

        @Override
        public String toString() {
            return "a secret";
        }
    }
}
