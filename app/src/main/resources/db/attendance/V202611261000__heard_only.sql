-- By telephone: the others heard the member and saw nobody. Billed with its own modifier.
alter table attendance.encounter add column heard_only boolean not null default false;

create or replace view attendance.encounter_facts with (security_invoker = true) as
    select practice_id, id, session_id, patient_id, presence, arrived, left_at, minutes, place_of_service,
           recorded_by, recorded_at, heard_only
      from attendance.encounter;
