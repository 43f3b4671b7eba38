create schema if not exists database;
grant usage on schema database to circlekeeper_app;

-- The practice in scope, or null: set for one transaction by PracticeScope.
create function database.practice_id() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('circlekeeper.practice', true), '')::uuid;
grant execute on function database.practice_id() to circlekeeper_app;

-- Keeps the practices of a table apart, whoever asks and even when a statement forgets to say for whom.
create function database.keep_apart(kept regclass) returns void
    language plpgsql as
$$
begin
    execute format('alter table %s enable row level security', kept);
    execute format('alter table %s force row level security', kept);
    execute format('create policy practice on %s using (practice_id = (select database.practice_id()))
                    with check (practice_id = (select database.practice_id()))', kept);
end
$$;
revoke execute on function database.keep_apart(regclass) from public;

-- The home of this installation: on trial until somebody says that it goes live.
create table database.home (
    only_row   boolean primary key default true check (only_row),
    live_since timestamptz,
    live_by    text
);
insert into database.home default values;
grant select, update on database.home to circlekeeper_app;
