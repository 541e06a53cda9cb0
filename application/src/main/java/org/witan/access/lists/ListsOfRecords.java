package org.witan.access.lists;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The lists and barriers of records, as rows. Asked inside a witnessed piece of work.
@Repository
class ListsOfRecords {
    private static final String COLLEAGUE = "(select c.given_name || ' ' || c.family_name from access.colleague c "
            + "where c.account_id = %s limit 1)";
    private static final String ALL = """
            select 'PARTY' as listing, cast(p.agency_id as text) as key, y.name as who, '' as why, p.from_at as since,
                '' as by, p.until_at as until, '' as ended_by, p.until_at is null as open
            from access.party p join access.agency y on y.id = p.agency_id where p.record_id = :record
            union all
            select 'ASSIGNMENT', cast(s.account_id as text), {s.account_id}, '', s.from_at, '', s.until_at, '',
                s.until_at is null
            from access.assignment s where s.record_id = :record
            union all
            select 'NAME', cast(l.id as text), {l.account_id}, l.reason, l.made_at, {l.made_by}, l.lifted_at,
                {l.lifted_by}, l.lifted_at is null
            from access.allowance l where l.record_id = :record
            union all
            select 'RESTRICTION', cast(x.id as text), '', x.reason, x.made_at, {x.made_by}, x.lifted_at, {x.lifted_by},
                x.lifted_at is null
            from access.restriction x where x.record_id = :record
            union all
            select case when b.agency_id is null then 'BARRIER' else 'EMPLOYEE_CASE' end, cast(b.id as text),
                coalesce((select y.name from access.agency y where y.id = b.agency_id), {b.account_id}),
                k.words || case when b.reason = '' then '' else ': ' || b.reason end, b.made_at, {b.made_by},
                b.lifted_at, {b.lifted_by}, b.lifted_at is null
                    and not exists (select from access.membership h
                                    where h.account_id = (select access.viewer_account()) and h.agency_id = b.agency_id)
            from access.barrier b join access.barrier_kind k on k.code = b.kind where b.record_id = :record
            union all
            select 'EMBARGO', '', '', e.reason, e.made_at, {e.made_by}, e.until_at, '',
                e.until_at > now() and not exists (select from access.embargo later
                                                   where later.record_id = e.record_id and later.made_at > e.made_at)
            from access.embargo e where e.record_id = :record
            order by open desc, since, who
            """.replaceAll("\\{([a-z_.]+)}", COLLEAGUE.replace("%s", "$1"));

    private final JdbcClient database;

    ListsOfRecords(JdbcClient database) {
        this.database = database;
    }

    /// Every row of every list, those that hold first.
    List<Entry> of(UUID record) {
        return database.sql(ALL)
                .param("record", record)
                .query(ListsOfRecords::read)
                .list();
    }

    private static Entry read(ResultSet row, int number) throws SQLException {
        return new Entry(
                Listing.valueOf(row.getString("listing")),
                row.getString("key"),
                Entry.name(row.getString("who")),
                row.getString("why"),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                Entry.name(row.getString("by")),
                Optional.ofNullable(row.getObject("until", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant)
                        .orElse(null),
                Entry.name(row.getString("ended_by")),
                row.getBoolean("open"));
    }

    /// Runs a statement about a record, an agency or account, and whoever looks, and says how many rows it wrote.
    int write(String statement, Parameters parameters) {
        return database.sql(statement)
                .param("id", parameters.id())
                .param("record", parameters.record())
                .param("whom", parameters.whom())
                .param("by", parameters.by())
                .param("reason", parameters.reason())
                .update();
    }

    /// What such a statement may need.
    ///
    /// @param id of the new row
    /// @param whom the agency, account or row that it is about
    /// @param by the account of whoever looks
    record Parameters(UUID id, UUID record, UUID whom, UUID by, String reason) {}
}
