create schema movein;
grant usage on schema movein to circlekeeper_app;

-- One import: who brought what, from where, and whether it was taken back.
create table movein.import (
    practice_id uuid not null default database.practice_id(),
    id          uuid not null,
    number      bigint generated always as identity,
    at          timestamptz not null,
    actor       text not null,
    source      text not null,
    imported    integer not null,
    accepted    integer not null,
    refused     integer not null,
    undoable    boolean not null,
    undone_at   timestamptz,
    undone_by   text,
    primary key (practice_id, id)
);

-- A row of a file, known again by its key whatever its number. What it said is kept to tell what changed.
create table movein.source_row (
    practice_id uuid not null default database.practice_id(),
    kind        text not null check (kind in ('STAFF', 'CLIENTS', 'APPOINTMENTS', 'ATTENDANCE')),
    key         text not null,
    hash        bytea not null,
    said        jsonb not null,
    patient_id  uuid,
    session_id  uuid,
    import_id   uuid not null,
    primary key (practice_id, kind, key),
    foreign key (practice_id, import_id) references movein.import
);
create index on movein.source_row (practice_id, import_id);

-- What an import added elsewhere, so that it can be taken back.
create table movein.added (
    practice_id uuid not null default database.practice_id(),
    import_id   uuid not null,
    what        text not null check (what in
                   ('PATIENT', 'COVERAGE', 'CONSENT', 'GROUP', 'SERIES', 'SESSION', 'SEATS', 'MEMBERSHIP')),
    id          uuid not null,
    primary key (practice_id, import_id, what, id),
    foreign key (practice_id, import_id) references movein.import
);

-- The header under which a practice's exports keep a column.
create table movein.header (
    practice_id uuid not null default database.practice_id(),
    kind        text not null,
    field       text not null,
    header      text not null,
    primary key (practice_id, kind, field)
);

-- Files handed over on the page, kept for a day: what was tried is what is imported.
create table movein.upload (
    practice_id uuid not null default database.practice_id(),
    id          uuid not null,
    at          timestamptz not null,
    actor       text not null,
    primary key (practice_id, id)
);

create table movein.upload_part (
    practice_id uuid not null default database.practice_id(),
    upload_id   uuid not null,
    file        text not null,
    part        integer not null,
    bytes       bytea not null,
    primary key (practice_id, upload_id, file, part),
    foreign key (practice_id, upload_id) references movein.upload on delete cascade
);

select database.keep_apart('movein.import');
select database.keep_apart('movein.upload');
select database.keep_apart('movein.upload_part');
select database.keep_apart('movein.source_row');
select database.keep_apart('movein.added');
select database.keep_apart('movein.header');
grant select, insert, update on movein.import, movein.header to circlekeeper_app;
grant select, insert, update, delete on movein.source_row to circlekeeper_app;
grant select, insert, delete on movein.added to circlekeeper_app;
grant select, insert, delete on movein.upload, movein.upload_part to circlekeeper_app;
