-- Which co-leaders are away from a session this once, and in step with them who is there instead; null where nobody is.
alter table scheduling.session
    add column away    uuid[] not null default '{}',
    add column instead uuid[] not null default '{}',
    add check (cardinality(away) = cardinality(instead));
alter table scheduling.session_move
    add column was_away    uuid[],
    add column was_instead uuid[];

-- Sessions say for themselves who co-led them. Those held before they did so have whom their group had on that day.
alter table roster.group_leader no force row level security;
alter table scheduling.session no force row level security;
alter table scheduling.session_leader no force row level security;
insert into scheduling.session_leader (practice_id, session_id, practitioner_id, part)
select distinct on (s.practice_id, s.id, l.practitioner_id) s.practice_id, s.id, l.practitioner_id, l.part
  from scheduling.session s
  join roster.group_leader l
    on l.practice_id = s.practice_id
   and l.group_id = s.group_id
   and l.practitioner_id <> s.leader_id
   and l.first_day <= s.service_date
   and (l.last_day is null or l.last_day >= s.service_date)
 order by s.practice_id, s.id, l.practitioner_id, l.part
    on conflict do nothing;
alter table roster.group_leader force row level security;
alter table scheduling.session force row level security;
alter table scheduling.session_leader force row level security;
