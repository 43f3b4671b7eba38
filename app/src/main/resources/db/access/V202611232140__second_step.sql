-- The key of a person's code generator (RFC 6238), encrypted with a key kept outside the database.
create table access.second_step (
    person_id uuid primary key references access.person,
    sealed_key bytea not null,
    confirmed_at timestamptz,
    last_step bigint not null default 0
);

grant select, insert, update, delete on access.second_step to circlekeeper_app;
