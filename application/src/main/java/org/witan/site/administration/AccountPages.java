package org.witan.site.administration;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.witan.access.Viewer;
import org.witan.access.directory.Account;
import org.witan.access.directory.Invitations;
import org.witan.access.directory.KeepingAccounts;
import org.witan.access.directory.KeepingAccounts.AccountFile;
import org.witan.access.directory.KeepingAccounts.Found;
import org.witan.access.directory.OpenSessions;
import org.witan.site.Days;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.FormPage;
import org.witan.site.FormPage.Control;
import org.witan.site.Wording;

/// Makes the pages about accounts.
@Component
final class AccountPages {
    private static final String ACCOUNTS = "/administration/accounts";
    private final Wording words;
    private final Changes changes;
    private final MembershipWords memberships;
    private final Days days;
    private final ObjectProvider<Invitations> invitations;
    private final ObjectProvider<OpenSessions> sessions;

    AccountPages(
            Wording words,
            Changes changes,
            MembershipWords memberships,
            Days days,
            ObjectProvider<Invitations> invitations,
            ObjectProvider<OpenSessions> sessions) {
        this.words = words;
        this.changes = changes;
        this.memberships = memberships;
        this.days = days;
        this.invitations = invitations;
        this.sessions = sessions;
    }

    Accounts list(Form search, Found found) {
        String looked = search.value("words");
        return new Accounts(
                search.text("words"),
                looked.isEmpty()
                        ? null
                        : words.the(
                                "administration.search.found", found.people().size(), looked),
                found.more() ? words.the("administration.search.more", KeepingAccounts.MOST) : null,
                found.people().stream().map(this::row).toList(),
                found.systems().stream().map(this::row).toList());
    }

    private Row row(Account account) {
        return new Row(ACCOUNTS + "/" + account.id(), account.name(), account.email(), state(account));
    }

    private String state(Account account) {
        var closed = account.closedAt();
        if (closed != null) {
            return words.the("administration.account.closed", Days.words(closed));
        }
        return words.the(
                account.acts() == 0 ? "administration.account.acts-not" : "administration.account.acts",
                account.acts());
    }

    AccountPage account(Viewer viewer, AccountFile file, @Nullable String link) {
        Account account = file.account();
        return new AccountPage(
                account.id(),
                account.name(),
                account.email(),
                account.closedAt() == null && !account.system(),
                account.system(),
                state(account),
                words.the("administration.account.added", Days.words(account.addedAt())),
                account.homePostcode(),
                account.id().equals(viewer.account()),
                invitations.getIfAvailable() != null,
                sessions.getIfAvailable() != null,
                link,
                file.memberships().stream()
                        .filter(one -> !one.endedBefore(days.today()))
                        .map(memberships::row)
                        .toList(),
                file.memberships().stream()
                        .filter(one -> one.endedBefore(days.today()))
                        .map(memberships::row)
                        .toList(),
                file.leave().stream()
                        .map(leave -> words.the(
                                "administration.account.leave",
                                Days.words(leave.fromOn()),
                                Days.words(leave.untilOn()),
                                leave.deputyName()))
                        .toList());
    }

    FormPage adding(Form form, UUID id) {
        return fields(
                        FormPage.titled(
                                words.the("administration.account.add"),
                                ACCOUNTS,
                                words.the("administration.account.add.button")),
                        form)
                .text(words.the("administration.account.add.text"))
                .hidden("id", id)
                .back(ACCOUNTS, words.the("site.cancel"))
                .made();
    }

    FormPage editing(Form form, Account account, boolean stale) {
        String place = ACCOUNTS + "/" + account.id();
        var now = List.of(words.the("administration.account.now", account.name(), account.email()));
        return fields(
                        FormPage.titled(
                                words.the("administration.account.edit"),
                                place + "/edit",
                                words.the("administration.save")),
                        form)
                .above(account.name())
                .changed(stale ? changes.words(account.change(), now) : List.of())
                .hidden("version", stale || form.problems().isEmpty() ? account.version() : form.value("version"))
                .back(place, words.the("site.cancel"))
                .made();
    }

    private static FormPage.Making fields(FormPage.Making page, Form form) {
        return page.problems(form.problems())
                .ask(Control.TEXT, form.text("given-name"))
                .ask(Control.TEXT, form.text("family-name"))
                .ask(Control.TEXT, form.text("email", "email", "off"))
                .ask(Control.TEXT, form.text("home-postcode"));
    }

    FormPage closing(AccountFile file, boolean stale) {
        Account account = file.account();
        String place = ACCOUNTS + "/" + account.id();
        var losing = file.memberships().stream()
                .filter(one -> !one.endedBefore(days.today()))
                .map(memberships::line)
                .toList();
        return FormPage.titled(
                        words.the("administration.account.close"),
                        place + "/close",
                        words.the("administration.account.close.button"))
                .above(account.name())
                .dangerous()
                .changed(stale ? changes.words(account.change(), List.of()) : List.of())
                .text(words.the(
                        losing.isEmpty()
                                ? "administration.account.close.nothing"
                                : "administration.account.close.losing"))
                .list(losing)
                .warning(words.the("administration.account.close.warning"))
                .hidden("version", account.version())
                .back(place, words.the("site.cancel"))
                .made();
    }

    /// The list.
    ///
    /// @param found how many were found for which words; null when nobody looked for any
    /// @param more that there are more; null when there are not
    record Accounts(
            Field search, @Nullable String found, @Nullable String more, List<Row> people, List<Row> systems) {}

    record Row(String path, String name, String email, String state) {}

    /// One account.
    ///
    /// @param own whether it is the reader's own
    /// @param link for setting up the sign-in, when it was just made
    record AccountPage(
            UUID id,
            String name,
            String email,
            boolean open,
            boolean system,
            String state,
            String added,
            @Nullable String homePostcode,
            boolean own,
            boolean canInvite,
            boolean canEndSessions,
            @Nullable String link,
            List<MembershipWords.Row> current,
            List<MembershipWords.Row> former,
            List<String> leave) {}
}
