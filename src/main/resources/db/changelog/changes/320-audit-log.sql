--liquibase formatted sql

--changeset office-cleanup:320-audit-event
--comment: from where, and in which case; rows of before keep their hashes, which do not cover the new columns (hash_version 1)
alter table audit_event add column case_number varchar(64);
alter table audit_event add column source_address varchar(64);
alter table audit_event add column hash_version smallint default 1 not null;

--changeset office-cleanup:320-audit-event-indexes
--comment: the auditor finds by person (who did it or to whom), case, kind and time
create index audit_event_subject on audit_event (subject, number);
create index audit_event_case on audit_event (case_number, number);
create index audit_event_kind on audit_event (kind, number);
create index audit_event_time on audit_event (noted_at);
