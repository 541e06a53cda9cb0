package org.witan.access.directory;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Refused;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;

/// Keeping the accounts of the people who sign in. It knows no password: how they prove who they are is kept elsewhere.
@Component
public class KeepingAccounts {
    /// A search shows so many people; more are not a list but a reason to type more.
    public static final int MOST = 100;

    private static final String ACCOUNT = "account";
    private final Witnessing witnessing;
    private final Accounts accounts;
    private final Memberships memberships;
    private final Absences absences;

    KeepingAccounts(Witnessing witnessing, Accounts accounts, Memberships memberships, Absences absences) {
        this.witnessing = witnessing;
        this.accounts = accounts;
        this.memberships = memberships;
        this.absences = absences;
    }

    /// People whose name or e-mail address contains some words, and the systems apart from them.
    ///
    /// @param words what to look for; empty for all
    public Found search(Viewer viewer, String words) {
        Deed deed = words.isEmpty()
                ? Deed.of(Verb.LIST, ACCOUNT)
                : Deed.of(Verb.SEARCH, ACCOUNT).with("words", words);
        return witnessing.witness(viewer, deed, _ -> {
            List<Account> people = accounts.search(words, MOST + 1);
            return new Found(
                    people.stream().limit(MOST).toList(),
                    people.size() > MOST,
                    words.isEmpty() ? accounts.systems() : List.of());
        });
    }

    /// All that is known of an account.
    ///
    /// @throws Absent when there is none
    public AccountFile open(Viewer viewer, UUID id) {
        return witnessing.witness(viewer, deed(Verb.READ, id), _ -> {
            Account account = accounts.find(id).orElseThrow(Absent::new);
            return new AccountFile(account, memberships.of(id), absences.of(id));
        });
    }

    /// Opens an account. It opens nothing until a membership is granted.
    public void add(Viewer viewer, Account.Details details) {
        witnessing.witness(viewer, deed(Verb.ADD, details.id()).with("email", details.email()), _ -> {
            Rules.once(Rules.kept(() -> accounts.add(details)), () -> accounts.has(details));
            return details;
        });
    }

    /// Changes what is known of a person.
    ///
    /// @param version of the account that was on the page
    public void change(Viewer viewer, Account.Details details, int version) {
        witnessing.witness(viewer, deed(Verb.CHANGE, details.id()).with("email", details.email()), _ -> {
            theOpen(details.id());
            Rules.fresh(Rules.kept(() -> accounts.change(details, version)));
            return details;
        });
    }

    /// Closes an account: nobody signs in with it and nobody acts with it from now on.
    public void close(Viewer viewer, UUID id, int version) {
        witnessing.witness(viewer, deed(Verb.CHANGE, id).with("closed", "now"), _ -> {
            theOpen(id);
            Rules.fresh(Rules.kept(() -> accounts.close(id, version)));
            return id;
        });
    }

    // A system's account is kept with its keys, on pages of its own; here it cannot be changed.
    private void theOpen(UUID id) {
        Account account = accounts.find(id).filter(one -> !one.system()).orElseThrow(Absent::new);
        if (account.closedAt() != null) {
            throw new Refused(Rules.CLOSED);
        }
    }

    private static Deed deed(Verb verb, UUID id) {
        return Deed.of(verb, ACCOUNT).with(ACCOUNT, id.toString());
    }

    /// What a search found.
    ///
    /// @param more whether there are more people than are shown
    public record Found(List<Account> people, boolean more, List<Account> systems) {}

    /// All that is known of an account.
    ///
    /// @param leave that is not over
    public record AccountFile(Account account, List<Membership> memberships, List<Absence> leave) {}
}
