create schema outbox;
grant usage on schema outbox to circlekeeper_app;

-- What is to leave the house. It is put here in the transaction that decides it, and sent after that has committed.
create table outbox.letter (
    practice_id uuid not null default database.practice_id(),
    id          uuid not null,
    kind        text not null,
    target      text not null,
    key         text not null,
    payload     bytea not null,
    sha256      text not null,
    status      text not null check (status in ('WAITING', 'SENT', 'REFUSED')),
    put_at      timestamptz not null,
    settled_at  timestamptz,
    trouble     text,
    primary key (practice_id, id),
    unique (practice_id, kind, key),
    check ((status = 'WAITING') = (settled_at is null))
);
create index on outbox.letter (practice_id, put_at) where status = 'WAITING';
-- A claims file is dense text of several megabytes: compressing it costs more than it saves.
alter table outbox.letter alter column payload set storage external;

create view outbox.letter_facts with (security_invoker = true) as
    select practice_id, kind, target, key, status, put_at, settled_at, trouble from outbox.letter;

select database.keep_apart('outbox.letter');
grant select, insert, update on outbox.letter to circlekeeper_app;
grant select on outbox.letter_facts to circlekeeper_app;
