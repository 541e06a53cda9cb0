-- A problem keeps the hot place that it was written down from, and an effect says which area it counts.
--
-- Why: a hot place that the group found was lost as soon as a problem was written of it, so that its effect was counted in the whole
-- district, where what was done at one place hardly shows.
-- Why a grid reference to 100 m and the code of the small area, and no address: that is what the page of hot places shows, made of
-- what is published. A problem is about a place that anybody can stand at; an address would be somebody's.
-- Why an effect keeps its area: the small area may have too few crimes, so that the group asks for the ward or the district too, and
-- what was asked must stay what it was.
-- Existing rows: problems so far keep no hot place; effects so far are of the area of their problem.

alter table priorities.problem
    add column place_grid text not null default '',
    add column place_area text not null default '',
    add constraint problem_grid_is_one check (place_grid ~ '^([A-Z]{2} [0-9]{3} [0-9]{3})?$'),
    add constraint problem_small_area_is_one check (place_area ~ '^([EW]01[0-9]{6})?$'),
    add constraint problem_small_area_is_around_a_place check (place_area = '' or place_grid <> '');
comment on column priorities.problem.place_grid is 'Grid reference of the hot place to 100 m; empty for a problem that is not about one.';
comment on column priorities.problem.place_area is 'ONS code of the small area (LSOA) around the hot place; empty where it is not known.';

alter table priorities.effect
    add column area text not null default '',
    add constraint effect_area_is_a_code check (area ~ '^([EWK][0-9]{8})?$');
comment on column priorities.effect.area is 'ONS code of the area that is counted; empty for that of the problem.';
