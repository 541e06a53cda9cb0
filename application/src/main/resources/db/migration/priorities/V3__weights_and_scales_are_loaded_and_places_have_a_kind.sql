-- The analyst loads another table of weights or another scale; a problem says what kind of place it is about.
--
-- Why a version is added and none is changed: a score stays readable beside the scale it was made with, and a profile that was taken
-- away says which weights it used. A version bears its day, which is not past, so that nothing that was shown is told otherwise.
-- Why the analyst and not the group: whoever is ranked by a scale should not be who sets it. The group sees every version.
-- Existing rows: the shipped weights and the shipped scale have nobody who loaded them. Problems so far are about any place.

alter table priorities.harm_weight add column loaded_at timestamptz, add column loaded_by uuid;
alter table priorities.harm_weight
    add constraint harm_weight_is_loaded_by_an_account foreign key (loaded_by) references access.account (id),
    add constraint harm_weight_is_loaded_by_somebody_at_a_time check ((loaded_at is null) = (loaded_by is null)),
    add constraint harm_weight_source_is_of_a_length check (length(source) between 1 and 300);
comment on column priorities.harm_weight.loaded_at is 'When the version was loaded; null for the shipped one.';
comment on column priorities.harm_weight.loaded_by is 'Which analyst loaded it; null for the shipped one.';

alter table priorities.criterion add column loaded_at timestamptz, add column loaded_by uuid;
alter table priorities.criterion
    add constraint criterion_is_loaded_by_an_account foreign key (loaded_by) references access.account (id),
    add constraint criterion_is_loaded_by_somebody_at_a_time check ((loaded_at is null) = (loaded_by is null)),
    add constraint criterion_code_is_one check (code ~ '^[A-Z][A-Z_]{1,29}$'),
    add constraint criterion_words_are_of_a_length check (length(words) between 1 and 200),
    add constraint criterion_source_is_of_a_length check (length(source) between 1 and 300);
comment on column priorities.criterion.loaded_at is 'When the version was loaded; null for the shipped one.';
comment on column priorities.criterion.loaded_by is 'Which analyst loaded it; null for the shipped one.';

create function priorities.loads(account uuid, moment timestamptz, since date) returns boolean language sql stable as $$
    select coalesce((select access.viewer_role()) = 'ANALYST' and account = (select access.viewer_account())
                    and moment = now() and since >= access.today(), false)
$$;
comment on function priorities.loads is 'Whether whoever looks is the analyst and loads a version in their own name, now, for a day that is not past.';

do $$
declare
    name text;
begin
    foreach name in array array['harm_weight', 'criterion'] loop
        execute format('alter table priorities.%I enable row level security', name);
        execute format('create policy %I on priorities.%I for select using (priorities.reads())', name || '_is_read', name);
        execute format('create policy %I on priorities.%I for insert with check (priorities.loads(loaded_by, loaded_at, since)
            and not exists (select from priorities.%I known where known.version = %I.version and known.loaded_at is distinct from now()))',
            name || '_is_loaded', name, name, name);
        execute format('create trigger %I before update or delete on priorities.%I for each row execute function access.refuse_change()',
            name || '_stays', name);
    end loop;
end $$;
grant insert on priorities.harm_weight, priorities.criterion to witan_application;
revoke execute on function priorities.loads(uuid, timestamptz, date) from public;
grant execute on function priorities.loads(uuid, timestamptz, date) to witan_application;

alter table priorities.problem add column place_kind text not null default 'ANY';
alter table priorities.problem add constraint problem_place_kind_is_known check (place_kind in
    ('ANY', 'SCHOOL', 'PUBLIC_SPACE', 'TRANSPORT', 'LICENSED', 'WORKPLACE', 'HOME', 'ONLINE'));
alter table priorities.problem alter column place_kind drop default;
comment on column priorities.problem.place_kind is 'What kind of place it is about: ANY, SCHOOL, PUBLIC_SPACE, TRANSPORT, LICENSED (pubs and clubs), WORKPLACE, HOME or ONLINE.';
