-- Whoever was let in and then was not, by a mark that was taken back or cleared, is again somebody whom nobody expects.
create or replace view attendance.seat_facts with (security_invoker = true) as
    select e.practice_id, e.session_id, e.patient_id, e.id as encounter_id, e.presence
      from attendance.encounter e
     where e.presence <> 'UNMARKED'
        or not exists (select
                         from scheduling.session_facts s
                         join roster.membership_facts m
                           on m.practice_id = s.practice_id
                          and m.group_id = s.group_id
                          and m.first_day <= s.service_date
                          and (m.last_day is null or m.last_day >= s.service_date)
                         join intake.shut_facts i
                           on i.practice_id = m.practice_id
                          and i.membership_id = m.id
                          and i.first_day <= s.service_date
                          and (i.last_day >= s.service_date or i.last_day is null)
                        where s.practice_id = e.practice_id
                          and s.id = e.session_id
                          and s.origin = 'planned'
                          and m.patient_id = e.patient_id)
    union all
    select s.practice_id, s.id, m.patient_id, null, 'UNMARKED'
      from scheduling.session_facts s
      join roster.membership_facts m
        on m.practice_id = s.practice_id
       and m.group_id = s.group_id
       and m.first_day <= s.service_date
       and (m.last_day is null or m.last_day >= s.service_date)
     where s.status = 'PLANNED'
       and s.origin = 'planned'
       and not exists (select from roster.hold_facts h
                        where h.practice_id = m.practice_id
                          and h.membership_id = m.id
                          and s.service_date between h.first_day and h.last_day)
       and not exists (select from intake.shut_facts i
                        where i.practice_id = m.practice_id
                          and i.membership_id = m.id
                          and i.first_day <= s.service_date
                          and (i.last_day >= s.service_date or i.last_day is null))
       and not exists (select from attendance.closing c
                        where c.practice_id = s.practice_id and c.session_id = s.id)
       and not exists (select from attendance.encounter e
                        where e.practice_id = s.practice_id and e.session_id = s.id and e.patient_id = m.patient_id);

create view attendance.let_in_facts with (security_invoker = true) as
    select practice_id, session_id, patient_id from attendance.let_in;
grant select on attendance.let_in_facts to circlekeeper_app;
