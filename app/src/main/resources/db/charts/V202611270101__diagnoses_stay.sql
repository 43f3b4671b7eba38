-- A diagnosis that is recorded otherwise stays as it was, with who did so and when. What stands is what nothing has superseded.
-- Nobody kept who recorded the older ones: the trail says it.
alter table charts.diagnosis
    add column id            uuid not null default gen_random_uuid(),
    add column recorded_by   text,
    add column superseded_at timestamptz,
    add column superseded_by text,
    add check ((superseded_at is null) = (superseded_by is null));
alter table charts.diagnosis alter column id drop default;
alter table charts.diagnosis drop constraint diagnosis_pkey;
alter table charts.diagnosis add primary key (practice_id, id);
create unique index diagnosis_stands on charts.diagnosis (practice_id, patient_id, rank, first_day)
    where superseded_at is null;
create index on charts.diagnosis (practice_id, patient_id);

create or replace view charts.diagnosis_facts with (security_invoker = true) as
    select practice_id, patient_id, rank, code, first_day, last_day
      from charts.diagnosis
     where superseded_at is null;
