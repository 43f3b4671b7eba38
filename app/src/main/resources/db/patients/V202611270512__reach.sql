-- Where a patient asked to be written to instead of the address on record (45 CFR 164.522(b)). Nobody asks why.
create table patients.confidential (
    practice_id uuid not null default database.practice_id(),
    patient_id  uuid not null,
    means       text not null check (means in ('EMAIL', 'INBOX')),
    email       text not null,
    recorded_by text not null,
    recorded_at timestamptz not null,
    primary key (practice_id, patient_id),
    foreign key (practice_id, patient_id) references patients.patient on delete cascade,
    check ((means = 'EMAIL') = (email <> ''))
);

-- What a patient said about e-mail, each time: rows are added and never changed, the latest holds. It is about one
-- address and one wording of the warning.
create table patients.email_word (
    practice_id uuid not null default database.practice_id(),
    id          uuid not null,
    patient_id  uuid not null,
    email       text not null,
    agrees      boolean not null,
    wording     integer not null,
    recorded_by text not null,
    recorded_at timestamptz not null,
    primary key (practice_id, id),
    foreign key (practice_id, patient_id) references patients.patient on delete cascade
);
create index on patients.email_word (practice_id, patient_id, recorded_at);

-- Addresses from which mail came back: nothing goes there until somebody says that it works again.
create table patients.returned (
    practice_id uuid not null default database.practice_id(),
    patient_id  uuid not null,
    email       text not null,
    recorded_by text not null,
    recorded_at timestamptz not null,
    primary key (practice_id, patient_id, email),
    foreign key (practice_id, patient_id) references patients.patient on delete cascade
);

select database.keep_apart('patients.confidential');
select database.keep_apart('patients.email_word');
select database.keep_apart('patients.returned');
grant select, insert, update, delete on patients.confidential to circlekeeper_app;
grant select, insert on patients.email_word to circlekeeper_app;
grant select, insert, delete on patients.returned to circlekeeper_app;
