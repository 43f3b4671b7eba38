-- Good-faith estimates (45 CFR 149.610): what was written, to whom it was given, and who asked for one. All of it is part of
-- the record and is added and never changed; what changes is written anew.
create table finance.estimate (
    practice_id   uuid not null default database.practice_id(),
    id            uuid not null,
    patient_id    uuid not null,
    group_id      uuid not null,
    reason        text not null check (reason in ('SCHEDULED', 'ASKED', 'CHANGED', 'RENEWED', 'OFFERED')),
    due_by        date,
    member_name   text not null,
    birth_date    date not null,
    service       text not null,
    code          text not null,
    diagnoses     text[] not null,
    days          date[] not null check (cardinality(days) > 0),
    fee_cents     bigint not null check (fee_cents >= 0),
    leader_id     uuid not null,
    provider_name text not null,
    provider_npi  text not null,
    tax_id        text not null,
    place         text not null,
    made_by       text not null,
    made_at       timestamptz not null,
    primary key (practice_id, id),
    foreign key (practice_id, patient_id) references patients.patient,
    foreign key (practice_id, group_id) references roster.therapy_group,
    foreign key (practice_id, leader_id) references practice.practitioner
);
create index on finance.estimate (practice_id, patient_id, made_at desc);

create table finance.estimate_given (
    practice_id uuid not null default database.practice_id(),
    id          uuid not null,
    estimate_id uuid not null,
    given_on    date not null,
    way         text not null check (way in ('HANDED', 'POST', 'ELECTRONIC')),
    given_to    text not null,
    given_by    text not null,
    recorded_by text not null,
    recorded_at timestamptz not null,
    primary key (practice_id, id),
    foreign key (practice_id, estimate_id) references finance.estimate
);
create index on finance.estimate_given (practice_id, estimate_id);

create table finance.estimate_asked (
    practice_id  uuid not null default database.practice_id(),
    id           uuid not null,
    patient_id   uuid not null,
    group_id     uuid not null,
    asked_on     date not null,
    claim_wanted boolean not null,
    note         text not null default '',
    recorded_by  text not null,
    recorded_at  timestamptz not null,
    primary key (practice_id, id),
    foreign key (practice_id, patient_id) references patients.patient,
    foreign key (practice_id, group_id) references roster.therapy_group
);
create index on finance.estimate_asked (practice_id, patient_id, asked_on desc);

select database.keep_apart('finance.estimate');
select database.keep_apart('finance.estimate_given');
select database.keep_apart('finance.estimate_asked');
grant select, insert on finance.estimate, finance.estimate_given, finance.estimate_asked to circlekeeper_app;
