-- What a kind of group or a single group charges of its own, from a day on: it stands before the practice's fee for the
-- code. No amount says that from that day on nothing of its own is charged.
create table roster.own_fee (
    practice_id uuid not null default database.practice_id(),
    id          uuid not null,
    type_id     uuid,
    group_id    uuid,
    first_day   date not null,
    fee_cents   bigint check (fee_cents > 0),
    set_by      text not null,
    set_at      timestamptz not null,
    primary key (practice_id, id),
    unique nulls not distinct (practice_id, type_id, group_id, first_day),
    foreign key (practice_id, type_id) references roster.group_type on delete cascade,
    foreign key (practice_id, group_id) references roster.therapy_group on delete cascade,
    check (num_nonnulls(type_id, group_id) = 1)
);
create index on roster.own_fee (practice_id, group_id);

select database.keep_apart('roster.own_fee');
grant select, insert, update on roster.own_fee to circlekeeper_app;
