create schema signing;
grant usage on schema signing to circlekeeper_app;

-- A signed paper as it stands: of one signer, of two guardians together, or on a sheet that was signed with ink.
create table signing.signature (
    practice_id uuid not null default database.practice_id(),
    id          uuid not null,
    patient_id  uuid not null,
    form        text not null,
    version     integer not null check (version > 0),
    language    text not null,
    what        text not null check (what in ('PAPER', 'ELECTRONIC_BUSINESS')),
    medium      text not null check (medium in ('ELECTRONIC', 'PAPER')),
    capacity    text not null check (capacity in ('', 'SELF', 'GUARDIAN', 'TWO_GUARDIANS', 'REPRESENTATIVE')),
    holder      text not null check (holder <> ''),
    status      text not null check (status in (
                    'WAITING_FOR_SECOND', 'SIGNED', 'REFUSED_BY_ONE', 'WITHDRAWN', 'LAPSED')),
    began       timestamptz not null,
    settled_by  text not null,
    settled_at  timestamptz not null,
    settled_why text not null,
    primary key (practice_id, id),
    foreign key (practice_id, patient_id) references patients.patient,
    check ((medium = 'PAPER') = (capacity = '')),
    check (medium = 'ELECTRONIC' or what = 'PAPER')
);
-- The same version of a paper is signed once by whoever holds it, however often the button is pressed.
create unique index signed_once on signing.signature (practice_id, patient_id, form, version, holder)
    where status not in ('WITHDRAWN', 'LAPSED');
create index on signing.signature (practice_id, patient_id, began);
create index on signing.signature (practice_id, settled_at) where status in ('WAITING_FOR_SECOND', 'REFUSED_BY_ONE');

-- The book of everything that was signed, refused, delivered, withdrawn and ran out. Each entry is sealed together with the one
-- before it, with a key that lies in the home.
create table signing.entry (
    practice_id  uuid not null default database.practice_id(),
    seq          bigint not null,
    id           uuid not null,
    signature_id uuid not null,
    kind         text not null check (kind in (
                     'SIGNED', 'REFUSED', 'ON_PAPER', 'DELIVERED', 'WITHDRAWN', 'LAPSED')),
    at           timestamptz not null,
    evidence     text not null,
    previous     bytea not null,
    seal         bytea not null,
    primary key (practice_id, seq),
    unique (practice_id, id)
);
create index on signing.entry (practice_id, signature_id, seq);

-- How the book of a practice ends.
create table signing.head (
    practice_id uuid not null default database.practice_id(),
    seq         bigint not null,
    seal        bytea not null,
    key         text not null,
    mark        bytea not null,
    primary key (practice_id)
);

-- What a signer had before them, to the byte, and what was filled in.
create table signing.shown (
    practice_id uuid not null default database.practice_id(),
    entry_id    uuid not null,
    bytes       bytea not null,
    fields      text not null,
    primary key (practice_id, entry_id)
);

create view signing.signature_facts with (security_invoker = true) as
    select practice_id, id, patient_id, form, version, language, what, medium, capacity, status, began, settled_at
      from signing.signature;

select database.keep_apart('signing.signature');
select database.keep_apart('signing.entry');
select database.keep_apart('signing.head');
select database.keep_apart('signing.shown');
grant select, insert on signing.signature to circlekeeper_app;
grant update (status, settled_by, settled_at, settled_why) on signing.signature to circlekeeper_app;
grant select, insert on signing.entry to circlekeeper_app;
grant select, insert, update on signing.head to circlekeeper_app;
grant select, insert on signing.shown to circlekeeper_app;
grant select on signing.signature_facts to circlekeeper_app;
