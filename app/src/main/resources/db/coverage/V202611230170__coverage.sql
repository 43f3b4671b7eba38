create schema coverage;
grant usage on schema coverage to circlekeeper_app;

create table coverage.coverage (
    practice_id         uuid not null default database.practice_id(),
    id                  uuid not null,
    patient_id          uuid not null,
    payer_id            uuid not null,
    rank                text not null check (rank in ('P', 'S', 'T')),
    member_id           text not null,
    group_number        text not null default '',
    relationship        text not null default '18',
    subscriber_first    text not null default '',
    subscriber_last     text not null default '',
    first_day           date not null,
    last_day            date,
    source              text not null,
    recorded_at         timestamptz not null,
    primary key (practice_id, id),
    foreign key (practice_id, patient_id) references patients.patient,
    foreign key (practice_id, payer_id) references practice.payer
);
create index on coverage.coverage (practice_id, patient_id);

create table coverage.authorization (
    practice_id uuid not null default database.practice_id(),
    id          uuid not null,
    patient_id  uuid not null,
    payer_id    uuid not null,
    number      text not null,
    code        text not null,
    units       integer not null check (units > 0),
    first_day   date not null,
    last_day    date not null,
    recorded_by text not null,
    recorded_at timestamptz not null,
    primary key (practice_id, id),
    foreign key (practice_id, patient_id) references patients.patient,
    foreign key (practice_id, payer_id) references practice.payer
);
create index on coverage.authorization (practice_id, patient_id);

create view coverage.coverage_facts with (security_invoker = true) as
    select practice_id, id, patient_id, payer_id, rank, member_id, group_number, relationship,
           subscriber_first, subscriber_last, first_day, last_day
      from coverage.coverage;
create view coverage.authorization_facts with (security_invoker = true) as
    select practice_id, id, patient_id, payer_id, number, code, units, first_day, last_day from coverage.authorization;

select database.keep_apart('coverage.coverage');
select database.keep_apart('coverage.authorization');
grant select, insert, update, delete on coverage.coverage, coverage.authorization to circlekeeper_app;
grant select on coverage.coverage_facts, coverage.authorization_facts to circlekeeper_app;
