package org.witan.site.signin;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.witan.access.signin.NewCredential;
import org.witan.access.signin.PasswordRules;
import org.witan.access.signin.ShowingCodes;
import org.witan.site.Field;
import org.witan.site.Form;

/// The part of a page on which somebody sets a password with a time-based code.
@Component
final class CredentialForm {
    private final PasswordRules rules;
    private final ShowingCodes codes;

    CredentialForm(PasswordRules rules, ShowingCodes codes) {
        this.rules = rules;
        this.codes = codes;
    }

    /// The part as it is shown: with the secret that came along, or a new one.
    View view(String token, Form form) {
        String kept = form.verbatim("kept");
        var shown = kept.isEmpty() ? codes.begin(token) : codes.again(token, kept);
        return new View(
                form.password("password", "new-password"),
                form.code("code"),
                shown.kept(),
                shown.letters(),
                Picture.of(shown.address()));
    }

    /// What was chosen; the form says what is wrong when there is nothing.
    ///
    /// @param context what somebody who knows the person would try
    Optional<NewCredential> read(String token, Form form, List<String> context) {
        String password = form.verbatim("password");
        rules.problem(password, context)
                .ifPresent(key -> form.reject("password", key, PasswordRules.SHORTEST, PasswordRules.LONGEST));
        String code = form.value("code");
        if (code.isEmpty()) {
            form.reject("code", "missing");
            return Optional.empty();
        }
        Optional<NewCredential> credential = codes.proved(token, form.verbatim("kept"), code, password);
        if (credential.isEmpty()) {
            form.reject("code", "wrong");
        }
        return credential;
    }

    /// @param kept secret for the hidden field; encrypted
    /// @param letters the secret for whoever types it
    record View(Field password, Field code, String kept, String letters, Picture picture) {

        @Override
        public String toString() {
            return "a credential to set";
        }
    }
}
