-- Whether somebody talks with a person before they sit in a group of this kind. It is so until a practice says otherwise;
-- drop-in and psychoeducation groups often take whoever comes.
alter table roster.group_type add column screened boolean not null default true;
