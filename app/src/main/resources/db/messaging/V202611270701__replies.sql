-- When the member first opened it in their inbox.
alter table messaging.message add column opened_at timestamptz;

-- What a member, or somebody who acts for them, wrote back. Rows are added; that staff read one is said once.
create table messaging.reply (
    practice_id uuid not null default database.practice_id(),
    id          uuid not null,
    patient_id  uuid not null,
    topic       text not null check (topic in ('LOGISTICS', 'BILLING', 'CARE')),
    body        text not null check (length(body) between 1 and 2000),
    said_by     text not null,
    said_at     timestamptz not null,
    read_at     timestamptz,
    read_by     text not null default '',
    primary key (practice_id, id),
    foreign key (practice_id, patient_id) references patients.patient on delete cascade
);
create index on messaging.reply (practice_id, patient_id, said_at);
create index on messaging.reply (practice_id, topic, patient_id) where read_at is null;

select database.keep_apart('messaging.reply');
grant select, insert, update on messaging.reply to circlekeeper_app;
