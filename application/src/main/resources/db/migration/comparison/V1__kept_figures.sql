-- Figures that an analyst keeps for publication.
--
-- Why a table: a published number must be found again years later, with the question, the snapshot of the data and the
-- definitions it came from, so that anyone can compute it again and see whether it still agrees. Statistics themselves
-- stay in the store; this holds only what was said on one day.
-- Why one row and no children: the question is small and never queried by its parts, except for what the list shows.
-- Why no version and no update: a kept figure is a statement with a date. A better one is kept beside it. The
-- application may therefore insert and select, and nothing else.
-- Why checks and no reference tables for period kind, audience and state: they are the closed lists of the engine that
-- wrote the figure, not lists that a partnership maintains; a new word there comes with a migration here.
-- Why no row-level security: the table holds counts, no person.
-- Existing rows: none, this is the first version.

create table comparison.kept_figure (
    id uuid not null,
    offences text not null,
    area text not null,
    period_kind text not null,
    period_first date not null,
    period_last date not null,
    with_first date,
    with_last date,
    measure text not null,
    filters jsonb not null,
    audience text not null,
    source_table text,
    snapshot text not null,
    definitions text not null,
    set_version text not null,
    value double precision,
    previous double precision,
    change_percent double precision,
    state text not null,
    refused text,
    synthetic boolean not null,
    sentence text not null,
    kept_at timestamptz not null,
    constraint kept_figure_is_identified primary key (id),
    constraint kept_figure_period_kind_is_known
        check (period_kind in ('MONTH', 'QUARTER', 'FINANCIAL_YEAR', 'YEAR_TO_DATE', 'ROLLING_12_MONTHS')),
    constraint kept_figure_period_runs_forward check (period_first <= period_last),
    constraint kept_figure_earlier_period_is_whole check ((with_first is null) = (with_last is null)),
    constraint kept_figure_earlier_period_runs_forward check (with_first <= with_last),
    constraint kept_figure_filters_are_pairs check (jsonb_typeof(filters) = 'object'),
    constraint kept_figure_audience_is_known check (audience in ('PARTNERSHIP', 'PUBLIC')),
    constraint kept_figure_state_is_known
        check (state in ('NUMBER', 'ZERO', 'MISSING', 'NOT_USABLE', 'SUPPRESSED')),
    constraint kept_figure_has_a_sentence check (sentence <> '')
);

create index kept_figure_newest_first on comparison.kept_figure (kept_at desc, id desc);

comment on table comparison.kept_figure is 'A figure that an analyst keeps for publication, as it was said on that day.';
comment on column comparison.kept_figure.id is 'UUIDv7 made by the application when the figure is kept.';
comment on column comparison.kept_figure.offences is 'Name of the offence set that was asked for.';
comment on column comparison.kept_figure.area is 'Name or code of the area that was asked for.';
comment on column comparison.kept_figure.period_kind is 'Kind of period, as the engine names it.';
comment on column comparison.kept_figure.period_first is 'First day of the period.';
comment on column comparison.kept_figure.period_last is 'Last day of the period.';
comment on column comparison.kept_figure.with_first is 'First day of the earlier period that was named; null: the same period a year before.';
comment on column comparison.kept_figure.with_last is 'Last day of the earlier period that was named; null: the same period a year before.';
comment on column comparison.kept_figure.measure is 'What was worked out, in the words of the command line: count, rate, share:domestic.';
comment on column comparison.kept_figure.filters is 'Filters that were asked for: an object of names and values.';
comment on column comparison.kept_figure.audience is 'Who the figure was made for; decides what is suppressed.';
comment on column comparison.kept_figure.source_table is 'Table of the store that was asked for; null: the best that covers the question.';
comment on column comparison.kept_figure.snapshot is 'Snapshot of the store that the figure was made from.';
comment on column comparison.kept_figure.definitions is 'Version of all reference data and definitions at that time.';
comment on column comparison.kept_figure.set_version is 'Version of the offence set at that time.';
comment on column comparison.kept_figure.value is 'The measure in the period; null when it is missing, not usable or suppressed.';
comment on column comparison.kept_figure.previous is 'The measure in the earlier period; null when absent.';
comment on column comparison.kept_figure.change_percent is 'Change from the earlier period in per cent; null when withheld.';
comment on column comparison.kept_figure.state is 'Whether the value is a number, zero, missing, not usable or suppressed.';
comment on column comparison.kept_figure.refused is 'Stable code of the rule that refused the comparison; null when none did.';
comment on column comparison.kept_figure.synthetic is 'True when any row behind the figure is invented.';
comment on column comparison.kept_figure.sentence is 'The figure in plain words, as it was shown.';
comment on column comparison.kept_figure.kept_at is 'When the analyst kept the figure.';

grant usage on schema comparison to witan_application;
grant select, insert on comparison.kept_figure to witan_application;
