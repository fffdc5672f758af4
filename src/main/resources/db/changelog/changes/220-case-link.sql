--liquibase formatted sql

--changeset office-cleanup:220-case-link
--comment: cases that officials linked with each other (关联), beside those that came out of one another; each pair once, the case it was linked from first
create table case_link (
  case_number varchar(64) not null references case_file (case_number),
  other_case_number varchar(64) not null references case_file (case_number),
  words varchar(1000) not null, -- what they have to do with each other
  linked_by varchar(64) not null,
  linked_at timestamp with time zone not null,
  primary key (case_number, other_case_number),
  check (case_number <> other_case_number)
);
create index case_link_other on case_link (other_case_number);
