create schema eligibility;
grant usage on schema eligibility to circlekeeper_app;

-- What a payer said of one person's benefits, however it was heard: rows are added and never changed. The latest one about
-- an insurance stands. rows holds what the payer wrote, segment by segment; words is what was read from it.
create table eligibility.answer (
    practice_id          uuid not null default database.practice_id(),
    id                   uuid not null,
    patient_id           uuid not null,
    payer_id             uuid not null,
    member_id            text not null,
    how                  text not null check (how in ('X271', 'PORTAL', 'PHONE', 'IN_PERSON')),
    stands_for           date not null,
    heard_at             timestamptz not null,
    recorded_by          text not null,
    reference            text not null default '',
    answered_by          text not null default '',
    question_id          uuid,
    try                  integer not null default 0,
    status               text not null check (status in ('ACTIVE', 'INACTIVE', 'REJECTED', 'UNKNOWN')),
    covered              text not null check (covered in ('YES', 'NO', 'UNKNOWN', 'AMBIGUOUS')),
    copay_cents          bigint check (copay_cents >= 0),
    coinsurance_percent  numeric(6, 3),
    deductible_left_cents bigint check (deductible_left_cents >= 0),
    visits_total         integer check (visits_total >= 0),
    visits_left          integer check (visits_left >= 0),
    authorization_needed text not null check (authorization_needed in ('YES', 'NO', 'UNKNOWN', 'ASK')),
    network              text not null default '',
    carved_out           boolean not null,
    carve_out_name       text not null default '',
    carve_out_id         text not null default '',
    plan_begins          date,
    plan_ends            date,
    resets_on            date,
    rejection            text not null default '',
    good_through         date not null,
    good_why             text not null,
    words                text[] not null,
    rows                 text[] not null,
    primary key (practice_id, id),
    check (covered <> 'YES' or status = 'ACTIVE'),
    check ((how = 'X271') = (question_id is not null)),
    foreign key (practice_id, patient_id) references patients.patient,
    foreign key (practice_id, payer_id) references practice.payer
);
create index on eligibility.answer (practice_id, patient_id, payer_id, member_id, heard_at desc);
-- A payer's answer to one try of one question is posted once; a real one beside a refusal, whichever came first.
create unique index answer_once on eligibility.answer (practice_id, question_id, try, (status = 'REJECTED'))
    where question_id is not null;

-- How the practice asks: for sessions of how many days ahead, and what one check costs it.
create table eligibility.setting (
    practice_id uuid not null default database.practice_id(),
    days_ahead  integer not null check (days_ahead between 1 and 30),
    price_cents bigint check (price_cents >= 0),
    set_by      text not null,
    set_at      timestamptz not null,
    primary key (practice_id)
);

-- How fast one payer may be asked.
create table eligibility.pace (
    practice_id  uuid not null default database.practice_id(),
    payer_id     uuid not null,
    most_an_hour integer not null check (most_an_hour between 1 and 100000),
    source       text not null,
    set_by       text not null,
    set_at       timestamptz not null,
    primary key (practice_id, payer_id),
    foreign key (practice_id, payer_id) references practice.payer
);

-- Whether electronic files of a kind may be exchanged with a payer, and since when; rows are added, the last one stands.
create table eligibility.file_enrolment (
    practice_id   uuid not null default database.practice_id(),
    id            uuid not null,
    payer_id      uuid not null,
    kind          text not null check (kind in ('837', '835', '270')),
    state         text not null check (state in ('ASKED_FOR', 'STANDS', 'REFUSED', 'ENDED')),
    on_day        date not null,
    clearinghouse text not null default '',
    source        text not null,
    recorded_by   text not null,
    recorded_at   timestamptz not null,
    primary key (practice_id, id),
    foreign key (practice_id, payer_id) references practice.payer
);
create index on eligibility.file_enrolment (practice_id, payer_id, kind, recorded_at desc);

-- Who waits for a seat, gave their insurance, and agreed that it is asked.
create table eligibility.agreement (
    practice_id uuid not null default database.practice_id(),
    patient_id  uuid not null,
    agreed_on   date not null,
    source      text not null,
    recorded_by text not null,
    recorded_at timestamptz not null,
    primary key (practice_id, patient_id),
    foreign key (practice_id, patient_id) references patients.patient
);

-- One press, or one step of the assistant, that asks about people.
create table eligibility.run (
    practice_id uuid not null default database.practice_id(),
    id          uuid not null,
    started_by  text not null,
    started_at  timestamptz not null,
    inside_us   boolean not null,
    price_cents bigint check (price_cents >= 0),
    primary key (practice_id, id)
);
create index on eligibility.run (practice_id, started_at desc);

-- Files of questions (270) as they were written.
create table eligibility.asked_file (
    practice_id uuid not null default database.practice_id(),
    id          uuid not null,
    payer_id    uuid not null,
    file_name   text not null,
    interchange text not null,
    sha256      text not null,
    people      integer not null check (people > 0),
    content     bytea not null,
    put_at      timestamptz not null,
    sent_at     timestamptz,
    trouble     text not null default '',
    primary key (practice_id, id),
    foreign key (practice_id, payer_id) references practice.payer
);
create index on eligibility.asked_file (practice_id, payer_id, put_at desc);

-- One question about one insurance of one person. Its number is the home's own and is told to the payer (TRN02).
create table eligibility.question (
    practice_id      uuid not null default database.practice_id(),
    id               uuid not null,
    number           bigint not null,
    run_id           uuid not null,
    patient_id       uuid not null,
    payer_id         uuid not null,
    member_id        text not null,
    asked_id         text not null,
    relationship     text not null,
    subscriber_first text not null,
    subscriber_last  text not null,
    service_day      date not null,
    place            text not null default '',
    why              text not null,
    status           text not null check (status in ('QUEUED', 'WRITTEN', 'SENT', 'ANSWERED', 'REJECTED', 'WITHDRAWN')),
    tries            integer not null default 0,
    not_before       timestamptz not null,
    file_id          uuid,
    said             text not null default '',
    moved_at         timestamptz not null,
    primary key (practice_id, id),
    unique (practice_id, number),
    foreign key (practice_id, run_id) references eligibility.run,
    foreign key (practice_id, patient_id) references patients.patient,
    foreign key (practice_id, payer_id) references practice.payer,
    foreign key (practice_id, file_id) references eligibility.asked_file
);
create index on eligibility.question (practice_id, run_id, status);
create index on eligibility.question (practice_id, file_id);
create index on eligibility.question (practice_id, patient_id);
create unique index one_question_at_a_time on eligibility.question (practice_id, patient_id, payer_id, member_id)
    where status in ('QUEUED', 'WRITTEN', 'SENT');
create index on eligibility.question (practice_id, payer_id, not_before) where status = 'QUEUED';
alter table eligibility.answer add foreign key (practice_id, question_id) references eligibility.question;

-- What became of each question, when, by whom and why: rows are added and never changed.
create table eligibility.question_move (
    practice_id uuid not null default database.practice_id(),
    id          bigint generated always as identity,
    question_id uuid not null,
    status      text not null,
    reason      text not null,
    moved_by    text not null,
    moved_at    timestamptz not null,
    primary key (practice_id, id),
    foreign key (practice_id, question_id) references eligibility.question
);
create index on eligibility.question_move (practice_id, question_id, id);

-- Files that came from payers, byte for byte, known by their hash before anything in them is read.
create table eligibility.received_file (
    practice_id uuid not null default database.practice_id(),
    sha256      text not null,
    file_name   text not null,
    content     bytea not null,
    received_at timestamptz not null,
    received_by text not null,
    read_at     timestamptz,
    refused     text not null default '',
    people      integer not null default 0,
    posted      integer not null default 0,
    primary key (practice_id, sha256)
);
create index on eligibility.received_file (practice_id, received_at desc);
alter table eligibility.received_file alter column content set storage external;
alter table eligibility.asked_file alter column content set storage external;

-- What of such a file was posted nowhere until a person looks at it, and why.
create table eligibility.parked (
    practice_id uuid not null default database.practice_id(),
    sha256      text not null,
    place       integer not null,
    trace       text not null,
    reason      text not null,
    settled_by  text not null default '',
    settled_at  timestamptz,
    settled_why text not null default '',
    primary key (practice_id, sha256, place),
    foreign key (practice_id, sha256) references eligibility.received_file
);

-- Numbers of questions are the home's: an answer then finds its practice. ISA13 of files of questions is taken far above
-- those of claims files, because a receiver takes each number of a sender once (TA1 025).
create sequence eligibility.question_number as bigint;
create sequence eligibility.interchange as integer minvalue 500000001 maxvalue 699999999;
grant usage on sequence eligibility.question_number, eligibility.interchange to circlekeeper_app;

create view eligibility.answer_facts with (security_invoker = true) as
    select practice_id, id, patient_id, payer_id, member_id, how, stands_for, heard_at, status, covered, copay_cents,
           coinsurance_percent, deductible_left_cents, visits_total, visits_left, authorization_needed, carved_out,
           plan_ends, resets_on, good_through, good_why
      from eligibility.answer;

select database.keep_apart('eligibility.answer');
select database.keep_apart('eligibility.setting');
select database.keep_apart('eligibility.pace');
select database.keep_apart('eligibility.file_enrolment');
select database.keep_apart('eligibility.agreement');
select database.keep_apart('eligibility.run');
select database.keep_apart('eligibility.asked_file');
select database.keep_apart('eligibility.question');
select database.keep_apart('eligibility.question_move');
select database.keep_apart('eligibility.received_file');
select database.keep_apart('eligibility.parked');
grant select, insert on eligibility.answer, eligibility.file_enrolment, eligibility.run, eligibility.question_move
    to circlekeeper_app;
grant select, insert, update on eligibility.setting, eligibility.pace, eligibility.asked_file, eligibility.question,
    eligibility.received_file, eligibility.parked to circlekeeper_app;
grant select, insert, update, delete on eligibility.agreement to circlekeeper_app;
grant select on eligibility.answer_facts to circlekeeper_app;
