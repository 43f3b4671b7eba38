-- Every key begins with the practice, so there is always an index to look with. Without this, a plan that was made while
-- a table was small reads all of it for each row, for as long as a connection or a long import lives.
do
$$
begin
    if exists (select from pg_database where datname = current_database() and pg_has_role(datdba, 'usage')) then
        execute format('alter database %I set enable_seqscan = off', current_database());
    end if;
end
$$;
