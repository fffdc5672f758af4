--liquibase formatted sql

--changeset office-cleanup:611-appraisal
--comment: how an office is appraised for one year (C12, C16)
create table appraisal (
  case_number varchar(32) primary key references case_file (case_number),
  office_id bigint not null references office (id),
  appraised_year integer not null,
  months integer not null, -- of the year in which the office stood
  result_by date not null, -- last day of the case
  self_summary varchar(4000),
  officials_appraised integer, -- of the office's officials, by the personnel system
  officials_excellent integer,
  excellent_approval varchar(100), -- number of the document that allowed more of them
  head_grade varchar(32),
  score numeric(5, 2),
  proposed_grade varchar(16), -- by score and vetoes: EXCELLENT, GOOD, QUALIFIED, UNQUALIFIED
  object_by date, -- last day on which the office may object
  objection_reason varchar(2000),
  decided_grade varchar(16),
  decided_on date,
  rectification varchar(4000)
);
create unique index appraisal_office on appraisal (office_id, appraised_year);

--changeset office-cleanup:611-appraisal-indicator
--comment: the indicators of the year as they were when the case began, and the points
create table appraisal_indicator (
  case_number varchar(32) not null references appraisal (case_number),
  ordinal integer not null,
  indicator varchar(40) not null,
  name varchar(100) not null,
  weight integer not null,
  development boolean not null, -- of those that count 60 together at least (C16)
  self_points numeric(5, 2),
  accomplished varchar(1000),
  points numeric(5, 2),
  reason varchar(1000),
  primary key (case_number, ordinal)
);

--changeset office-cleanup:611-appraisal-fact
--comment: what the application counted of the year, and the vetoes that others established
create table appraisal_fact (
  case_number varchar(32) not null references appraisal (case_number),
  ordinal integer not null,
  counted boolean not null, -- false: established elsewhere and entered with its basis
  what varchar(200) not null,
  told varchar(2000) not null,
  veto varchar(16), -- MISUSE, NOT_PARTED, RECEPTION, NOT_DISCLOSED, OTHER_NAME; empty: none
  primary key (case_number, counted, ordinal)
);
