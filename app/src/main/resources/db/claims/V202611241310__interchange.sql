-- The number of an interchange (ISA13), taken once in a home, whoever files: two practices under one tax id send as one
-- sender, and a receiver takes a sender's number once (TA1 025). Numbers that were handed out by practice are passed over.
create sequence claims.interchange as integer maxvalue 999999999;
grant usage on sequence claims.interchange to circlekeeper_app;

alter table claims.counter no force row level security;
select setval('claims.interchange', coalesce(max(last), 0) + 1, false) from claims.counter where name = 'control';
delete from claims.counter where name = 'control';
alter table claims.counter force row level security;
