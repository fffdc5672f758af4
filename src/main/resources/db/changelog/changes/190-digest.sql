--liquibase formatted sql

--changeset office-cleanup:190-notice-digest
--comment: the daily mails that were sent, so that none is sent twice
create table notice_digest (
  group_id varchar(64) not null,
  digest_day date not null,
  sent_at timestamp with time zone not null,
  primary key (group_id, digest_day)
);
create index escalation_noted on escalation (noted_at);
