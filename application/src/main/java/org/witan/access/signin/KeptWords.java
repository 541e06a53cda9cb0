package org.witan.access.signin;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Caller;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Witnessing;

/// What somebody was typing when their session was about to end: kept here for a day and for them
/// alone, because nothing may stay behind on a machine that others use.
///
/// It belongs to one page and is never offered on another, not even on one of the same kind: words
/// about one record must not end up with a second.
@Component
public class KeptWords {
    private static final int LONGEST = 100_000;
    private static final String WHAT = "unsent words";
    private final Witnessing witnessing;
    private final JdbcClient database;
    private final Strongbox strongbox;

    KeptWords(Witnessing witnessing, JdbcClient database, Strongbox strongbox) {
        this.witnessing = witnessing;
        this.database = database;
        this.strongbox = strongbox;
    }

    /// Keeps the words of a page, in place of what was kept for it before; returns whether they could be kept.
    ///
    /// @param place path of the page
    public boolean keep(Caller caller, String place, String words) {
        if (caller.account() == null || !place.matches("/(?![/\\\\])[!-~]{0,298}") || words.length() > LONGEST) {
            return false;
        }
        return witnessing.witness(
                caller,
                Deed.of(Verb.ADD, WHAT),
                _ -> database.sql("""
                        insert into access.kept_words (account_id, place, sealed) values (:account, :place, :sealed)
                        on conflict (account_id, place) do update set sealed = excluded.sealed, kept_at = now()
                        """)
                                .param("account", caller.account())
                                .param("place", place)
                                .param(
                                        "sealed",
                                        strongbox.lock(words.getBytes(StandardCharsets.UTF_8), owner(caller, place)))
                                .update()
                        == 1);
    }

    /// The pages for which words are kept. Asked inside a witnessed piece of work of the person.
    public List<String> places() {
        return database.sql("""
                        select place from access.kept_words where kept_at > now() - interval '1 day' order by kept_at desc
                        """).query((row, _) -> row.getString("place")).list();
    }

    /// Hands the words of a page back; after that they are kept no more.
    public Optional<String> take(Caller caller, String place) {
        return witnessing.witness(
                caller,
                Deed.of(Verb.READ, WHAT),
                _ -> database.sql("""
                        delete from access.kept_words where place = :place and kept_at > now() - interval '1 day'
                        returning sealed
                        """)
                        .param("place", place)
                        .query((row, _) -> row.getBytes("sealed"))
                        .optional()
                        .flatMap(locked -> strongbox.unlock(locked, owner(caller, place)))
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8)));
    }

    private static String owner(Caller caller, String place) {
        return "words of " + caller.account() + " at " + place;
    }
}
