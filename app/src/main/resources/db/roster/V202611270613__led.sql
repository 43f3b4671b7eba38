-- Who leads, or helps to lead, which group from when to when: its leader, and whoever stands beside the leader.
create view roster.led_facts with (security_invoker = true) as
    select g.practice_id, g.leader_id as practitioner_id, g.id as group_id, g.type_id,
           null::date as first_day, null::date as last_day
      from roster.therapy_group g
    union all
    select l.practice_id, l.practitioner_id, l.group_id, g.type_id, l.first_day, l.last_day
      from roster.group_leader l
      join roster.therapy_group g using (practice_id)
     where g.id = l.group_id;
grant select on roster.led_facts to circlekeeper_app;
