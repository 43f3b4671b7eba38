-- People sign in once and may work in many practices: these tables are exempt from row-level security.
create schema if not exists access;

create table access.practice (
    id uuid primary key,
    name text not null
);

create table access.person (
    id uuid primary key,
    email text not null,
    name text not null,
    password_hash text,
    disabled_at timestamptz
);

create unique index person_by_email on access.person (lower(email));

create table access.role_in_practice (
    practice_id uuid not null,
    person_id uuid not null references access.person,
    role text not null,
    practitioner_id uuid,
    given_by text not null,
    given_at timestamptz not null,
    primary key (practice_id, person_id, role)
);

create index role_by_person on access.role_in_practice (person_id);

create table access.sign_in (
    token_hash bytea primary key,
    person_id uuid not null references access.person,
    practice_id uuid not null,
    created_at timestamptz not null,
    last_seen_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    user_agent text not null
);

create index sign_in_by_person on access.sign_in (person_id);

create table access.one_time_link (
    token_hash bytea primary key,
    person_id uuid not null references access.person,
    purpose text not null,
    expires_at timestamptz not null,
    used_at timestamptz
);

create table access.attempt (
    who text not null,
    at timestamptz not null
);

create index attempt_by_who on access.attempt (who, at);

grant usage on schema access to circlekeeper_app;
grant select, insert, update on access.practice, access.person, access.sign_in, access.one_time_link to circlekeeper_app;
grant select, insert, update, delete on access.role_in_practice to circlekeeper_app;
grant select, insert, delete on access.attempt to circlekeeper_app;
