-- A change of a regular time, with the sessions that it took away as they stood: so that it can be taken back.
create table scheduling.series_change (
    practice_id   uuid not null default database.practice_id(),
    act_id        uuid not null,
    group_id      uuid not null,
    said          text not null,
    from_day      date not null,
    old_series    uuid,
    fresh_series  uuid,
    series        jsonb,
    sessions      jsonb not null,
    beside        jsonb not null,
    moves         jsonb not null,
    made_by       text not null,
    made_at       timestamptz not null,
    taken_back_by text,
    taken_back_at timestamptz,
    primary key (practice_id, act_id),
    foreign key (practice_id, group_id) references roster.therapy_group on delete cascade
);
create index on scheduling.series_change (practice_id, group_id);
select database.keep_apart('scheduling.series_change');
grant select, insert, update on scheduling.series_change to circlekeeper_app;
