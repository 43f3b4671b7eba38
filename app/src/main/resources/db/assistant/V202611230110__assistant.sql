create schema assistant;
grant usage on schema assistant to circlekeeper_app;

create table assistant.entry (
    practice_id uuid not null default database.practice_id(),
    id          uuid not null,
    duty        text not null,
    key         text not null,
    generation  integer not null,
    kind        text not null check (kind in ('did', 'proposed', 'asked', 'failed', 'settled')),
    sentence    text not null,
    question    text,
    href        text,
    evidence    jsonb not null,
    at          timestamptz not null,
    actor       text not null,
    primary key (practice_id, id)
);
-- One situation is done, proposed or asked once; a situation that comes back carries the next generation.
create unique index entry_once on assistant.entry (practice_id, duty, key, kind, generation) where kind <> 'failed';
create index on assistant.entry (practice_id, at);

create table assistant.approval (
    practice_id uuid not null default database.practice_id(),
    duty        text not null,
    key         text not null,
    person_id   uuid not null,
    label       text not null,
    at          timestamptz not null,
    used_at     timestamptz,
    primary key (practice_id, duty, key, at)
);

select database.keep_apart('assistant.entry');
select database.keep_apart('assistant.approval');
grant select, insert on assistant.entry to circlekeeper_app;
grant select, insert, update on assistant.approval to circlekeeper_app;
