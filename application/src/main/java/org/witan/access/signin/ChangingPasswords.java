package org.witan.access.signin;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Caller;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Witnessing;

/// Lets somebody who has signed in choose another password: with the former one and a code, so that nobody does it at a
/// desk that was left. All their other sessions end.
@Component
public class ChangingPasswords {
    private final Witnessing witnessing;
    private final JdbcClient database;
    private final LocalCredentials credentials;
    private final Passwords passwords;
    private final SignInTries tries;
    private final Clock clock;

    ChangingPasswords(
            Witnessing witnessing,
            JdbcClient database,
            LocalCredentials credentials,
            Passwords passwords,
            SignInTries tries,
            Clock clock) {
        this.witnessing = witnessing;
        this.database = database;
        this.credentials = credentials;
        this.passwords = passwords;
        this.tries = tries;
        this.clock = clock;
    }

    /// What somebody who knows the person would try as a password: names and address. Empty when the person has no
    /// password.
    public Optional<Person> person(Caller caller) {
        return witnessing.witness(
                caller,
                Deed.of(Verb.READ, "own account"),
                _ -> database.sql("""
                        select given_name, family_name, email from access.own_account()
                        """)
                        .query((row, _) -> new Person(
                                row.getString("given_name"), row.getString("family_name"), row.getString("email")))
                        .optional());
    }

    /// Changes the password.
    ///
    /// @param session identity of the session that asks, which goes on
    public Outcome change(Caller caller, Person person, Typed typed, String session) {
        var admission = tries.admit(person.email(), caller.origin().address());
        if (admission.hasToWait()) {
            return new Wait(admission.pause());
        }
        Optional<LocalCredentials.Kept> kept = credentials.of(person.email());
        boolean fits = passwords.fits(
                typed.former(), kept.map(LocalCredentials.Kept::password).orElse(null));
        OptionalLong step = Codes.step(SigningIn.secretOf(kept), ShowingCodes.digits(typed.code()), clock.instant());
        if (!fits || step.isEmpty()) {
            return refused(caller);
        }
        boolean changed = witnessing.witness(
                caller,
                Deed.of(Verb.CREDENTIAL, "password"),
                _ -> database.sql("select access.change_password(:step, :password, :session)")
                        .param("step", step.getAsLong())
                        .param("password", passwords.encode(typed.wanted()))
                        .param("session", session)
                        .query(Boolean.class)
                        .single());
        if (!changed) {
            return refused(caller);
        }
        tries.succeeded(admission);
        return new Changed();
    }

    private Outcome refused(Caller caller) {
        witnessing.witness(
                new Caller(Objects.requireNonNull(caller.account()), caller.origin()),
                Deed.of(Verb.SIGN_IN_REFUSED, "password").with("reason", "password or code"),
                _ -> true);
        return new NotProved();
    }

    /// Whose password it is.
    public record Person(String givenName, String familyName, String email) {

        @Override
        public String toString() {
            return "a person";
        }
    }

    /// What was typed.
    ///
    /// @param wanted the new password, which the rules have passed
    public record Typed(String former, String code, String wanted) {

        @Override
        public String toString() {
            return "typed passwords";
        }
    }

    /// What came of it.
    public sealed interface Outcome {}

    /// The new password counts, and all other sessions have ended.
    public record Changed() implements Outcome {}

    /// The former password or the code is wrong.
    public record NotProved() implements Outcome {}

    /// There have been too many tries.
    public record Wait(Duration time) implements Outcome {}
}
