-- Tries at once wait for each other, so the time of a try is taken after the wait. With the time at which a transaction
-- began, a try could find one that was counted "after" it, and was told to wait although there were only two.

create or replace function access.try_sign_in(id uuid, person bytea, place bytea) returns integer
    language plpgsql security definer set search_path = access, pg_temp as $$
declare
    known boolean;
    moment timestamptz;
    free_at timestamptz;
begin
    -- Tries for one person, and from one place, are counted one after the other: a hundred at once are a hundred.
    perform pg_advisory_xact_lock(1784, hashtext(encode(try_sign_in.person, 'hex')));
    perform pg_advisory_xact_lock(1785, hashtext(encode(try_sign_in.place, 'hex')));
    moment := clock_timestamp();
    delete from access.sign_in_try t
    where t.at < moment - interval '30 days' or (not t.succeeded and t.at < moment - interval '1 day');
    delete from access.kept_words w where w.kept_at < moment - interval '1 day';
    -- Somebody elsewhere who guesses must not keep a person out from where that person has signed in before.
    known := exists (select from access.sign_in_try t
                     where t.person = try_sign_in.person and t.place = try_sign_in.place and t.succeeded);
    select max(x.at) into free_at from (
        select max(t.at) + access.pause_after(count(*), 5, 10, 20) as at from access.sign_in_try t
        where t.person = try_sign_in.person and not t.succeeded and t.at > moment - interval '1 hour'
          and (not known or (t.place = try_sign_in.place
               and t.at > (select max(s.at) from access.sign_in_try s
                           where s.person = try_sign_in.person and s.place = try_sign_in.place and s.succeeded)))
        union all
        select max(t.at) + access.pause_after(count(*), 100, 150, 200) from access.sign_in_try t
        where t.place = try_sign_in.place and not t.succeeded and t.at > moment - interval '1 hour') x;
    if free_at > moment then
        return ceil(extract(epoch from free_at - moment))::integer;
    end if;
    insert into access.sign_in_try (id, person, place, at)
    values (try_sign_in.id, try_sign_in.person, try_sign_in.place, moment);
    return 0;
end $$;
