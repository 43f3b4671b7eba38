-- Where groups and single people meet.
create table scheduling.room (
    practice_id uuid not null default database.practice_id(),
    id          uuid not null,
    name        text not null,
    seats       integer not null check (seats between 1 and 200),
    open        boolean not null default true,
    primary key (practice_id, id),
    unique (practice_id, name)
);

-- A series is a rule of RFC 5545, reckoned in the practice's local time from its first day on.
alter table scheduling.series
    add column rrule   text,
    add column room_id uuid,
    add column link    text not null default '',
    add foreign key (practice_id, room_id) references scheduling.room;

-- occurrence: the local time of its series that a session stands for, wherever it has been moved to (RECURRENCE-ID).
-- by_hand: a person has decided about it, and planning leaves it alone. revision: how often it has changed (SEQUENCE).
alter table scheduling.session
    add column occurrence     timestamp,
    add column room_id        uuid,
    add column link           text not null default '',
    add column substitute_for uuid,
    add column makes_up       uuid,
    add column by_hand        boolean not null default false,
    add column revision       integer not null default 0,
    add foreign key (practice_id, room_id) references scheduling.room,
    add foreign key (practice_id, substitute_for) references practice.practitioner,
    add foreign key (practice_id, makes_up) references scheduling.session on delete set null (makes_up);

-- What is there already follows. The owner of the tables looks past the policies while it does so.
alter table practice.practice no force row level security;
alter table scheduling.series no force row level security;
alter table scheduling.session no force row level security;
update scheduling.series
   set rrule = 'FREQ=WEEKLY;BYDAY=' || (array ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'])[weekday];
update scheduling.session s
   set occurrence = s.starts_at at time zone p.zone
  from practice.practice p
 where p.practice_id = s.practice_id
   and s.series_id is not null;
alter table practice.practice force row level security;
alter table scheduling.series force row level security;
alter table scheduling.session force row level security;
alter table scheduling.series alter column rrule set not null, drop column weekday;

-- One session for each time of a series; and a group meets once at a time, however many sessions were taken out there.
create unique index session_occurrence on scheduling.session (practice_id, series_id, occurrence);
alter table scheduling.session drop constraint session_practice_id_group_id_starts_at_key;
create unique index session_start on scheduling.session (practice_id, group_id, starts_at) where status = 'PLANNED';
create index on scheduling.session (practice_id, group_id, starts_at);

-- Who is there beside the one who leads: the group's others, or whoever was asked for this session.
create table scheduling.session_leader (
    practice_id     uuid not null default database.practice_id(),
    session_id      uuid not null,
    practitioner_id uuid not null,
    part            text not null check (part in ('CO_LEADING', 'TRAINEE', 'SUPERVISOR')),
    primary key (practice_id, session_id, practitioner_id),
    foreign key (practice_id, session_id) references scheduling.session on delete cascade,
    foreign key (practice_id, practitioner_id) references practice.practitioner
);

-- Screening, intake and single hours: with somebody who is treated here, or with somebody who waits.
create table scheduling.appointment (
    practice_id      uuid not null default database.practice_id(),
    id               uuid not null,
    kind             text not null check (kind in ('SCREENING', 'INTAKE', 'INDIVIDUAL')),
    code             text not null default '',
    patient_id       uuid,
    for_entry        uuid,
    label            text not null default '',
    service_date     date not null,
    starts_at        timestamptz not null,
    ends_at          timestamptz not null check (ends_at > starts_at),
    leader_id        uuid not null,
    room_id          uuid,
    link             text not null default '',
    place_of_service text not null,
    status           text not null check (status in ('PLANNED', 'KEPT', 'MISSED', 'CANCELLED')),
    reason           text,
    revision         integer not null default 0,
    primary key (practice_id, id),
    foreign key (practice_id, patient_id) references patients.patient,
    foreign key (practice_id, leader_id) references practice.practitioner,
    foreign key (practice_id, room_id) references scheduling.room,
    check (patient_id is not null or for_entry is not null or label <> '')
);
create index on scheduling.appointment (practice_id, starts_at);
create index on scheduling.appointment (practice_id, for_entry) where for_entry is not null;
create index on scheduling.appointment (practice_id, patient_id) where patient_id is not null;

create table scheduling.appointment_move (
    practice_id    uuid not null default database.practice_id(),
    id             uuid not null,
    appointment_id uuid not null,
    status         text not null,
    reason         text not null,
    moved_by       text not null,
    moved_at       timestamptz not null,
    primary key (practice_id, id),
    foreign key (practice_id, appointment_id) references scheduling.appointment on delete cascade
);
create index on scheduling.appointment_move (practice_id, appointment_id);

-- A room or a leader is in one place at a time: PostgreSQL sees to it, whatever the program believes.
create table scheduling.booking (
    practice_id    uuid not null default database.practice_id(),
    holder_id      uuid not null generated always as (coalesce(session_id, appointment_id)) stored,
    resource_id    uuid not null,
    during         tstzrange not null check (not isempty(during)),
    session_id     uuid,
    appointment_id uuid,
    primary key (practice_id, holder_id, resource_id),
    foreign key (practice_id, session_id) references scheduling.session on delete cascade,
    foreign key (practice_id, appointment_id) references scheduling.appointment on delete cascade,
    check (num_nonnulls(session_id, appointment_id) = 1),
    constraint one_place_at_a_time exclude using gist (practice_id with =, resource_id with =, during with &&)
);

-- What the practice, or one group, does on a holiday: it meets on another day, or (no day) it does not meet.
create table scheduling.holiday_choice (
    practice_id uuid not null default database.practice_id(),
    id          uuid not null,
    day         date not null,
    group_id    uuid,
    moves_to    date check (moves_to <> day),
    chosen_by   text not null,
    chosen_at   timestamptz not null,
    primary key (practice_id, id),
    unique nulls not distinct (practice_id, day, group_id),
    foreign key (practice_id, group_id) references roster.therapy_group on delete cascade
);

-- Every change of a session: who, when, why, and how it stood before. Several that were made as one carry one act.
create table scheduling.session_move (
    practice_id        uuid not null default database.practice_id(),
    id                 uuid not null,
    session_id         uuid not null,
    act_id             uuid not null,
    what               text not null,
    reason             text not null,
    moved_by           text not null,
    moved_at           timestamptz not null,
    was_status         text,
    was_reason         text,
    was_service_date   date,
    was_starts_at      timestamptz,
    was_ends_at        timestamptz,
    was_leader_id      uuid,
    was_substitute_for uuid,
    was_room_id        uuid,
    was_link           text,
    was_place          text,
    was_by_hand        boolean,
    primary key (practice_id, id),
    foreign key (practice_id, session_id) references scheduling.session on delete cascade
);
create index on scheduling.session_move (practice_id, session_id, moved_at);
create index on scheduling.session_move (practice_id, act_id);

-- Secret addresses under which a person's own calendar program reads. We know each by its hash alone.
create table scheduling.feed (
    practice_id     uuid not null default database.practice_id(),
    id              uuid not null,
    person_id       uuid not null,
    practitioner_id uuid,
    mode            text not null check (mode in ('CODE', 'INITIALS', 'NAMES')),
    token_hash      bytea not null,
    made_at         timestamptz not null,
    revoked_at      timestamptz,
    fetched_at      timestamptz,
    fetches_since   timestamptz,
    fetches         integer not null default 0,
    primary key (practice_id, id),
    unique (practice_id, token_hash),
    foreign key (practice_id, practitioner_id) references practice.practitioner
);
create index on scheduling.feed (practice_id, person_id);

create or replace view scheduling.session_facts with (security_invoker = true) as
    select practice_id, id, group_id, series_id, service_date, starts_at, ends_at, leader_id, place_of_service, status,
           reason, origin, room_id, substitute_for, makes_up
      from scheduling.session;
create view scheduling.appointment_facts with (security_invoker = true) as
    select practice_id, id, kind, code, patient_id, for_entry, service_date, starts_at, ends_at, leader_id, room_id,
           place_of_service, status
      from scheduling.appointment;
create view scheduling.room_facts with (security_invoker = true) as
    select practice_id, id, name, seats, open from scheduling.room;

select database.keep_apart('scheduling.room');
select database.keep_apart('scheduling.session_leader');
select database.keep_apart('scheduling.appointment');
select database.keep_apart('scheduling.appointment_move');
select database.keep_apart('scheduling.booking');
select database.keep_apart('scheduling.holiday_choice');
select database.keep_apart('scheduling.session_move');
select database.keep_apart('scheduling.feed');
grant select, insert, update on scheduling.room, scheduling.appointment, scheduling.feed to circlekeeper_app;
grant select, insert, update, delete on scheduling.session_leader, scheduling.booking, scheduling.holiday_choice
    to circlekeeper_app;
grant select, insert, delete on scheduling.session_move, scheduling.appointment_move to circlekeeper_app;
grant select on scheduling.appointment_facts, scheduling.room_facts to circlekeeper_app;
