-- The coordinator asks about two records that the engine did not suggest.
--
-- Why a suggestion and no page of its own: whoever links two records by hand must see what they would see in the review, the
-- two side by side and every warning, and what they decide must be kept, undone and remembered in the same way.
-- Why the guard is found here for what hangs on the whole persons (protected, closed, in two roles): a record of them that
-- the coordinator does not see may be what makes the link dangerous. As in the review, they learn the reason and not whose.
-- Existing rows: functions and one reason only.

insert into people.guard (code, words) values
    ('ASKED', 'Witan did not find these two alike: somebody asked about them.');

create function people.ask_about(
    one uuid, other uuid, weight double precision, probability double precision, waterfall jsonb, guard text, reason text)
    returns uuid language plpgsql security definer set search_path = people, pg_temp as $$
declare
    found uuid;
    here record;
    there record;
    danger text;
begin
    perform people.take_turn();
    perform people.check_decides(one, other);
    if one = other or people.is_together(one, other) then
        return null;
    end if;
    select bool_or(s.protected) as protected, bool_or(k.record_id is not null) as closed,
        bool_or(s.standing = 'PERPETRATOR') as accused, bool_or(s.standing <> 'PERPETRATOR') as others
    into here
    from people.persons_alike(one) a join people.source_record s on s.id = a left join access.closed k on k.record_id = a;
    select bool_or(s.protected) as protected, bool_or(k.record_id is not null) as closed,
        bool_or(s.standing = 'PERPETRATOR') as accused, bool_or(s.standing <> 'PERPETRATOR') as others
    into there
    from people.persons_alike(other) a join people.source_record s on s.id = a left join access.closed k on k.record_id = a;
    danger := case
        when here.protected or there.protected then 'PROTECTED'
        when here.closed or there.closed then 'CLOSED'
        when (here.accused and there.others) or (there.accused and here.others) then 'ROLES'
        else ask_about.guard end;
    insert into people.suggestion (id, record_id, other_id, weight, probability, waterfall, guard, reason, made_at)
    values (uuidv7(), one, other, ask_about.weight, ask_about.probability, ask_about.waterfall, danger,
            ask_about.reason, now())
    on conflict do nothing
    returning id into found;
    if found is null then
        select s.id into found from people.suggestion s
        where (s.record_id, s.other_id) in ((one, other), (other, one));
        -- What was decided and does not hold any more is decided anew.
        update people.suggestion s set decision = null, decided_at = null, decided_by = null, remark = null
        where s.id = found and s.decision is not null
          and not exists (select from people.apart a
                          where a.lifted_at is null and a.record_id = least(one, other) and a.other_id = greatest(one, other));
    end if;
    return found;
end $$;
comment on function people.ask_about is 'Puts two records before the coordinator who asks about them, with the reason that makes it dangerous, and returns the suggestion; null when they are of one person. WI006 for whoever may not decide about both.';

revoke execute on function people.ask_about from public;
grant execute on function people.ask_about to witan_application;
