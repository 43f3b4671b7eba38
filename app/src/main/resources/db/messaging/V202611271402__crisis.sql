-- Whether words stand in it that can mean danger to life: such a message is read first.
alter table messaging.reply add column crisis boolean not null default false;
