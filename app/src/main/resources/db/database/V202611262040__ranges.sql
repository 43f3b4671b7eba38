-- Keeps ranges of days and of time apart by uuid: seats, rooms and leaders (exclusion constraints on equality and overlap).
create extension if not exists btree_gist schema public;
