package org.witan.access.signin;

import org.jspecify.annotations.Nullable;
import org.witan.access.Caller;

/// A kind of credential with which somebody who has signed in proves that they still sit there. Each kind is a bean.
public interface ProofOfPresence {

    /// The kind of proof that it takes.
    Class<? extends Proof> takes();

    /// Whether whoever asks has such a credential.
    boolean isOpenTo(Caller caller);

    /// Checks a proof. A wrong one is in the trail and is published as [ProofRefused].
    ///
    /// @throws org.witan.access.Refused when it proves nothing
    void prove(Caller caller, Proof proof);

    /// What somebody offers as proof.
    sealed interface Proof {}

    /// What an authenticator answered.
    ///
    /// @param site where it was asked
    /// @param challenge what it was asked; null when nothing was
    /// @param answer in JSON
    record PasskeyAnswer(RelyingParty site, @Nullable Challenge challenge, String answer) implements Proof {
        @Override
        public String toString() {
            return "answer of a passkey";
        }
    }

    /// A password with a time-based code.
    record PasswordAndCode(String password, String code) implements Proof {
        @Override
        public String toString() {
            return "password and code";
        }
    }
}
