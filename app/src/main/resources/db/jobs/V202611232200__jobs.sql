-- What is to be run when, shared by every node of an installation. It belongs to no practice: a job names one by its id.
-- The columns are those of db-scheduler 16.
create schema jobs;
grant usage on schema jobs to circlekeeper_app;

create table jobs.scheduled_tasks (
    task_name            text not null,
    task_instance        text not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_by_time on jobs.scheduled_tasks (execution_time);
create index scheduled_by_heartbeat on jobs.scheduled_tasks (last_heartbeat);

grant select, insert, update, delete on jobs.scheduled_tasks to circlekeeper_app;
