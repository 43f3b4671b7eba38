-- In which language somebody reads papers and messages; nobody is given papers before somebody has said.
create table patients.spoken (
    practice_id uuid not null default database.practice_id(),
    patient_id  uuid not null,
    language    text not null check (language ~ '^[a-z]{2}$'),
    said_by     text not null,
    said_at     timestamptz not null,
    primary key (practice_id, patient_id),
    foreign key (practice_id, patient_id) references patients.patient
);
select database.keep_apart('patients.spoken');
grant select, insert, update, delete on patients.spoken to circlekeeper_app;
