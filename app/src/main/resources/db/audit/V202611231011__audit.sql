-- Who did or saw what: rows that are added and never changed, each carrying the hash of the one before.
create schema if not exists audit;

create table audit.head (
    practice_id uuid not null default database.practice_id(),
    seq bigint not null,
    hash bytea not null,
    primary key (practice_id)
);

create table audit.entry (
    practice_id uuid not null default database.practice_id(),
    seq bigint not null,
    at timestamptz not null,
    actor_kind text not null,
    actor_id text not null,
    actor_label text not null,
    hat text not null,
    kind text not null check (kind in ('shown', 'did', 'refused')),
    what text not null,
    subject text not null,
    patients uuid[] not null,
    why text not null,
    previous_hash bytea not null,
    hash bytea not null,
    primary key (practice_id, seq)
);

create index entry_by_patient on audit.entry using gin (patients);

grant usage on schema audit to circlekeeper_app;
grant select, insert on audit.entry to circlekeeper_app;
grant select, insert, update on audit.head to circlekeeper_app;
select database.keep_apart('audit.head');
select database.keep_apart('audit.entry');
