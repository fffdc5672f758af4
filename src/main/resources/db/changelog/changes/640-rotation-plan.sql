--liquibase formatted sql

--changeset office-cleanup:640-rotation-plan
--comment: who of an office is due in a year by the confirmed plan, and what is intended (C13)
create table rotation_plan_row (
  case_number varchar(32) not null references case_file (case_number),
  posting_case varchar(32) not null references posting (case_number),
  ends_on date not null, -- last day of the term, as it was when the plan was confirmed
  intention varchar(8) not null, -- ROTATE, EXTEND, EXCHANGE
  arrangement varchar(500),
  primary key (case_number, posting_case)
);
create index rotation_plan_row_posting on rotation_plan_row (posting_case);
