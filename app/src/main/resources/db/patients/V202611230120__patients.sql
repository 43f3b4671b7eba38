create schema patients;
grant usage on schema patients to circlekeeper_app;

create table patients.patient (
    practice_id uuid not null default database.practice_id(),
    id          uuid not null,
    external_id text,
    first_name  text not null,
    middle_name text not null default '',
    last_name   text not null,
    birth_date  date not null,
    sex         text not null check (sex in ('F', 'M', 'U')),
    email       text not null default '',
    phone       text not null default '',
    line        text not null default '',
    line2       text not null default '',
    city        text not null default '',
    state       text not null default '',
    zip         text not null default '',
    active      boolean not null default true,
    added_at    timestamptz not null,
    worked_on   boolean not null default false,
    primary key (practice_id, id)
);
create unique index patient_external on patients.patient (practice_id, external_id) where external_id is not null;
create index on patients.patient (practice_id, lower(last_name), lower(first_name));

create view patients.patient_facts with (security_invoker = true) as
    select practice_id, id, external_id, first_name, middle_name, last_name, birth_date, sex,
           line, line2, city, state, zip, active
      from patients.patient;

select database.keep_apart('patients.patient');
grant select, insert, update, delete on patients.patient to circlekeeper_app;
grant select on patients.patient_facts to circlekeeper_app;
