-- So many visits are authorized, and whatever counts against them can say of how many it counts.
alter table coverage.authorization add constraint authorization_units unique (practice_id, id, units);

-- A plan may begin to count anew before the last day. What was recorded by mistake is taken back, and covers nothing.
alter table coverage.authorization
    add column plan_year_ends date,
    add column taken_back     boolean not null default false;
create or replace view coverage.authorization_facts with (security_invoker = true) as
    select practice_id, id, patient_id, payer_id, number, code, units, first_day, last_day, plan_year_ends
      from coverage.authorization
     where not taken_back;

-- How an authorization stood before it was changed, and why it was.
create table coverage.authorization_change (
    practice_id      uuid not null default database.practice_id(),
    id               uuid not null,
    authorization_id uuid not null,
    number           text not null,
    code             text not null,
    units            integer not null,
    first_day        date not null,
    last_day         date not null,
    plan_year_ends   date,
    reason           text not null,
    changed_by       text not null,
    changed_at       timestamptz not null,
    primary key (practice_id, id),
    foreign key (practice_id, authorization_id) references coverage.authorization
);
create index on coverage.authorization_change (practice_id, authorization_id);
select database.keep_apart('coverage.authorization_change');
grant select, insert on coverage.authorization_change to circlekeeper_app;
