create schema portal;
grant usage on schema portal to circlekeeper_app;

-- Somebody who may sign in to the members' own pages: a member, or a person with a name and an address who acts for some.
-- Where a member is written to is not kept here: it is asked of their record each time.
create table portal.account (
    practice_id uuid not null default database.practice_id(),
    id          uuid not null,
    patient_id  uuid,
    name        text not null,
    email       text not null,
    made_by     text not null,
    made_at     timestamptz not null,
    joined_at   timestamptz,
    ended_by    text,
    ended_at    timestamptz,
    primary key (practice_id, id),
    foreign key (practice_id, patient_id) references patients.patient on delete cascade,
    check (patient_id is null or (name = '' and email = '')),
    check (patient_id is not null or name <> ''),
    check ((ended_by is null) = (ended_at is null))
);
create unique index account_of_member on portal.account (practice_id, patient_id)
    where patient_id is not null and ended_at is null;
create unique index account_by_email on portal.account (practice_id, lower(email))
    where email <> '' and ended_at is null;

-- The code that somebody chose, as a slow hash. It lies apart, so that nothing else which is read or passed on has it.
create table portal.own_code (
    practice_id uuid not null default database.practice_id(),
    account_id  uuid not null,
    code_hash   text not null,
    chosen_at   timestamptz not null,
    primary key (practice_id, account_id),
    foreign key (practice_id, account_id) references portal.account on delete cascade
);

-- A link that opens once. One that was asked for by an address has a row for each account that is written to there: the
-- code decides whose it is.
create table portal.link (
    practice_id uuid not null default database.practice_id(),
    token_hash  bytea not null,
    account_id  uuid not null,
    purpose     text not null check (purpose in ('INVITATION', 'SIGN_IN')),
    code_hash   text,
    made_by     text not null,
    made_at     timestamptz not null,
    expires_at  timestamptz not null,
    wrong       integer not null default 0,
    used_at     timestamptz,
    primary key (practice_id, token_hash, account_id),
    foreign key (practice_id, account_id) references portal.account on delete cascade,
    check ((purpose = 'INVITATION') = (code_hash is not null))
);
create index on portal.link (practice_id, account_id);

-- Acting is for whom the pages are now; null while nobody said so.
create table portal.sign_in (
    practice_id  uuid not null default database.practice_id(),
    token_hash   bytea not null,
    account_id   uuid not null,
    acting       uuid,
    created_at   timestamptz not null,
    last_seen_at timestamptz not null,
    expires_at   timestamptz not null,
    revoked_at   timestamptz,
    user_agent   text not null,
    primary key (practice_id, token_hash),
    foreign key (practice_id, account_id) references portal.account on delete cascade
);
create index on portal.sign_in (practice_id, account_id);

-- For whom somebody acts, in what, until when, and on the strength of which document (45 CFR 164.502(g)): where it is kept
-- in words, and the document itself where it was handed in.
create table portal.proxy (
    practice_id  uuid not null default database.practice_id(),
    id           uuid not null,
    account_id   uuid not null,
    patient_id   uuid not null,
    relation     text not null check (relation in ('PARENT', 'GUARDIAN', 'REPRESENTATIVE')),
    schedule     boolean not null,
    messages     boolean not null,
    forms        boolean not null,
    document     text not null check (document <> ''),
    authority    uuid,
    first_day    date not null,
    last_day     date,
    majority_age integer,
    granted_by   text not null,
    granted_at   timestamptz not null,
    ended_by     text,
    ended_at     timestamptz,
    ended_why    text,
    primary key (practice_id, id),
    foreign key (practice_id, account_id) references portal.account on delete cascade,
    foreign key (practice_id, patient_id) references patients.patient on delete cascade,
    check (schedule or messages or forms),
    check (last_day >= first_day),
    check ((relation = 'REPRESENTATIVE') = (majority_age is null)),
    check ((ended_by is null) = (ended_at is null) and (ended_by is null) = (ended_why is null))
);
create unique index proxy_that_stands on portal.proxy (practice_id, account_id, patient_id) where ended_at is null;
create index on portal.proxy (practice_id, patient_id);

-- Tries to sign in and links asked for, each against what it is counted for.
create table portal.attempt (
    practice_id uuid not null default database.practice_id(),
    id          uuid not null,
    who         text not null,
    at          timestamptz not null,
    primary key (practice_id, id)
);
create index on portal.attempt (practice_id, who, at);

select database.keep_apart('portal.account');
select database.keep_apart('portal.own_code');
select database.keep_apart('portal.link');
select database.keep_apart('portal.sign_in');
select database.keep_apart('portal.proxy');
select database.keep_apart('portal.attempt');
grant select, insert, update on portal.account, portal.own_code, portal.link, portal.sign_in, portal.proxy to circlekeeper_app;
grant select, insert, delete on portal.attempt to circlekeeper_app;
