select e.practice_id, e.session_id, e.patient_id, r.name, r.npi, r.tax_id, r.line, r.city, r.state, r.zip,
       m.last_name, m.first_name, c.member_id, c.group_number, m.line, m.city, m.state, m.zip,
       to_char(m.birth_date, 'YYYYMMDD'), m.sex, y.name, y.payer_id, d.code,
       to_char(s.starts_at at time zone r.zone, 'YYYYMMDD')
  from attendance.encounter e
  join scheduling.session s on s.practice_id = e.practice_id and s.id = e.session_id
  join practice.practice r on r.practice_id = e.practice_id
  join patients.patient m on m.practice_id = e.practice_id and m.id = e.patient_id
  join coverage.coverage c on c.practice_id = e.practice_id and c.patient_id = e.patient_id
  join charts.diagnosis d on d.practice_id = e.practice_id and d.patient_id = e.patient_id
  join practice.payer y on y.practice_id = c.practice_id and y.id = c.payer_id
 where e.presence = 'PRESENT'
 order by e.practice_id, e.patient_id, e.session_id
