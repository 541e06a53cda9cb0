package org.witan.access.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Viewer;

/// What waits for somebody in the directory and on the lists of records, as numbers and days. Asked inside a witnessed
/// piece of work; the policies of the tables decide what is counted.
@Component
public class Awaiting {
    private final Agencies agencies;
    private final Absences absences;
    private final JdbcClient database;

    Awaiting(Agencies agencies, Absences absences, JdbcClient database) {
        this.agencies = agencies;
        this.absences = absences;
        this.database = database;
    }

    /// The agencies that take part, with how each stands.
    public List<Agency> agencies() {
        return agencies.all().stream()
                .filter(agency -> agency.closedAt() == null)
                .toList();
    }

    /// The agency of whoever looks.
    public Optional<Agency> ownAgency(Viewer viewer) {
        return agencies.find(viewer.agency());
    }

    /// The last day of the membership of whoever looks; empty while it goes on.
    public Optional<LocalDate> ownEnd(Viewer viewer) {
        return database.sql("select ends_on from access.membership where id = :id and ends_on is not null")
                .param("id", viewer.membership())
                .query(LocalDate.class)
                .optional();
    }

    /// Leave of whoever looks that is not over.
    public List<Absence> ownLeave(Viewer viewer) {
        return absences.of(viewer.account());
    }

    /// Leave of others for whom whoever looks stands in.
    public List<Absence> standsIn(Viewer viewer) {
        return absences.deputisedBy(viewer.account());
    }

    /// Memberships of others that end within some days.
    public Due membershipsThatEnd(Viewer viewer, int days) {
        return due("""
                select count(*) as number, min(m.ends_on) as first
                from access.membership m join access.account a on a.id = m.account_id
                where a.closed_at is null and m.account_id <> :account
                  and m.ends_on between access.today() and access.today() + cast(:days as integer)
                """, viewer.account(), days);
    }

    /// Declarations of a conflict that nobody has dealt with, by others.
    public Due declarations(Viewer viewer) {
        return due("""
                select count(*) as number, min((declared_at at time zone 'Europe/London')::date) as first
                from access.declaration
                where resolved_at is null and account_id <> :account and :days = 0
                """, viewer.account(), 0);
    }

    /// Embargoes that end within some days, each the latest of its record.
    public Due embargoesThatEnd(Viewer viewer, int days) {
        return due("""
                select count(*) as number, min((e.until_at at time zone 'Europe/London')::date) as first
                from access.embargo e
                where e.until_at > now() and e.until_at < now() + make_interval(days => :days)
                  and cast(:account as uuid) is not null
                  and not exists (select from access.embargo later
                                  where later.record_id = e.record_id and later.made_at > e.made_at)
                """, viewer.account(), days);
    }

    /// Glass that others broke and that nobody has reviewed.
    public Due brokenGlass(Viewer viewer) {
        return due("""
                select count(*) as number, min((b.opened_at at time zone 'Europe/London')::date) as first
                from access.broken_glass b
                where b.reviewed_at is null and :days = 0
                  and not exists (select from access.colleague c
                                  where c.membership_id = b.membership_id and c.account_id = :account)
                """, viewer.account(), 0);
    }

    private Due due(String statement, UUID account, int days) {
        return database.sql(statement)
                .param("account", account)
                .param("days", days)
                .query((row, _) -> new Due(row.getLong("number"), row.getObject("first", LocalDate.class)))
                .single();
    }

    /// So many, and the day of the first.
    public record Due(long number, @Nullable LocalDate first) {}
}
