create schema calls;
grant usage on schema calls to circlekeeper_app;

-- Somebody is to be called: why, and by when. Who is no patient yet is known by the name and number written here.
create table calls.call (
    practice_id uuid not null default database.practice_id(),
    id          uuid not null,
    patient_id  uuid,
    for_entry   uuid,
    name        text not null,
    phone       text not null,
    email       text not null,
    why         text not null,
    href        text not null,
    due         date not null,
    part2       boolean not null,
    made_by     text not null,
    made_at     timestamptz not null,
    settled_at  timestamptz,
    settled_by  text,
    settled_how text,
    primary key (practice_id, id),
    foreign key (practice_id, patient_id) references patients.patient on delete cascade
);
create index on calls.call (practice_id, due) where settled_at is null;
create index on calls.call (practice_id, patient_id);
create index on calls.call (practice_id, for_entry);

-- The one log of what was said with anybody: rows are added and never changed, but for whom an entry turned out to be.
create table calls.contact (
    practice_id uuid not null default database.practice_id(),
    id          uuid not null,
    patient_id  uuid,
    for_entry   uuid,
    at          timestamptz not null,
    channel     text not null check (channel in ('PHONE', 'TEXT', 'EMAIL', 'IN_PERSON', 'FORM')),
    outcome     text not null check (outcome in ('SPOKE', 'LEFT_MESSAGE', 'NO_ANSWER', 'WRONG_NUMBER')),
    said        text not null,
    next_step   text not null,
    next_day    date,
    part2       boolean not null,
    made_by     text not null,
    primary key (practice_id, id),
    check (patient_id is not null or for_entry is not null),
    foreign key (practice_id, patient_id) references patients.patient on delete cascade
);
create index on calls.contact (practice_id, patient_id, at);
create index on calls.contact (practice_id, for_entry, at);

select database.keep_apart('calls.call');
select database.keep_apart('calls.contact');
grant select, insert, update on calls.call to circlekeeper_app;
grant select, insert, update (patient_id) on calls.contact to circlekeeper_app;
