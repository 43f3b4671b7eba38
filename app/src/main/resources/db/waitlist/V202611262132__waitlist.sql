create schema waitlist;
grant usage on schema waitlist to circlekeeper_app;

-- One person's wish for a seat in one kind of group, from the first inquiry on. Somebody who is no patient yet is known by
-- what they said; 42 CFR Part 2 holds from that word on where the kind of group says so.
create table waitlist.entry (
    practice_id     uuid not null default database.practice_id(),
    id              uuid not null,
    type_id         uuid not null,
    wanted_id       uuid,
    patient_id      uuid,
    first_name      text not null,
    last_name       text not null,
    phone           text not null,
    email           text not null,
    birth_date      date,
    language        text not null,
    level           text not null,
    weekdays        text not null,
    day_parts       text not null,
    note            text not null,
    came_by         text not null,
    part2           boolean not null,
    status          text not null check (status in (
                        'INQUIRY', 'CONTACTED', 'SCREEN_SCHEDULED', 'DEFERRED', 'WAITING', 'OFFERED', 'CLEARING',
                        'ENROLLED', 'NOT_FIT', 'WITHDRAWN', 'UNREACHABLE', 'TRANSFERRED')),
    since           timestamptz not null,
    moved_at        timestamptz not null,
    urgent          text not null default '',
    urgent_by       text not null default '',
    screen_at       timestamptz,
    back_on         date,
    decision        text check (decision in ('FIT', 'OTHER_GROUP', 'NOT_NOW', 'TALK')),
    decided_by      text not null default '',
    came_from_id    uuid,
    primary key (practice_id, id),
    check (status not in ('WAITING', 'OFFERED', 'CLEARING', 'ENROLLED') or decision = 'FIT'),
    foreign key (practice_id, type_id) references roster.group_type,
    foreign key (practice_id, wanted_id) references roster.therapy_group on delete set null (wanted_id),
    foreign key (practice_id, patient_id) references patients.patient on delete set null (patient_id),
    foreign key (practice_id, came_from_id) references waitlist.entry
);
create index on waitlist.entry (practice_id, type_id, status);
create index on waitlist.entry (practice_id, patient_id);

-- What became of an entry, when, by whom and why: rows are added and never changed.
create table waitlist.entry_move (
    practice_id uuid not null default database.practice_id(),
    id          uuid not null,
    entry_id    uuid not null,
    status      text not null,
    reason      text not null,
    part2       boolean not null,
    moved_by    text not null,
    moved_at    timestamptz not null,
    primary key (practice_id, id),
    foreign key (practice_id, entry_id) references waitlist.entry
);
create index on waitlist.entry_move (practice_id, entry_id, moved_at);

-- What screening found for each criterion of the kind of group.
create table waitlist.answer (
    practice_id  uuid not null default database.practice_id(),
    entry_id     uuid not null,
    criterion_id uuid not null,
    found        text not null check (found in ('MET', 'NOT_MET', 'UNKNOWN')),
    words        text not null,
    part2        boolean not null,
    answered_by  text not null,
    answered_at  timestamptz not null,
    primary key (practice_id, entry_id, criterion_id),
    foreign key (practice_id, entry_id) references waitlist.entry,
    foreign key (practice_id, criterion_id) references roster.criterion on delete cascade
);

-- What therapists decided, one row each time: the last one stands.
create table waitlist.decision (
    practice_id uuid not null default database.practice_id(),
    id          uuid not null,
    entry_id    uuid not null,
    decision    text not null check (decision in ('FIT', 'OTHER_GROUP', 'NOT_NOW', 'TALK')),
    words       text not null,
    part2       boolean not null,
    person_id   uuid not null,
    decided_by  text not null,
    decided_at  timestamptz not null,
    primary key (practice_id, id),
    foreign key (practice_id, entry_id) references waitlist.entry
);
create index on waitlist.decision (practice_id, entry_id, decided_at);

-- A seat that is kept for somebody until a moment. One at a time for an entry.
create table waitlist.offer (
    practice_id uuid not null default database.practice_id(),
    id          uuid not null,
    entry_id    uuid not null,
    group_id    uuid not null,
    first_day   date not null,
    status      text not null check (status in ('OPEN', 'ACCEPTED', 'TAKEN_UP', 'DECLINED', 'EXPIRED', 'WITHDRAWN')),
    part2       boolean not null,
    made_by     text not null,
    made_at     timestamptz not null,
    expires_at  timestamptz not null check (expires_at > made_at),
    ended_by    text not null default '',
    ended_at    timestamptz,
    primary key (practice_id, id),
    foreign key (practice_id, entry_id) references waitlist.entry,
    foreign key (practice_id, group_id) references roster.therapy_group
);
create unique index one_offer_at_a_time on waitlist.offer (practice_id, entry_id) where status in ('OPEN', 'ACCEPTED');
create index on waitlist.offer (practice_id, group_id, made_at);

-- The address of the form by which anybody may ask about a kind of group. It names the practice, so that the form opens
-- without a sign-in.
create table waitlist.interest_link (
    practice_id uuid not null default database.practice_id(),
    token       text not null,
    type_id     uuid not null,
    made_by     text not null,
    made_at     timestamptz not null,
    closed_at   timestamptz,
    primary key (practice_id, token),
    foreign key (practice_id, type_id) references roster.group_type
);
create unique index one_open_link on waitlist.interest_link (practice_id, type_id) where closed_at is null;

-- How often a form was sent lately, from where (a hash) and altogether.
create table waitlist.interest_try (
    practice_id uuid not null default database.practice_id(),
    id          uuid not null,
    who         text not null,
    at          timestamptz not null,
    primary key (practice_id, id)
);
create index on waitlist.interest_try (practice_id, who, at);

select database.keep_apart('waitlist.entry');
select database.keep_apart('waitlist.entry_move');
select database.keep_apart('waitlist.answer');
select database.keep_apart('waitlist.decision');
select database.keep_apart('waitlist.offer');
select database.keep_apart('waitlist.interest_link');
select database.keep_apart('waitlist.interest_try');
grant select, insert, update on waitlist.entry, waitlist.offer, waitlist.interest_link to circlekeeper_app;
grant select, insert, update, delete on waitlist.answer to circlekeeper_app;
grant select, insert on waitlist.entry_move, waitlist.decision to circlekeeper_app;
grant select, insert, delete on waitlist.interest_try to circlekeeper_app;
