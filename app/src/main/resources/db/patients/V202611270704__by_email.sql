-- Who signs in to their own pages is looked up by the address that they are written to.
create index on patients.patient (practice_id, lower(email)) where email <> '';
create index on patients.confidential (practice_id, lower(email)) where email <> '';
