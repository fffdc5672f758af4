--liquibase formatted sql

--changeset office-cleanup:200-audit-event
--comment: who signed in, granted, exported or looked at personal data (三员分立); rows are added, never changed or removed; each carries the hash of the one before
create table audit_event (
  number bigint not null primary key, -- 1, 2, … without gaps
  noted_at timestamp with time zone not null,
  user_id varchar(255) not null,
  kind varchar(32) not null,
  subject varchar(255) not null, -- whom or what it was done to
  details varchar(1000),
  previous_hash char(64) not null,
  hash char(64) not null
);
create index audit_event_user on audit_event (user_id, number);

--changeset office-cleanup:200-audit-head
--comment: end of the chain; whoever adds an event locks it
create table audit_head (
  id integer not null primary key,
  events bigint not null,
  hash char(64) not null
);
insert into audit_head (id, events, hash) values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
