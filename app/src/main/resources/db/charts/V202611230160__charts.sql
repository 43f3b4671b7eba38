create schema charts;
grant usage on schema charts to circlekeeper_app;

create table charts.diagnosis (
    practice_id uuid not null default database.practice_id(),
    patient_id  uuid not null,
    rank        integer not null check (rank between 1 and 12),
    code        text not null,
    first_day   date not null,
    last_day    date,
    recorded_at timestamptz not null,
    primary key (practice_id, patient_id, rank, first_day),
    foreign key (practice_id, patient_id) references patients.patient
);

create table charts.treatment_plan (
    practice_id uuid not null default database.practice_id(),
    id          uuid not null,
    patient_id  uuid not null,
    first_day   date not null,
    last_day    date not null check (last_day >= first_day),
    signed_by   text not null,
    kept_in     text not null,
    recorded_by text not null,
    recorded_at timestamptz not null,
    primary key (practice_id, id),
    foreign key (practice_id, patient_id) references patients.patient
);
create index on charts.treatment_plan (practice_id, patient_id);

-- That a note is signed, by whom, when and where it is kept. An attested one is a fact of former records.
create table charts.signed_note (
    practice_id uuid not null default database.practice_id(),
    session_id  uuid not null,
    patient_id  uuid not null,
    signed_by   text not null,
    person_id   uuid,
    signed_at   timestamptz,
    kept_in     text not null,
    attested    boolean not null,
    recorded_at timestamptz not null,
    primary key (practice_id, session_id, patient_id),
    foreign key (practice_id, session_id) references scheduling.session,
    foreign key (practice_id, patient_id) references patients.patient
);

create view charts.diagnosis_facts with (security_invoker = true) as
    select practice_id, patient_id, rank, code, first_day, last_day from charts.diagnosis;
create view charts.treatment_plan_facts with (security_invoker = true) as
    select practice_id, patient_id, first_day, last_day from charts.treatment_plan;
create view charts.signed_note_facts with (security_invoker = true) as
    select practice_id, session_id, patient_id, signed_by, signed_at, kept_in, attested from charts.signed_note;

select database.keep_apart('charts.diagnosis');
select database.keep_apart('charts.treatment_plan');
select database.keep_apart('charts.signed_note');
grant select, insert, update, delete on charts.diagnosis, charts.treatment_plan, charts.signed_note to circlekeeper_app;
grant select on charts.diagnosis_facts, charts.treatment_plan_facts, charts.signed_note_facts to circlekeeper_app;
