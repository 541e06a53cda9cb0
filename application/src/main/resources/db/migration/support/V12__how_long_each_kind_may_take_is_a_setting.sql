-- After how many days an offer of each kind is late is a setting of the partnership.
--
-- Why: the days of the kinds are proposed by nobody but Witan, and no page could change them: a partnership whose refuge answers within
-- hours, or whose landlords need eight weeks, had every offer late or none. As settings they are changed with a reason, within
-- bounds, and each value that was ever in force stays readable.
-- Why a setting for each kind and not one for all: a roof is owed today, a managed move takes weeks.
-- Why the columns of the kinds stay: they are what is shipped, and count where somebody takes a setting out of the database.
-- Why running offers go by the days of today: late means that somebody should ask now, and is nothing that an offer agreed to.
-- Existing rows: none is changed; the settings begin with the days that counted so far.

insert into access.setting (name, since, value, reason)
select 'support_answer_days_' || lower(k.code), timestamptz '2026-11-01', k.answer_days::text, 'Proposed: ' || k.source
from support.offer_kind k
union all
select 'support_start_days_' || lower(k.code), timestamptz '2026-11-01', k.start_days::text, 'Proposed: ' || k.source
from support.offer_kind k;

insert into access.setting_bound (name, words, unit, least, most, because, place)
select 'support_answer_days_' || lower(k.code), k.words || ': the provider has not answered, and is late after', 'days', 1,
    case when k.code in ('EMERGENCY_ACCOMMODATION', 'REFUGE') then 3 else 30 end,
    case when k.code in ('EMERGENCY_ACCOMMODATION', 'REFUGE')
         then 'Whoever has no safe roof tonight cannot wait longer to hear that another must be found.'
         else 'An offer that nobody answers for a month is forgotten.' end,
    300 + k.place
from support.offer_kind k
union all
select 'support_start_days_' || lower(k.code), k.words || ': accepted and not begun, and is late after', 'days', 1,
    case when k.code in ('EMERGENCY_ACCOMMODATION', 'REFUGE') then 7 else 180 end,
    case when k.code in ('EMERGENCY_ACCOMMODATION', 'REFUGE')
         then 'A roof that comes after a week is no emergency accommodation.'
         else 'What has not begun after half a year does not arrive.' end,
    301 + k.place
from support.offer_kind k;

comment on column support.offer_kind.answer_days is 'After how many days without an answer of the provider it is late, as shipped. The setting support_answer_days_ with the kind counts.';
comment on column support.offer_kind.start_days is 'After how many days between accepting and starting it is late, as shipped. The setting support_start_days_ with the kind counts.';
