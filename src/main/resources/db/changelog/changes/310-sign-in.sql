--liquibase formatted sql

--changeset office-cleanup:310-sign-in-source
--comment: tries to sign in as a user, real or not, from an address; a try counts as failed until the password was right
create table sign_in_source (
  user_id varchar(255) not null, -- the name that was given; there need not be such a user
  source varchar(64) not null, -- address of the client; 'local' where nobody calls over the net
  failures integer not null, -- one after the other, without a right one between them
  last_at timestamp with time zone not null,
  locked_until timestamp with time zone, -- null while there are too few failures
  signed_in_at timestamp with time zone, -- the last time the password was right; null: never
  primary key (user_id, source)
);
create index sign_in_source_last on sign_in_source (last_at);

--changeset office-cleanup:310-sign-in-minute
--comment: tries as a user from all addresses together that have not signed in as this user before; who tries locks the row
create table sign_in_minute (
  user_id varchar(255) not null primary key,
  began_at timestamp with time zone not null,
  tries integer not null -- in the minute that began then
);
create index sign_in_minute_began on sign_in_minute (began_at);

--changeset office-cleanup:311-session-end
--comment: sessions of a user that began before this moment are over: the password was changed, or the user removed
create table session_end (
  user_id varchar(255) not null primary key,
  ended_at timestamp with time zone not null -- by the real clock, as sessions are
);
