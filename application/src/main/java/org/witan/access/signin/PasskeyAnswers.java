package org.witan.access.signin;

import com.webauthn4j.verifier.exception.BadChallengeException;
import com.webauthn4j.verifier.exception.BadOriginException;
import com.webauthn4j.verifier.exception.BadRpIdException;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import com.webauthn4j.verifier.exception.UserNotVerifiedException;
import java.util.function.Supplier;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.witan.access.Refused;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What authenticators and browsers say, read and written; and each way in which it can be wrong, as a refusal.
final class PasskeyAnswers {
    static final String CHALLENGE = "passkeys.refused.challenge";
    static final String COUNT = "passkeys.refused.count";
    static final String UNKNOWN = "passkeys.refused.unknown";
    private static final String ORIGIN = "passkeys.refused.origin";
    private static final String HOLDER = "passkeys.refused.holder";
    private static final String INVALID = "passkeys.refused.invalid";
    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    private PasskeyAnswers() {}

    static String written(Object options) {
        return JSON.writeValueAsString(options);
    }

    static PublicKeyCredential<AuthenticatorAssertionResponse> proof(String answer) {
        return read(answer, new TypeReference<>() {});
    }

    static PublicKeyCredential<AuthenticatorAttestationResponse> registration(String answer) {
        return read(answer, new TypeReference<>() {});
    }

    private static <T> T read(String answer, TypeReference<T> type) {
        try {
            return JSON.readValue(answer, type);
        } catch (JacksonException | IllegalArgumentException _) {
            throw new Refused(INVALID);
        }
    }

    /// The result of a check; whatever the check finds wrong becomes a refusal, and no text of the library goes
    /// further.
    static <T> T checked(Supplier<T> check) {
        try {
            return check.get();
        } catch (BadChallengeException _) {
            throw new Refused(CHALLENGE);
        } catch (BadOriginException | BadRpIdException _) {
            throw new Refused(ORIGIN);
        } catch (MaliciousCounterValueException _) {
            throw new Refused(COUNT);
        } catch (UserNotVerifiedException _) {
            throw new Refused(HOLDER);
        } catch (Refused refused) {
            throw refused;
        } catch (RuntimeException _) {
            throw new Refused(INVALID);
        }
    }
}
