create schema oncall;
grant usage on schema oncall to circlekeeper_app;

-- Who is paged, in this order. Without hours they are on call day and night; hours may pass midnight.
create table oncall.person (
    practice_id uuid not null default database.practice_id(),
    person_id   uuid not null,
    place       integer not null,
    phone       text not null,
    email       text not null,
    from_time   time,
    to_time     time,
    primary key (practice_id, person_id),
    check ((from_time is null) = (to_time is null)),
    check (from_time <> to_time)
);

-- Something that cannot wait. It says why by a word of the program and by ids, and nothing else.
create table oncall.alarm (
    practice_id     uuid not null default database.practice_id(),
    id              uuid not null,
    reason          text not null,
    subject         uuid not null,
    patient_id      uuid,
    raised_by       text not null,
    raised_at       timestamptz not null,
    status          text not null check (status in ('PAGED', 'UNANSWERED', 'ACKNOWLEDGED', 'CLOSED')),
    paged           integer not null,
    paged_at        timestamptz not null,
    acknowledged_by text,
    acknowledged_at timestamptz,
    closed_by       text,
    closed_at       timestamptz,
    note            text,
    primary key (practice_id, id),
    unique (practice_id, reason, subject),
    foreign key (practice_id, patient_id) references patients.patient on delete cascade,
    check ((closed_at is null) = (status <> 'CLOSED')),
    check ((closed_at is null) = (note is null))
);
create index on oncall.alarm (practice_id, raised_at) where status <> 'CLOSED';

-- Who was paged for it, and when.
create table oncall.page (
    practice_id uuid not null default database.practice_id(),
    alarm_id    uuid not null,
    place       integer not null,
    person_id   uuid not null,
    at          timestamptz not null,
    primary key (practice_id, alarm_id, place),
    foreign key (practice_id, alarm_id) references oncall.alarm on delete cascade
);

select database.keep_apart('oncall.person');
select database.keep_apart('oncall.alarm');
select database.keep_apart('oncall.page');
grant select, insert, update, delete on oncall.person to circlekeeper_app;
grant select, insert, update on oncall.alarm to circlekeeper_app;
grant select, insert on oncall.page to circlekeeper_app;
