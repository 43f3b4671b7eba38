create schema practice;
grant usage on schema practice to circlekeeper_app;

create table practice.practice (
    practice_id  uuid primary key default database.practice_id(),
    name         text not null,
    outside_name text not null,
    npi          text not null,
    tax_id       text not null,
    taxonomy     text not null,
    phone        text not null,
    line         text not null,
    line2        text not null default '',
    city         text not null,
    state        text not null,
    zip          text not null,
    zone         text not null,
    profile      text not null check (profile in ('SOLO', 'SMALL', 'FIRM')),
    created_at   timestamptz not null
);

create table practice.practitioner (
    practice_id uuid not null default database.practice_id() references practice.practice,
    id          uuid not null,
    first_name  text not null,
    middle_name text not null default '',
    last_name   text not null,
    credential  text not null,
    npi         text not null,
    taxonomy    text not null,
    license     text not null default '',
    primary key (practice_id, id),
    unique (practice_id, npi)
);

create table practice.payer (
    practice_id uuid not null default database.practice_id() references practice.practice,
    id          uuid not null,
    name        text not null,
    payer_id    text not null,
    filing_code text not null,
    primary key (practice_id, id),
    unique (practice_id, payer_id)
);

create table practice.fee (
    practice_id uuid not null default database.practice_id() references practice.practice,
    code        text not null,
    first_day   date not null,
    fee_cents   bigint not null check (fee_cents > 0),
    primary key (practice_id, code, first_day)
);

create table practice.holiday (
    practice_id uuid not null default database.practice_id() references practice.practice,
    day         date not null,
    name        text not null,
    primary key (practice_id, day)
);

create table practice.enrolment (
    practice_id     uuid not null default database.practice_id(),
    id              uuid not null,
    practitioner_id uuid not null,
    payer_id        uuid not null,
    billing_npi     text not null,
    enrolled        boolean not null,
    first_day       date not null,
    last_day        date,
    source          text not null,
    recorded_by     text not null,
    recorded_at     timestamptz not null,
    primary key (practice_id, id),
    foreign key (practice_id, practitioner_id) references practice.practitioner,
    foreign key (practice_id, payer_id) references practice.payer
);
create index on practice.enrolment (practice_id, practitioner_id, payer_id);

create table practice.former_records (
    practice_id uuid not null default database.practice_id() references practice.practice,
    attested_by text not null,
    attested_on date not null,
    covers      text[] not null,
    recorded_at timestamptz not null,
    primary key (practice_id)
);

create table practice.own_rule (
    practice_id uuid not null default database.practice_id(),
    id          uuid not null,
    payer_id    uuid,
    kind        text not null,
    amount      integer not null,
    first_day   date not null,
    last_day    date,
    source      text not null,
    verified_on date,
    recorded_by text not null,
    recorded_at timestamptz not null,
    primary key (practice_id, id),
    foreign key (practice_id, payer_id) references practice.payer
);

create table practice.trust (
    practice_id uuid not null default database.practice_id() references practice.practice,
    duty        text not null,
    level       text not null check (level in ('OFF', 'PROPOSE', 'ACT')),
    set_by      text not null,
    set_at      timestamptz not null,
    primary key (practice_id, duty)
);

create table practice.standing_order (
    practice_id uuid not null default database.practice_id(),
    payer_id    uuid not null,
    given_by    uuid not null,
    given_label text not null,
    given_on    date not null,
    last_day    date not null,
    primary key (practice_id, payer_id, given_on),
    foreign key (practice_id, payer_id) references practice.payer
);

create view practice.practitioner_facts with (security_invoker = true) as
    select practice_id, id, first_name, middle_name, last_name, credential, npi, taxonomy from practice.practitioner;
create view practice.payer_facts with (security_invoker = true) as
    select practice_id, id, name, payer_id, filing_code from practice.payer;
create view practice.practice_facts with (security_invoker = true) as
    select practice_id, name, npi, tax_id, taxonomy, phone, line, line2, city, state, zip, zone from practice.practice;

select database.keep_apart('practice.practice');
select database.keep_apart('practice.practitioner');
select database.keep_apart('practice.payer');
select database.keep_apart('practice.fee');
select database.keep_apart('practice.holiday');
select database.keep_apart('practice.enrolment');
select database.keep_apart('practice.former_records');
select database.keep_apart('practice.own_rule');
select database.keep_apart('practice.trust');
select database.keep_apart('practice.standing_order');

grant select, insert, update on practice.practice, practice.practitioner, practice.payer, practice.fee to circlekeeper_app;
grant select, insert, update, delete on practice.holiday, practice.former_records, practice.trust to circlekeeper_app;
grant select, insert, update on practice.enrolment, practice.own_rule, practice.standing_order to circlekeeper_app;
grant select on practice.practitioner_facts, practice.payer_facts, practice.practice_facts to circlekeeper_app;
