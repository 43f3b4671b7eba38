create schema scheduling;
grant usage on schema scheduling to circlekeeper_app;

create table scheduling.series (
    practice_id      uuid not null default database.practice_id(),
    id               uuid not null,
    group_id         uuid not null,
    weekday          integer not null check (weekday between 1 and 7),
    start_time       time not null,
    minutes          integer not null check (minutes between 15 and 600),
    first_day        date not null,
    last_day         date,
    place_of_service text not null default '11',
    primary key (practice_id, id),
    foreign key (practice_id, group_id) references roster.therapy_group
);

create table scheduling.session (
    practice_id      uuid not null default database.practice_id(),
    id               uuid not null,
    group_id         uuid not null,
    series_id        uuid,
    service_date     date not null,
    starts_at        timestamptz not null,
    ends_at          timestamptz not null check (ends_at > starts_at),
    leader_id        uuid not null,
    place_of_service text not null,
    status           text not null check (status in ('PLANNED', 'SKIPPED', 'CANCELLED')),
    reason           text,
    origin           text not null check (origin in ('planned', 'imported')),
    primary key (practice_id, id),
    unique (practice_id, group_id, starts_at),
    foreign key (practice_id, group_id) references roster.therapy_group,
    foreign key (practice_id, series_id) references scheduling.series,
    foreign key (practice_id, leader_id) references practice.practitioner
);
create index on scheduling.session (practice_id, service_date);
create index on scheduling.session (practice_id, starts_at);

create view scheduling.session_facts with (security_invoker = true) as
    select practice_id, id, group_id, series_id, service_date, starts_at, ends_at, leader_id, place_of_service, status,
           reason, origin
      from scheduling.session;

select database.keep_apart('scheduling.series');
select database.keep_apart('scheduling.session');
grant select, insert, update, delete on scheduling.series, scheduling.session to circlekeeper_app;
grant select on scheduling.session_facts to circlekeeper_app;
