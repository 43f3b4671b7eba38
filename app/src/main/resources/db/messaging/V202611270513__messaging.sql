create schema messaging;
grant usage on schema messaging to circlekeeper_app;

-- One message to one member. Its text stays here; outside is told at the most that there is one.
create table messaging.message (
    practice_id uuid not null default database.practice_id(),
    id          uuid not null,
    patient_id  uuid not null,
    topic       text not null check (topic in ('LOGISTICS', 'BILLING', 'CARE')),
    body        text not null check (length(body) between 1 and 2000),
    written_by  text not null,
    written_at  timestamptz not null,
    goes_at     timestamptz not null,
    inside_why  text not null,
    status      text not null check (status in ('HELD', 'KEPT', 'SENT', 'FAILED', 'BOUNCED', 'UNDONE')),
    reason      text not null,
    settled_by  text not null,
    settled_at  timestamptz,
    primary key (practice_id, id),
    foreign key (practice_id, patient_id) references patients.patient on delete cascade
);
create index on messaging.message (practice_id, patient_id, written_at);
create index on messaging.message (practice_id, goes_at) where status in ('HELD', 'KEPT');
create index on messaging.message (practice_id, settled_at) where status in ('FAILED', 'BOUNCED');

select database.keep_apart('messaging.message');
grant select, insert, update on messaging.message to circlekeeper_app;
