-- Who cannot come at an hour may well come at another: what was said is about the hour for which the session was planned.
alter table attendance.announcement add column about timestamptz;
alter table attendance.announcement no force row level security;
alter table scheduling.session no force row level security;
update attendance.announcement a
   set about = s.starts_at
  from scheduling.session s
 where s.practice_id = a.practice_id
   and s.id = a.session_id;
alter table attendance.announcement force row level security;
alter table scheduling.session force row level security;
alter table attendance.announcement alter column about set not null;

create or replace view attendance.announcement_facts with (security_invoker = true) as
    select a.practice_id, a.session_id, a.patient_id, a.said_by, a.said_at
      from attendance.announcement a
      join scheduling.session_facts s on s.practice_id = a.practice_id and s.id = a.session_id and s.starts_at = a.about
     where a.taken_back_at is null;
