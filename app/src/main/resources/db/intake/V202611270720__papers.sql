-- What one member was given to fill in or sign for one seat. Nobody expects them in the group until it is whole.
create table intake.packet (
    practice_id   uuid not null default database.practice_id(),
    id            uuid not null,
    patient_id    uuid not null,
    membership_id uuid not null,
    language      text not null,
    sent_by       text not null,
    sent_at       timestamptz not null,
    asked_at      timestamptz not null,
    whole_at      timestamptz,
    primary key (practice_id, id),
    unique (practice_id, membership_id),
    foreign key (practice_id, patient_id) references patients.patient,
    foreign key (practice_id, membership_id) references roster.membership on delete cascade
);
create index on intake.packet (practice_id, patient_id);

-- One paper of one member: a version of a form in one language. It counts for every seat that asks for it.
create table intake.paper (
    practice_id  uuid not null default database.practice_id(),
    id           uuid not null,
    patient_id   uuid not null,
    form         text not null,
    version      integer not null check (version > 0),
    language     text not null,
    title        text not null,
    need         text not null check (need in ('REQUIRED', 'OFFERED')),
    status       text not null check (status in (
                     'TO_DO', 'STARTED', 'WAITING_FOR_SECOND', 'DONE', 'SIGNED', 'ON_PAPER', 'DECLINED', 'WAIVED',
                     'REFUSED', 'WITHDRAWN', 'RAN_OUT', 'REPLACED')),
    reason       text not null default '',
    signature_id uuid,
    document_id  uuid,
    until        date,
    replaces_id  uuid,
    due_on       date,
    moved_by     text not null,
    moved_at     timestamptz not null,
    primary key (practice_id, id),
    foreign key (practice_id, patient_id) references patients.patient,
    foreign key (practice_id, replaces_id) references intake.paper,
    check (replaces_id is not null or due_on is null)
);
create index on intake.paper (practice_id, patient_id, form);
create index on intake.paper (practice_id, status, moved_at);
-- One open or standing paper for each form and version of a member, and one that is to take its place.
create unique index paper_stands_once on intake.paper (practice_id, patient_id, form, version, language)
    where status not in ('REPLACED', 'WITHDRAWN', 'RAN_OUT') and replaces_id is null;
create unique index paper_replaced_once on intake.paper (practice_id, replaces_id)
    where status not in ('REPLACED', 'WITHDRAWN', 'RAN_OUT') and replaces_id is not null;

-- Which papers a packet is made of; a paper that stands already is not asked for twice.
create table intake.packet_paper (
    practice_id uuid not null default database.practice_id(),
    packet_id   uuid not null,
    paper_id    uuid not null,
    place       integer not null,
    primary key (practice_id, packet_id, paper_id),
    foreign key (practice_id, packet_id) references intake.packet on delete cascade,
    foreign key (practice_id, paper_id) references intake.paper
);
create index on intake.packet_paper (practice_id, paper_id);

-- What became of a paper, when, by whom and why: rows are added and never changed.
create table intake.paper_move (
    practice_id uuid not null default database.practice_id(),
    id          uuid not null,
    paper_id    uuid not null,
    status      text not null,
    reason      text not null,
    moved_by    text not null,
    moved_at    timestamptz not null,
    primary key (practice_id, id),
    foreign key (practice_id, paper_id) references intake.paper
);
create index on intake.paper_move (practice_id, paper_id, moved_at);

-- What was answered so far, sealed: nobody reads it out of the database.
create table intake.answers (
    practice_id uuid not null default database.practice_id(),
    paper_id    uuid not null,
    sealed      bytea not null,
    seal_key    text not null,
    saved_by    text not null,
    saved_at    timestamptz not null,
    opened_at   timestamptz not null,
    read_at     timestamptz,
    primary key (practice_id, paper_id),
    foreign key (practice_id, paper_id) references intake.paper
);

-- Days on which nobody expects a member because papers are missing; open-ended while they are.
create table intake.shut (
    practice_id   uuid not null default database.practice_id(),
    id            uuid not null,
    membership_id uuid not null,
    patient_id    uuid not null,
    first_day     date not null,
    last_day      date check (last_day >= first_day),
    primary key (practice_id, id),
    foreign key (practice_id, membership_id) references roster.membership on delete cascade,
    foreign key (practice_id, patient_id) references patients.patient
);
create index on intake.shut (practice_id, membership_id, first_day);
create unique index shut_once on intake.shut (practice_id, membership_id) where last_day is null;

-- Nudges that went out about a packet.
create table intake.nudge (
    practice_id uuid not null default database.practice_id(),
    packet_id   uuid not null,
    number      integer not null,
    went_at     timestamptz not null,
    primary key (practice_id, packet_id, number),
    foreign key (practice_id, packet_id) references intake.packet on delete cascade
);

-- The leader talked with the group about confidentiality again when this member came.
create table intake.talk (
    practice_id   uuid not null default database.practice_id(),
    membership_id uuid not null,
    held_on       date not null,
    said_by       text not null,
    said_at       timestamptz not null,
    primary key (practice_id, membership_id),
    foreign key (practice_id, membership_id) references roster.membership on delete cascade
);

create view intake.shut_facts with (security_invoker = true) as
    select practice_id, membership_id, patient_id, first_day, last_day from intake.shut;

select database.keep_apart('intake.packet');
select database.keep_apart('intake.paper');
select database.keep_apart('intake.packet_paper');
select database.keep_apart('intake.paper_move');
select database.keep_apart('intake.answers');
select database.keep_apart('intake.shut');
select database.keep_apart('intake.nudge');
select database.keep_apart('intake.talk');
grant select, insert, update, delete on intake.packet, intake.paper, intake.packet_paper, intake.answers, intake.shut,
    intake.nudge, intake.talk to circlekeeper_app;
grant select, insert on intake.paper_move to circlekeeper_app;
grant select on intake.shut_facts to circlekeeper_app;
