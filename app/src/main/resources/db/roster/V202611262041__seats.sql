-- When somebody may join a group of this type: any day, in windows alone (a cohort has one window, a module group one
-- before each module), or for one session at a time.
alter table roster.group_type
    add column joining     text not null default 'OPEN' check (joining in ('OPEN', 'COHORT', 'WINDOWS', 'DROP_IN')),
    add column families    boolean not null default false,
    add column population  text not null default '',
    add column notice_days integer not null default 0 check (notice_days between 0 and 365);

create table roster.programme (
    practice_id uuid not null default database.practice_id(),
    id          uuid not null,
    name        text not null,
    primary key (practice_id, id),
    unique (practice_id, name)
);

alter table roster.therapy_group
    add column programme_id uuid,
    add column minimum      integer not null default 2 check (minimum >= 1),
    add column target       integer,
    add column cycle        text not null default '',
    add foreign key (practice_id, programme_id) references roster.programme,
    add check (minimum <= capacity),
    add check (target between minimum and capacity),
    add unique (practice_id, id, capacity);

-- Days on which a membership of a cohort or a module group may begin.
create table roster.enrolment_window (
    practice_id uuid not null default database.practice_id(),
    id          uuid not null,
    group_id    uuid not null,
    name        text not null,
    first_day   date not null,
    last_day    date not null check (last_day >= first_day),
    primary key (practice_id, id),
    foreign key (practice_id, group_id) references roster.therapy_group on delete cascade
);
create index on roster.enrolment_window (practice_id, group_id, first_day);

-- Whom a type of group, or one group of it, is for. A kind that nobody can look up is asked of a person in screening.
create table roster.criterion (
    practice_id uuid not null default database.practice_id(),
    id          uuid not null,
    type_id     uuid not null,
    group_id    uuid,
    excludes    boolean not null,
    kind        text not null check (kind in ('AGE_FROM', 'AGE_TO', 'DIAGNOSIS', 'LANGUAGE', 'LEVEL', 'STATEMENT')),
    wanted      text not null,
    says        text not null,
    primary key (practice_id, id),
    foreign key (practice_id, type_id) references roster.group_type,
    foreign key (practice_id, group_id) references roster.therapy_group on delete cascade
);
create index on roster.criterion (practice_id, type_id);

-- Who leads beside the group's leader, or learns, or supervises.
create table roster.group_leader (
    practice_id     uuid not null default database.practice_id(),
    id              uuid not null,
    group_id        uuid not null,
    practitioner_id uuid not null,
    part            text not null check (part in ('CO_LEADING', 'TRAINEE', 'SUPERVISOR')),
    first_day       date not null,
    last_day        date check (last_day >= first_day),
    primary key (practice_id, id),
    foreign key (practice_id, group_id) references roster.therapy_group on delete cascade,
    foreign key (practice_id, practitioner_id) references practice.practitioner
);
create index on roster.group_leader (practice_id, group_id);

alter table roster.membership
    add column ending text check (ending in ('GRADUATED', 'DROPPED', 'ADMINISTRATIVE', 'MOVED', 'HIGHER_CARE',
                                             'FINANCIAL', 'INSURANCE', 'DECEASED', 'TRANSFERRED')),
    add column next_id uuid,
    add foreign key (practice_id, next_id) references roster.membership;

-- A member who pauses keeps the seat and is not expected.
create table roster.hold (
    practice_id   uuid not null default database.practice_id(),
    id            uuid not null,
    membership_id uuid not null,
    first_day     date not null,
    last_day      date not null check (last_day >= first_day),
    reason        text not null,
    primary key (practice_id, id),
    foreign key (practice_id, membership_id) references roster.membership on delete cascade,
    exclude using gist (practice_id with =, membership_id with =, daterange(first_day, last_day, '[]') with &&)
);

-- What became of a membership, when, by whom and why: rows are added and never changed.
create table roster.membership_move (
    practice_id   uuid not null default database.practice_id(),
    id            uuid not null,
    membership_id uuid not null,
    status        text not null,
    day           date not null,
    reason        text not null,
    moved_by      text not null,
    moved_at      timestamptz not null,
    primary key (practice_id, id),
    foreign key (practice_id, membership_id) references roster.membership on delete cascade
);
create index on roster.membership_move (practice_id, membership_id);

-- Two who are not to sit in one group: relatives, former partners, a court's order.
create table roster.apart (
    practice_id uuid not null default database.practice_id(),
    id          uuid not null,
    one_id      uuid not null,
    other_id    uuid not null check (one_id < other_id),
    by_order    boolean not null,
    reason      text not null,
    first_day   date not null,
    last_day    date check (last_day >= first_day),
    primary key (practice_id, id),
    foreign key (practice_id, one_id) references patients.patient,
    foreign key (practice_id, other_id) references patients.patient
);
create index on roster.apart (practice_id, one_id);
create index on roster.apart (practice_id, other_id);

-- One chair of a group, for the days on which somebody has it or is offered it. No chair is given twice and no group has
-- more chairs than seats: PostgreSQL sees to both, whatever the program believes.
create table roster.seat (
    practice_id uuid not null default database.practice_id(),
    holder_id   uuid not null,
    group_id    uuid not null,
    chair       integer not null check (chair >= 1),
    capacity    integer not null check (chair <= capacity),
    days        daterange not null check (not isempty(days)),
    offered     boolean not null,
    primary key (practice_id, holder_id),
    foreign key (practice_id, group_id, capacity) references roster.therapy_group (practice_id, id, capacity)
        on update cascade on delete cascade,
    constraint one_chair_one_person exclude using gist
        (practice_id with =, group_id with =, chair with =, days with &&) deferrable initially immediate
);
create index on roster.seat (practice_id, group_id);

-- Seats for the memberships that there are: the lowest chair that is free on every day of each, in the order in which they
-- began. The owner of the tables looks past the policies while it does so.
alter table roster.therapy_group no force row level security;
alter table roster.membership no force row level security;
do
$$
declare
    sitting record;
    free integer;
begin
    for sitting in select practice_id, id, group_id, daterange(first_day, last_day, '[]') as days
                     from roster.membership order by practice_id, group_id, first_day, id
    loop
        select min(n) into free
          from generate_series(1, 1000) n
         where not exists (select from roster.seat s
                            where s.practice_id = sitting.practice_id and s.group_id = sitting.group_id
                              and s.chair = n and s.days && sitting.days);
        update roster.therapy_group set capacity = free
         where practice_id = sitting.practice_id and id = sitting.group_id and capacity < free;
        insert into roster.seat (practice_id, holder_id, group_id, chair, capacity, days, offered)
        select practice_id, sitting.id, id, free, capacity, sitting.days, false
          from roster.therapy_group
         where practice_id = sitting.practice_id and id = sitting.group_id;
    end loop;
end
$$;
alter table roster.therapy_group force row level security;
alter table roster.membership force row level security;

create or replace view roster.group_facts with (security_invoker = true) as
    select g.practice_id, g.id, g.name, g.capacity, g.leader_id, g.first_day, g.last_day,
           g.type_id, t.name as type_name, t.code, t.part2, g.minimum
      from roster.therapy_group g
      join roster.group_type t using (practice_id)
     where t.id = g.type_id;
create view roster.hold_facts with (security_invoker = true) as
    select practice_id, membership_id, first_day, last_day from roster.hold;
create view roster.leader_facts with (security_invoker = true) as
    select practice_id, group_id, practitioner_id, part, first_day, last_day from roster.group_leader;
create view roster.seat_facts with (security_invoker = true) as
    select practice_id, holder_id, group_id, chair, days, offered from roster.seat;

select database.keep_apart('roster.programme');
select database.keep_apart('roster.enrolment_window');
select database.keep_apart('roster.criterion');
select database.keep_apart('roster.group_leader');
select database.keep_apart('roster.hold');
select database.keep_apart('roster.membership_move');
select database.keep_apart('roster.apart');
select database.keep_apart('roster.seat');
grant select, insert, update, delete on roster.programme, roster.enrolment_window, roster.criterion,
    roster.group_leader, roster.hold, roster.apart, roster.seat to circlekeeper_app;
grant select, insert, delete on roster.membership_move to circlekeeper_app;
grant select on roster.hold_facts, roster.leader_facts, roster.seat_facts to circlekeeper_app;
