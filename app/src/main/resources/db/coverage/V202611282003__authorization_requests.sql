-- What a payer is asked to authorize for one member, how it was asked, and what it decided.
create table coverage.authorization_request (
    practice_id      uuid not null default database.practice_id(),
    id               uuid not null,
    patient_id       uuid not null,
    payer_id         uuid not null,
    code             text not null,
    units            integer not null check (units between 1 and 999),
    first_day        date not null,
    last_day         date not null,
    extends_id       uuid,
    expedited        boolean not null default false,
    status           text not null,
    status_since     timestamptz not null,
    channel          text check (channel in ('FILE', 'PORTAL', 'PHONE', 'FAX')),
    reference        text not null default '',
    spoke_with       text not null default '',
    asked_at         timestamptz,
    trace            text not null,
    packet_id        uuid,
    payer_reference  text not null default '',
    decided_on       date,
    decision_reason  text not null default '',
    appeal_by        date,
    appeal_source    text not null default '',
    authorization_id uuid,
    to_call          text not null default '',
    made_by          text not null,
    made_at          timestamptz not null,
    primary key (practice_id, id),
    unique (practice_id, trace),
    foreign key (practice_id, patient_id) references patients.patient,
    foreign key (practice_id, payer_id) references practice.payer,
    foreign key (practice_id, extends_id) references coverage.authorization,
    foreign key (practice_id, authorization_id) references coverage.authorization,
    check (last_day >= first_day),
    check (status not in ('APPROVED', 'MODIFIED', 'PARTIAL') or authorization_id is not null)
);
create index on coverage.authorization_request (practice_id, patient_id);
-- A payer is asked once at a time. What is appealed was decided once: what comes next may be asked for meanwhile.
create unique index on coverage.authorization_request (practice_id, patient_id, payer_id, code)
    where status in ('TO_ASK', 'ASKED', 'PENDED');

-- Each step of a request: who, when and why.
create table coverage.authorization_move (
    practice_id uuid not null default database.practice_id(),
    id          uuid not null,
    request_id  uuid not null,
    status      text not null,
    why         text not null,
    moved_by    text not null,
    moved_at    timestamptz not null,
    primary key (practice_id, id),
    foreign key (practice_id, request_id) references coverage.authorization_request
);
create index on coverage.authorization_move (practice_id, request_id);

-- Files with answers of payers, each by its hash: one that comes again changes nothing.
create table coverage.authorization_answer (
    practice_id uuid not null default database.practice_id(),
    sha256      text not null,
    file_name   text not null,
    content     bytea not null,
    outcome     text not null,
    posted      integer not null,
    received_at timestamptz not null,
    primary key (practice_id, sha256)
);

-- ISA13 of files with requests: a receiver takes each number once (TA1 025), whatever practice sent it. Claims files
-- count from 1, and would take them too.
create sequence coverage.authorization_interchange as integer minvalue 700000001 maxvalue 799999999;

select database.keep_apart('coverage.authorization_request');
select database.keep_apart('coverage.authorization_move');
select database.keep_apart('coverage.authorization_answer');
grant select, insert, update on coverage.authorization_request to circlekeeper_app;
grant select, insert on coverage.authorization_move to circlekeeper_app;
grant select, insert, update on coverage.authorization_answer to circlekeeper_app;
grant usage on sequence coverage.authorization_interchange to circlekeeper_app;
