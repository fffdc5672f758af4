--liquibase formatted sql

--changeset office-cleanup:410-case-reader
--comment: groups that read a case beside those who read it by their office: their opinion is asked
create table case_reader (
  case_number varchar(32) not null references case_file (case_number),
  group_id varchar(64) not null,
  primary key (case_number, group_id)
);

--changeset office-cleanup:410-site-check
--comment: what the bureau saw where an office is that is applied for (实地核查); the last time
create table site_check (
  case_number varchar(32) primary key references case_file (case_number),
  checked_on date,
  inspectors varchar(200),
  site_findings varchar(4000)
);
