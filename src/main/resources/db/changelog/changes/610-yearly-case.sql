--liquibase formatted sql

--changeset office-cleanup:610-yearly-procedure
--comment: the first year of which a yearly procedure has cases: that in which it was first used; earlier years are not made up
create table yearly_procedure (
  procedure_key varchar(100) primary key,
  first_year integer not null
);

--changeset office-cleanup:610-yearly-case
--comment: one case an office and year of each yearly procedure (C12, C19), also where several nodes begin it at once
create table yearly_case (
  procedure_key varchar(100) not null,
  office_id bigint not null references office (id),
  case_year integer not null,
  case_number varchar(32) not null references case_file (case_number),
  primary key (procedure_key, office_id, case_year)
);
create index yearly_case_number on yearly_case (case_number);
create index yearly_case_office on yearly_case (office_id);
