create schema finance;
grant usage on schema finance to circlekeeper_app;

-- A talk about money with a member, or with who acts for them: rows are added and never changed. The latest one about a gap
-- stands. gap and because hold what was missing as it stood on that day.
create table finance.talk (
    practice_id  uuid not null default database.practice_id(),
    id           uuid not null,
    patient_id   uuid not null,
    gap          text not null,
    payer_class  text not null,
    payer_id     uuid,
    member_id    text not null default '',
    because      text not null,
    talked_on    date not null,
    talked_by    text not null,
    talked_with  text not null,
    how          text not null check (how in ('IN_PERSON', 'PHONE', 'VIDEO', 'WRITING')),
    outcome      text not null,
    amount_cents bigint check (amount_cents >= 0),
    basis        text not null default '',
    note         text not null default '',
    opted_out_leader uuid,
    opted_out_since  date,
    recorded_by  text not null,
    recorded_at  timestamptz not null,
    primary key (practice_id, id),
    foreign key (practice_id, patient_id) references patients.patient,
    foreign key (practice_id, payer_id) references practice.payer,
    foreign key (practice_id, opted_out_leader) references practice.practitioner,
    check ((opted_out_leader is null) = (opted_out_since is null))
);
create index on finance.talk (practice_id, patient_id, talked_on desc, recorded_at desc);

select database.keep_apart('finance.talk');
grant select, insert on finance.talk to circlekeeper_app;
