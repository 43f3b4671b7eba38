-- Some payers say nothing of days to come: the question is then about the day it leaves, and asked anew in the month
-- of the session.
alter table eligibility.question add column as_of_today boolean not null default false;

-- Files are read piece by piece, which costs the piece alone where the value lies as it is.
alter table eligibility.received_file alter column content set storage external;
