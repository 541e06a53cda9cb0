-- The records that are nearest to one that comes are those that share the rarest keys.
--
-- Why: until now each key that two records share counted one, and of the records that share one key the first by id were
-- compared, up to 200. One of thousands at the postcode of a hostel counted as much as the only other with this telephone
-- number. Now a key counts the logarithm of how rare it is, in sixteenths of a bit so that sums are whole numbers and come
-- out alike in any order, and one more, so that none counts nothing. Whoever is cut off shares what many share.
-- Why it costs less: fewer need to be read and compared to find the same ones.
-- Existing rows: one function only.

drop function people.nearest;
create function people.nearest(record uuid, asked jsonb, most integer) returns table (
    place integer, other_id uuid, counts bigint, key bigint)
    language plpgsql stable security definer set search_path = people, pg_temp set enable_seqscan = off as $$
begin
    perform people.check_given_now(record);
    return query
    with given as materialized (
        select a.place, a.key, a.earlier
        from jsonb_to_recordset(nearest.asked) as a (place integer, key bigint, earlier bigint)),
    held as materialized (
        select k.key, f.records
        from (select distinct g.key from given g) k
        cross join lateral (
            select count(*) as records from (select from people.record_key r where r.key = k.key limit 5000) first) f),
    telling as materialized (
        -- A key that 5,000 records have tells nothing; the record itself is one of them.
        select g.place, g.key, g.earlier, h.records,
            1 + round(16 * ln(5000.0::float8 / greatest(1, h.records + g.earlier)) / ln(2.0::float8))::bigint as counts
        from given g join held h on h.key = g.key
        where h.records + g.earlier < 5000),
    ranked as (
        select t.place, r.record_id, sum(t.counts)::bigint as counts,
            row_number() over (partition by t.place order by sum(t.counts) desc, r.record_id) as rank
        from telling t join people.record_key r on r.key = t.key
        where t.records > 0
        group by t.place, r.record_id)
    select x.place, x.record_id, x.counts, null::bigint from ranked x where x.rank <= nearest.most
    union all
    select t.place, null, t.counts, t.key from telling t where t.earlier > 0;
end $$;
comment on function people.nearest is 'For each of some records on their way in, those known before with which it shares the rarest keys; and, with a key and no record, which of its keys others on their way have as well and few enough have to tell something. Asked: [{"place", "key", "earlier"}].';
revoke execute on function people.nearest from public;
grant execute on function people.nearest to witan_application;
