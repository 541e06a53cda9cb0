-- The two settings of a window are asked once for each statement, and no longer once for each referral: a list of conferences
-- called them some thousand times.
--
-- Existing rows: none is changed. What the view tells does not change.

create or replace view marac.repeat_window with (security_invoker = true) as
select r.id as record_id, r.referred_at, r.referred_on, r.met_on,
    (case when (select access.setting_number('marac_repeat_anchor')) = 1 then coalesce(r.met_on, r.referred_on) else r.referred_on end
     + make_interval(months => (select access.setting_number('marac_repeat_months'))))::date as until
from marac.referral r;
