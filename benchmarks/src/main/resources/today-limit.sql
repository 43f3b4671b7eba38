select s.id, g.name, p.id, p.last_name, p.first_name, e.presence, c.member_id
  from scheduling.session s
  join roster.therapy_group g on g.practice_id = s.practice_id and g.id = s.group_id
  join roster.membership m on m.practice_id = g.practice_id and m.group_id = g.id
  join patients.patient p on p.practice_id = m.practice_id and p.id = m.patient_id
  left join attendance.encounter e
    on e.practice_id = s.practice_id
   and e.session_id = s.id
   and e.patient_id = p.id
  left join coverage.coverage c on c.practice_id = p.practice_id and c.patient_id = p.id
 where s.practice_id = ?
   and s.starts_at >= '2026-11-23'
   and s.starts_at < '2026-11-25'
 order by s.starts_at, s.id, p.last_name
